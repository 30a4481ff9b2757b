using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocScript.Hooks.Safety.Rewriting;

/// <summary>Resolves <c>#load</c> as another does, and reads what was instrumented.</summary>
internal sealed class InstrumentedFiles(SourceReferenceResolver? inner, IReadOnlyDictionary<string, SourceText> texts) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => inner?.NormalizePath(path, baseFilePath);

    public override string? ResolveReference(string path, string? baseFilePath) => inner?.ResolveReference(path, baseFilePath);

    public override SourceText ReadText(string resolvedPath) => texts.TryGetValue(resolvedPath, out var text) ? text : throw new FileNotFoundException(null, resolvedPath);

    public override Stream OpenRead(string resolvedPath) => new MemoryStream(Encoding.UTF8.GetBytes(ReadText(resolvedPath).ToString()));

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
