namespace DocScript.Engine.Commands;

/// <summary>What the caller of a command is to do with its result; the kinds of SuperOffice's document commands (contracts/superoffice.md).</summary>
public enum ResultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Show a text.</summary>
    Message,

    /// <summary>Follow a link of SuperOffice's own scheme.</summary>
    SoProtocol,

    /// <summary>Show a screen that the caller knows.</summary>
    CustomGui,

    /// <summary>Whatever caller and command agreed on.</summary>
    Other,

    /// <summary>Open an address.</summary>
    Url,
}

/// <summary>What a command answers to its caller.</summary>
/// <param name="Kind">What to do with it.</param>
/// <param name="Value">The text, link, screen or address; null for <see cref="ResultKind.None"/>.</param>
/// <param name="AdditionalInfo">More for the caller, or null.</param>
public sealed record CommandResult(ResultKind Kind, string? Value = null, string? AdditionalInfo = null)
{
    /// <summary>Nothing to tell.</summary>
    public static CommandResult None { get; } = new(ResultKind.None);

    /// <summary>A text to show.</summary>
    public static CommandResult Message(string text) => new(ResultKind.Message, text);

    /// <summary>An address to open.</summary>
    public static CommandResult Url(string address) => new(ResultKind.Url, address);
}
