using DocScript.Language.Text;

namespace DocScript.Engine.Json.Reading;

/// <summary>What is wrong with JSON that came from outside, as data: the command line's errors and a dialect's own texts are made of it.</summary>
/// <param name="Place">Where; of what is missing the place where it should stand.</param>
/// <param name="Span">Where in the text; of what is missing the object that lacks it.</param>
/// <param name="Message">What is wrong, in lower case, with the place in it.</param>
/// <param name="Expected">The kind that was expected (<c>a text</c>), or null where the problem is another.</param>
/// <param name="Label">A few words under the marked place, or null.</param>
/// <param name="Help">What to do next, or null.</param>
public sealed record JsonProblem(JsonProblemKind Kind, JsonPlace Place, Span Span, string Message, string? Expected = null, string? Label = null, string? Help = null);

/// <summary>The kinds of problems.</summary>
public enum JsonProblemKind
{
    /// <summary>The text is not JSON, or not one value.</summary>
    NotJson,

    /// <summary>Larger or deeper than the language allows.</summary>
    Limit,

    /// <summary>A key stands twice in an object.</summary>
    DuplicateKey,

    /// <summary>A number that neither 64 bits nor a decimal hold, or half of a surrogate pair.</summary>
    NoValue,

    /// <summary>An object has a member that it can't have.</summary>
    UnknownKey,

    /// <summary>An object lacks a member.</summary>
    MissingKey,

    /// <summary>A value of another kind.</summary>
    WrongKind,

    /// <summary>A text that is none of those that can stand there.</summary>
    NotOneOf,

    /// <summary>No operation, statement or command of this name.</summary>
    UnknownName,

    /// <summary>All members are right, but together they say nothing that a script could.</summary>
    NoStatement,
}
