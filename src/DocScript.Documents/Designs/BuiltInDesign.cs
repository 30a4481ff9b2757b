using System.Text.Json;
using DocScript.Documents.Json;

namespace DocScript.Documents.Designs;

/// <summary>
/// The design of a store that was given none, kept as a design file in Livingdocs' form beside this class. Its components list all their directives, so that
/// it is there without parsing a template; a test reads the templates too and compares.
/// </summary>
internal static class BuiltInDesign
{
    public const string Resource = "DocScript.Documents.Designs.built-in.json";

    private static readonly Lazy<Design> Read = new(() =>
    {
        using var file = typeof(BuiltInDesign).Assembly.GetManifestResourceStream(Resource)!;
        using var json = JsonDocument.Parse(file, ValueJson.ReadOptions);
        return DesignJson.ReadDefinitions(json.RootElement, templates: null) with { Source = ValueJson.ReadObject(json.RootElement) };
    });

    public static Design Instance => Read.Value;
}
