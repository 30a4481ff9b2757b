using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Engine.Json;

/// <summary>What an include directive holds when a document leaves it unset and the design gives defaults (contracts/livingdocs.md, ruling 13).</summary>
internal static class IncludeDefaults
{
    /// <summary><c>{service, params}</c> of the directive's configuration, or of the first of its services; null without defaults.</summary>
    public static ObjectValue? Of(DirectiveDefinition directive)
    {
        if (Pair(directive.Configuration) is { } own) return own;
        return directive.Configuration.Find("services") is ListValue { Items: [ObjectValue first, ..] } ? Pair(first) : null;
    }

    private static ObjectValue? Pair(ObjectValue configuration) =>
        configuration.Find("service") is TextValue service && configuration.Find("defaultParams") is ObjectValue defaults
            ? ObjectValue.Empty.With("service", service).With("params", defaults)
            : null;
}
