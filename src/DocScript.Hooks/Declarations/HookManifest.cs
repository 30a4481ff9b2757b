using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DocScript.Engine.Events;

namespace DocScript.Hooks.Declarations;

/// <summary>What a file of C# declares, known without loading it.</summary>
public sealed record HookManifest(ImmutableArray<CommandDeclaration> Commands, ImmutableArray<FunctionDeclaration> Functions, ImmutableArray<EventDeclaration> Hooks)
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A manifest that declares nothing.</summary>
    public static HookManifest Empty { get; } = new([], [], []);

    /// <summary>Whether it declares nothing.</summary>
    [JsonIgnore]
    public bool IsEmpty => Commands.IsEmpty && Functions.IsEmpty && Hooks.IsEmpty;

    /// <summary>The events on which something hooks.</summary>
    [JsonIgnore]
    public DocumentEvents Events => Hooks.Aggregate(DocumentEvents.None, (events, hook) => events | hook.Event);

    /// <summary>The manifest as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null where it is nothing of the kind.</summary>
    public static HookManifest? FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<HookManifest>(json, Options) is { Commands.IsDefault: false, Functions.IsDefault: false, Hooks.IsDefault: false } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A method that is called from a script or by an event.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Start">Where its name stands in the file, in characters.</param>
/// <param name="Parameters">Its parameters, in order.</param>
public sealed record MethodDeclaration(string Name, int Start, ImmutableArray<ParameterDeclaration> Parameters);

/// <summary>A parameter of a method.</summary>
/// <param name="Choices">The words of an enum, in its order; else empty.</param>
/// <param name="IsOptional">Whether it has a default.</param>
/// <param name="IsNullable">Whether it takes null.</param>
/// <param name="IsEdit">Whether a document is taken to be edited.</param>
public sealed record ParameterDeclaration(string Name, ParameterKind Kind, ImmutableArray<string> Choices, bool IsOptional, bool IsNullable = false, bool IsEdit = false)
{
    /// <summary>Whether the run gives it, so that it is not written.</summary>
    [JsonIgnore]
    public bool IsGiven => Kind >= ParameterKind.CurrentDocument;
}

/// <summary>A command.</summary>
/// <param name="Pattern">How it is written.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Help">The method's doc comment, or empty.</param>
/// <param name="DisplayNames">By language.</param>
public sealed record CommandDeclaration(
    MethodDeclaration Method, string Pattern, string Summary, string Help, string? Example, bool Hidden, string? Icon, string? Returns, ImmutableDictionary<string, string> DisplayNames);

/// <summary>A function of expressions.</summary>
public sealed record FunctionDeclaration(MethodDeclaration Method, string Name, string Summary, string Help, string? Example);

/// <summary>A hook on an event.</summary>
/// <param name="Name">Its name, unique among those of its event and moment.</param>
public sealed record EventDeclaration(MethodDeclaration Method, string Name, DocumentEvents Event, bool IsAfter, string Summary);
