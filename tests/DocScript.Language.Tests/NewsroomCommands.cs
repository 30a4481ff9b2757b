using DocScript.Language.Grammar;
using static DocScript.Language.Grammar.CommandSyntax;

namespace DocScript.Language.Tests;

/// <summary>The commands of language.md section 2 as syntaxes, for tests of the language alone.</summary>
internal static class NewsroomCommands
{
    public static CommandGrammar Grammar { get; } = CommandGrammar.Of(
    [
        Of("create", Hole.Name("content type"), Optional("key", Hole.Value("key")), Optional("title", Hole.Value("title")), Optional("with", Hole.Value("metadata")), Optional(Hole.Block("body"))),
        Of("delete"),
        Of("set", "title", "=", Hole.Value("title"), Optional("was", Hole.Value("old title"))),
        Of("set", "meta", Hole.Path("property"), "=", Hole.Value("value"), Optional("was", Hole.Value("old value"))),
        Of("unset", "meta", Hole.Path("property"), Optional("was", Hole.Value("old value"))),
        Of("set", Hole.Target("directive"), Optional("as", Hole.Choice("kind", "editable", "image", "link", "html", "include", "toggle")), "=", Hole.Value("content"), Optional("was", Hole.Value("old content"))),
        Of("set", Hole.Target("component"), "style", Hole.Name("style"), "=", Hole.Value("value"), Optional("was", Hole.Value("old value"))),
        Of("set", Hole.Target("component"), "condition", Hole.Name("condition"), "=", Hole.Value("value"), Optional("was", Hole.Value("old value"))),
        Of("insert", Hole.Name("component type"), Optional("as", Hole.Name("id")), Optional(Hole.Place("place")), Optional("with", Hole.Value("content"))),
        Of("move", Hole.Target("component"), Hole.Place("place")),
        Of("remove", Hole.Components("components")),
        Of("publish"),
        Of("unpublish"),
        Of("schedule", "publish", "at", Hole.Value("time")),
        Of("schedule", "unpublish", "at", Hole.Value("time")),
        Of("cancel", "publish"),
        Of("cancel", "unpublish"),
        Of("embargo", Optional("until", Hole.Value("time")), Optional("because", Hole.Value("reason"))),
        Of("lift", "embargo"),
        Of("checkout"),
        Of("checkin", Optional(Hole.Value("note")), Optional("with", Hole.Value("fields"))),
        Of("undo", "checkout"),
        Of("undo", "checkout", "by", "force"),
        Of("keep", "updated"),
    ]);
}
