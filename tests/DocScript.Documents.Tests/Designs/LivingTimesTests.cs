using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Testing.Data;

namespace DocScript.Documents.Tests.Designs;

/// <summary>Livingdocs' own example design, where it is at hand.</summary>
public sealed class LivingTimesTests
{
    private const string File = "../shared/data/living-times/design.json";

    private static Design Read()
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(Repository.PathTo(File)));
        return DesignJson.Read(json.RootElement);
    }

    [FactWhenPresent(File)]
    public void The_whole_design_is_read_from_its_templates()
    {
        var design = Read();
        Assert.Equal(("living-times", "1.0.4", 80), (design.Name, design.Version, design.Components.Count));
        Assert.Equal(["flag", "title", "text", "author", "date"], design.Components["head"].Directives.Keys);
        Assert.Equal(["header", "main", "sidebar-ads-top", "sidebar", "sidebar-ads-bottom", "footer"], design.Components["article-container"].Containers.Keys);
        Assert.Equal(["head"], design.Components["article-container"].Containers["header"].AllowedChildren);
        Assert.Equal(["article-container"], design.Components["paragraph"].AllowedParents);
        Assert.Equal(DirectiveKind.Link, design.Components["teaser-card-template"].Directives["link"].Kind);
        Assert.Empty(design.ContentTypes);
        Assert.NotNull(design.Source.Find("assets"));
    }

    [FactWhenPresent(File)]
    public void It_comes_back_equal_from_its_stored_form()
    {
        var (design, _) = ContentTypeInference.Infer(Read(), []);
        Assert.Equal(["regular", "author", "gallery", "video", "page"], design.ContentTypes.Keys);
        Assert.Equal(design, DesignJson.Parse(JsonText.Of(writer => DesignJson.Write(writer, design))));
    }
}
