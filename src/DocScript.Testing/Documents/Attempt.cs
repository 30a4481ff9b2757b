using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>What an <see cref="Attempt"/> tries.</summary>
public enum AttemptKind
{
    /// <summary>Insert a component.</summary>
    Insert,

    /// <summary>Move one.</summary>
    Move,

    /// <summary>Remove one.</summary>
    Remove,

    /// <summary>Set or unset the content of a directive.</summary>
    Directive,

    /// <summary>Set or unset a style of a component or of a style directive.</summary>
    Style,

    /// <summary>Set or unset a condition.</summary>
    Condition,

    /// <summary>Set or unset a metadata property or a member of one.</summary>
    Metadata,

    /// <summary>Set the title.</summary>
    Title,

    /// <summary>Publish.</summary>
    Publish,

    /// <summary>Unpublish.</summary>
    Unpublish,

    /// <summary>Schedule, cancel, put under an embargo, or lift it.</summary>
    Control,
}

/// <summary>
/// A random edit, said in numbers that pick from whatever document it meets, so that lists of attempts can be cut short and still mean something.
/// Some attempts are wrong on purpose: they name what is not there, or bring what does not fit.
/// </summary>
public sealed record Attempt(AttemptKind Kind, int Which, int Where, int Beside, Value Value, string Text)
{
    private static readonly DateTimeOffset Instant = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Asks the rules.</summary>
    public Edit On(Design design, Document document, int number) => Kind switch
    {
        AttemptKind.Insert => Rules.Insert(design, document, Place(document), NewComponent(design, number)),
        AttemptKind.Move => Rules.Move(design, document, Component(document, Which), Place(document)),
        AttemptKind.Remove => Rules.Remove(document, Component(document, Which)),
        AttemptKind.Directive => SetDirective(design, document),
        AttemptKind.Style => SetStyle(design, document),
        AttemptKind.Condition => Rules.SetCondition(design, document, Component(document, Which), Where % 9 == 0 ? "brands" : "dateTime", Dates, null),
        AttemptKind.Metadata => SetMetadata(design, document),
        AttemptKind.Title => Rules.SetTitle(design, document, Text, null),
        AttemptKind.Publish => Rules.Publish(design, document, 100 + number, Instant, new Alone(document)),
        AttemptKind.Control => Control(design, document),
        _ => Rules.Unpublish(document),
    };

    /// <summary>The attempts in turn, with the changes that the rules made of them and the document after each.</summary>
    public static IEnumerable<(Document Before, Change Change, Document After)> Run(Design design, Document document, IEnumerable<Attempt> attempts)
    {
        var number = 0;
        foreach (var attempt in attempts)
        {
            if (attempt.On(design, document, ++number).Change is not { } change) continue;
            var after = change.Apply(document);
            yield return (document, change, after);
            document = after;
        }
    }

    private Edit Control(Design design, Document document)
    {
        var kind = Which % 2 == 0 ? ScheduleKind.Publish : ScheduleKind.Unpublish;
        var at = Instant.AddDays((Beside % 9) - 1);
        return (Where % 4) switch
        {
            0 => Rules.Schedule(design, document, kind, at, Instant),
            1 => Rules.CancelSchedule(document, kind),
            2 => Rules.SetEmbargo(design, document, Which % 3 == 0 ? null : at, Which % 5 == 0 ? null : Text, Instant),
            _ => Rules.LiftEmbargo(document),
        };
    }

    private static T? Pick<T>(IReadOnlyList<T> from, int which)
        where T : class => from.Count == 0 ? null : from[which % from.Count];

    private static string Component(Document document, int which) =>
        which % 17 == 16 ? "nobody" : Pick([.. document.Components.DepthFirst().Select(component => component.Id)], which) ?? "nobody";

