using System.Runtime.InteropServices;

namespace DocScript.Storage.Sqlite.File;

/// <summary>A value for a parameter of a statement: a whole number, a text, bytes or null.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Parameter
{
    /// <summary>The text or the bytes; null for a number and for null.</summary>
    public object? Content { get; private init; }

    /// <summary>The number, where it is one.</summary>
    public long Number { get; private init; }

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber { get; private init; }

    public static implicit operator Parameter(long number) => new() { Number = number, IsNumber = true };

    public static implicit operator Parameter(long? number) => number is { } known ? known : default(Parameter);

    public static implicit operator Parameter(string? text) => new() { Content = text };

    public static implicit operator Parameter(byte[]? bytes) => new() { Content = bytes };
}
