using DocScript.Language.Grammar;

namespace DocScript.Engine.Commands;

/// <summary>Which hole of a command says which part of an edit: <c>new() { [EditPart.Title] = Title }</c>.</summary>
public sealed class CommandParts
{
    private Hole?[] _holes = [];

    /// <summary>No part at all.</summary>
    public static CommandParts None { get; } = new();

    /// <summary>The hole that says a part, or null where none does.</summary>
    public Hole? this[EditPart part]
    {
        get => (int)part < _holes.Length ? _holes[(int)part] : null;
        init
        {
            if ((int)part >= _holes.Length) Array.Resize(ref _holes, (int)part + 1);
            _holes[(int)part] = value;
        }
    }
}