    private ComponentPlace Place(Document document)
    {
        var beside = Component(document, Beside);
        var found = document.Components.Find(beside);
        var container = Pick(found?.Containers ?? [], Where)?.Name;
        return (Where % 8) switch
        {
            0 => new AtRoot(First: true),
            1 => new AtRoot(First: false),
            2 => new InContainer(beside, container, First: true),
            3 => new InContainer(beside, Which % 3 == 0 ? null : container, First: false),
            4 => new BesideSibling(beside, null, null, null),
            5 => new BesideSibling(null, beside, found?.Parent, found?.Container),
            6 => new BesideSibling(beside, found?.Next ?? Component(document, Which), null, null),
            _ => new BesideSibling(found?.Previous ?? beside, beside, null, null),
        };
    }

    private Subtree NewComponent(Design design, int number)
    {
        var type = Pick([.. design.Components.Keys], Which)!;
        var content = Sample(DocumentGenerators.Content(design, design.Components[type]));
        return Rules.NewComponent(design, $"new{number}", type, content);
    }

    private Edit SetDirective(Design design, Document document)
    {
        var id = Component(document, Which);
        var type = document.Components.Find(id)?.Type;
        var directive = type is not null && design.Components.TryGetValue(type, out var definition) ? Pick([.. definition.Directives.Values], Where) : null;
        return directive is null
            ? Rules.SetDirective(design, document, id, "nothing", null, Value, null)
            : Rules.SetDirective(design, document, id, directive.Name, null, Fitting(design, directive), null);
    }

    private Value Fitting(Design design, DirectiveDefinition directive) => (Beside % 6) switch
    {
        0 => Value,
        1 => Value.Null,
        2 => new TextValue(Text),
        _ => DirectiveGenerators.HasContent(design, directive) ? Sample(DirectiveGenerators.Content(design, directive)) : Value,
    };

    private Edit SetStyle(Design design, Document document)
    {
        var id = Component(document, Which);
        var definition = document.Components.Find(id) is { Type: var type } ? design.Components.GetValueOrDefault(type) : null;
        var boxes = definition?.Directives.Values.Where(directive => directive.Kind == DirectiveKind.Style).ToList() ?? [];
        var property = Pick([.. definition?.Properties ?? [], "nothing"], Beside)!;
        Value value = (Where % 5) switch
        {
            0 => Value.Null,
            1 => Value,
            _ => Sample(StyleGenerators.Values(design, [property])).Find(property) ?? new TextValue(Text),
        };
        return Rules.SetStyle(design, document, id, Where % 2 == 0 ? Pick(boxes, Where)?.Name : null, property, value, null);
    }

    private Value Dates => (Beside % 5) switch
    {
        0 => Value.Null,
        1 => Value,
        2 => ObjectValue.Empty,
        _ => ObjectValue.Empty.With(Beside % 2 == 0 ? "gte" : "lt", new DateValue(DateTimeOffset.UnixEpoch.AddDays(Which))),
    };

    private Edit SetMetadata(Design design, Document document)
    {
        var property = Pick([.. design.ContentTypes[document.Header.ContentType].Metadata.Values], Which);
        var path = (Where % 4) switch
        {
            0 => MetadataPath.Of(property?.Name ?? "nothing", "a"),
            1 => MetadataPath.Of(property?.Name ?? "nothing", "a", "b"),
            _ => MetadataPath.Of(property?.Name ?? "nothing"),
        };
        return Rules.SetMetadata(design, document, path, Beside % 3 == 0 || property is null ? Value : Sample(MetadataGenerators.Value(property.Plugin)), null);
    }

    // The same value each time that this attempt is made.
    private T Sample<T>(Gen<T> from) => from.Sample(1, new Rnd((ulong)(((Which * 1009) + Where) * 1009) + (ulong)Beside), 12)[0];

    /// <summary>A store that holds this document only.</summary>
    private sealed class Alone(Document document) : IDocumentLookup
    {
        public Document? Find(long id) => id == document.Id ? document : null;

        public IEnumerable<Document> FindPublished(string property, Value value) => [];
    }
}
