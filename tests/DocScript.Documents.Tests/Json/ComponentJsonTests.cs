using DocScript.Documents.Json;

namespace DocScript.Documents.Tests.Json;

public sealed class ComponentJsonTests
{
    private const string Full = """
        {'id':'c1','component':'box','position':'fixed','content':{'title':'x'},'styles':{'position':'left'},'conditions':{'brands':['ch']},'data':{'a':1},'containers':{'main':[{'id':'c2','component':'leaf'}],'side':[]}}
        """;

    [Fact]
    public void The_stored_form_is_Livingdocs_form_without_what_is_empty()
    {
        var subtree = JsonText.Read(Full.Quoted(), ComponentJson.Read);
        Assert.True(subtree.Fixed);
        Assert.Equal(["main", "side"], subtree.Containers.Select(container => container.Name));
        Assert.Equal(Full.Quoted().Trim(), JsonText.Of(writer => ComponentJson.Write(writer, subtree, null)));
    }

    [Fact]
    public void The_identifier_is_design_and_component()
    {
        var subtree = JsonText.Read("{'id':'c2','component':'leaf'}".Quoted(), ComponentJson.Read);
        Assert.Equal("{'id':'c2','component':'leaf','identifier':'times.leaf'}".Quoted(), JsonText.Of(writer => ComponentJson.Write(writer, subtree, "times")));
    }

    [Theory]
    [InlineData("[]", "expected an object, not a list")]
    [InlineData("{'component':'leaf'}", "'id' is missing")]
    [InlineData("{'id':'c1'}", "'component' is missing")]
    [InlineData("{'id':1,'component':'leaf'}", "'id' must be text, not a number")]
    [InlineData("{'id':'c1','component':'leaf','content':[]}", "'content' must be an object, not a list")]
    [InlineData("{'id':'c1','component':'leaf','containers':{'main':{}}}", "'main' must be a list, not an object")]
    public void What_is_no_component_is_refused_by_name(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonText.Read(json.Quoted(), ComponentJson.Read)).Message);
}
