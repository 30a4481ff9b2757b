using System.Text.Encodings.Web;
using System.Text.Json;
using DocScript.Language.Parsing;

namespace DocScript.Engine;

/// <summary>How JSON is read and written here: a component costs three levels of nesting, so the usual 64 would end at a tree of 21.</summary>
internal static class JsonLimits
{
    public const int Depth = 1000;

    /// <summary>What JSON that says a script may measure, like the script itself (language.md section 5).</summary>
    public const int Bytes = SyntaxLimits.ScriptBytes;

    public static readonly JsonDocumentOptions Reader = new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    /// <summary>JSON for people and files.</summary>
    public static readonly JsonWriterOptions Pretty = new() { Indented = true, MaxDepth = Depth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static readonly JsonWriterOptions Writer = new() { MaxDepth = Depth };
}
