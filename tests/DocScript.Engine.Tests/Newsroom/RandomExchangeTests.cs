using System.Text.Json;
using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Json;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>Random documents under random designs go out as Livingdocs' JSON and come in again.</summary>
[Properties(Arbitrary = [typeof(DocumentArbitraries)], MaxTest = 200)]
public sealed class RandomExchangeTests
{
    [Property]
    public void What_is_exported_is_imported_as_it_was(EditedDocument edited)
    {
        var again = Imported(edited.Document, edited.Design);
        Assert.Equal(edited.Document.Title, again.Title);
        Assert.Equal(edited.Document.Metadata, again.Metadata);

        // Ruling 13: an include that is unset comes in with the defaults of the design.
        Assert.Equal(WithDefaults(edited.Design, edited.Document), again.Components.ToSubtrees());
        Assert.Empty(Rules.Import(edited.Design, again));
    }

    [Property]
    public void What_was_imported_is_exported_and_imported_unchanged(EditedDocument edited)
    {
        var first = Imported(edited.Document, edited.Design);

        // An import gives its documents publications of their own.
        var second = Imported(first with { Header = edited.Document.Header }, edited.Design);
        Assert.True(second.SameContent(first));
    }

    private static Document Imported(Document document, Design design)
    {
        var problems = new List<ImportProblem>();
        using var json = JsonDocument.Parse(LivingdocsExport.Document(document, design), new JsonDocumentOptions { MaxDepth = 256 });
        var imported = LivingdocsImport.Read("42.json", json.RootElement, design, problems);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        return imported!.Document;
    }

    private static IReadOnlyList<Subtree> WithDefaults(Design design, Document document)
    {
        return [.. document.Components.ToSubtrees().Select(With)];

        Subtree With(Subtree component)
        {
            var content = component.Content;
            foreach (var include in design.Components[component.Type].Directives.Values.Where(directive => directive.Kind is DirectiveKind.Include && content.Find(directive.Name) is null))
                if (Defaults(include.Configuration) is { } value)
                    content = content.With(include.Name, value);
            return component with { Content = content, Containers = [.. component.Containers.Select(container => container with { Children = [.. container.Children.Select(With)] })] };
        }
    }

    // The generated services that have defaults are the only one, or the second, which is no default.
    private static ObjectValue? Defaults(ObjectValue configuration) => configuration.Find("defaultParams") is ObjectValue defaults
        ? ObjectValue.Empty.With("service", configuration.Find("service")!).With("params", defaults)
        : null;
}
