using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Checking;

/// <summary>What is known of a script at one statement without running it, and where to report what is wrong.</summary>
public sealed class CheckContext
{
    private readonly SourceText _source;
    private readonly List<Diagnostic> _diagnostics;
    private readonly Checker _checker;

    internal CheckContext(Checker checker, SourceText source, Design? design, List<Diagnostic> diagnostics, bool hasDocument)
    {
        (_checker, _source, Design, _diagnostics) = (checker, source, design, diagnostics);
        Current = CurrentDocument.Unknown(null) with { Exists = hasDocument };
    }

    /// <summary>The design, or null where it is not known.</summary>
    public Design? Design { get; }

    /// <summary>Whether there is a current document here.</summary>
    public bool HasDocument => Current.Exists;

    /// <summary>The content type of the current document, or null where it is not known.</summary>
    public string? ContentType => Current.ContentType;

    /// <summary>Reports an error.</summary>
    public void Report(DiagnosticCode code, string message, Node at, string? label = null, string? help = null) => Report(code, message, at.Span, label, help);

    /// <summary>Reports an error.</summary>
    public void Report(DiagnosticCode code, string message, Span at, string? label = null, string? help = null) =>
        _diagnostics.Add(new Diagnostic(code, Severity.Error, message, new Location(_source, at), label, help));

    /// <summary>Reports a rule that the command breaks which is checked, at the part that it stands against (<see cref="Commands.Command.Parts"/>).</summary>
    public void Report(Violation violation) => Report(violation, _checker.FaultyPart(violation));

    /// <summary>Reports a broken rule.</summary>
    public void Report(Violation violation, Node at) => Report(RuleCodes.Of(violation.Rule, Phase.Check), violation.Message, at, RuleCodes.Label(violation), violation.Help);

    /// <summary>Warns of a rule that the command breaks which is checked, at the part that it stands against: what is wrong is put right when it runs.</summary>
    public void Warn(Violation violation) =>
        Warn(RuleCodes.Of(violation.Rule, Phase.Check), violation.Message, _checker.FaultyPart(violation).Span, RuleCodes.Label(violation), violation.Help);

    /// <summary>Asks a rule of the design, where it is known; the part of the command that it stands against is marked.</summary>
    /// <returns>Whether nothing is known to break it, so that rules that rest on it can be asked.</returns>
    public bool Expect(Func<Design, Violation?> rule)
    {
        if (Design is null || rule(Design) is not { } violation) return true;
        Report(violation);
        return false;
    }

    /// <summary>Asks a rule of the design, where it is known.</summary>
    public void Expect(Func<Design, Violation?> rule, Node at)
    {
        if (Design is not null && rule(Design) is { } violation) Report(violation, at);
    }

    /// <summary>Reports that a current document is needed where there is none.</summary>
    public void ExpectDocument(Node at)
    {
        if (!HasDocument) Report(EngineCodes.NoDocument, "there is no current document here", at, help: "write 'use <id>' before, create one, or give one with --doc");
    }

    /// <summary>Warns where a title is set that documents of the content type make of their metadata.</summary>
    public void WarnComputedTitle(string? contentType, Expression? title)
    {
        if (title is null || contentType is null || Design is null || !DisplayTitle.IsComputed(Design, contentType)) return;
        Warn(
            EngineCodes.ComputedTitle,
            $"the title of a document of content type '{contentType}' is made of its metadata",
            title.Span,
            "this shows nowhere",
            "set the metadata that its 'displayTitlePattern' names");
    }

    /// <summary>Reports a value that can't be text.</summary>
    public void ExpectText(Expression expression, string what)
    {
        if (Constant(expression) is { } value and not TextValue and not NullValue)
            Report(EngineCodes.NotText, $"{what} must be text, not {Kinds.WithArticle(value)}", expression, help: "put it in quotes, or into a text with ${…}");
    }

    /// <summary>Reports a value that can't be a date.</summary>
    public void ExpectDate(Expression? expression, string what)
    {
        if (Constant(expression) is { } value and not DateValue && !(value is TextValue text && DateValue.TryParse(text.Text, out _)))
            Report(EngineCodes.NeverADate, $"{what} must be a date, not {(value is TextValue ? value.ToString() : Kinds.WithArticle(value))}", expression!, help: "write it as \"2026-05-01T08:00:00Z\"; without an offset it is UTC");
    }

    /// <summary>Reports a value that can't be an object.</summary>
    public void ExpectObject(Expression? expression, string what)
    {
        if (Constant(expression) is { } value and not ObjectValue)
            Report(EngineCodes.NeverAnObject, $"{what} must be an object, not {Kinds.WithArticle(value)}", expression!, help: "write it as {name: value}");
    }

    /// <summary>Reports publish control that the content type does not allow.</summary>
    public void ExpectControl(string control)
    {
        if (ContentType is { } type) Expect(design => Rules.ControlAllowed(design, type, control));
    }

    /// <summary>The value of an expression made of literals only, or null.</summary>
    public Value? Constant(Expression? expression) => Constants.Of(expression);

    /// <summary>The component type of an expression, or null where it is not known.</summary>
    public string? ComponentType(Expression expression) => expression switch
    {
        NameExpression { Name: var name } => _checker.Scope.ComponentType(name) ?? (_checker.Scope.Has(name) ? null : Current.ComponentTypes?.GetValueOrDefault(name)),
        ComponentIdExpression { Id: var id } => Current.ComponentTypes?.GetValueOrDefault(id),
        ParenthesizedExpression inner => ComponentType(inner.Inner),
        _ => null,
    };

    /// <summary>Judges a metadata property and, where it is constant, its value.</summary>
    public void CheckMetadata(Language.Tree.Path path, Expression? value)
    {
        var property = Paths.Of(path);
        if (Design is null) return;
        if (Rules.MetadataExists(Design, ContentType, property) is { } violation) Report(violation);
        else if (property.Names.Length == 1 && ContentType is not null && Constant(value) is { } constant and not NullValue)
            Expect(design => Rules.MetadataAccepts(design, ContentType, property, constant));
    }

    /// <summary>Judges the metadata of a new document.</summary>
    public void CheckMetadata(string contentType, Expression? metadata)
    {
        if (Design is null || !Design.ContentTypes.ContainsKey(contentType) || metadata is not ObjectExpression entries) return;
        foreach (var entry in entries.Entries)
        {
            var path = MetadataPath.Of(entry.Key.Text);
            if (Rules.MetadataExists(Design, contentType, path) is { } violation) Report(violation);
            else if (Constant(entry.Value) is { } value and not NullValue) Expect(design => Rules.MetadataAccepts(design, contentType, path, value));
        }
    }

    /// <summary>Judges the content of a new component.</summary>
    public void CheckContent(string componentType, Expression? content)
    {
        if (Design is null || !Design.Components.ContainsKey(componentType) || content is not ObjectExpression entries) return;
        foreach (var entry in entries.Entries)
        {
            if (Rules.DirectiveExists(Design, componentType, entry.Key.Text, null) is { } violation) Report(violation);
            else CheckDirective(componentType, entry.Key.Text, entry.Value);
            WarnUnescaped(componentType, entry.Key.Text, entry.Value);
        }
    }

    /// <summary>Judges the value of a directive that exists, where it is constant.</summary>
    public void CheckDirective(string componentType, string directive, Expression expression)
    {
        if (Design is null || Constant(expression) is not { } value || value is NullValue) return;
        if (Rules.DirectiveAccepts(Design, componentType, directive, value) is { } violation) Report(violation);
        else if (Rules.MarkupTaken(Design, componentType, directive, value) is { } removed) Warn(removed);
    }

    /// <summary>Judges where a component of a type is to go, as far as the types of the components that are named are known.</summary>
    /// <param name="type">The type of what goes there, or null where it is not known.</param>
    /// <param name="place">The place; null: at the end of the document.</param>
    public void CheckPlace(string? type, Place? place)
    {
        var inside = place switch
        {
            ContainerPlace { Container: var container } => container,
            SiblingPlace { In: { } container } => container,
            _ => null,
        };
        if (place is null or RootPlace) Expect(design => Rules.MayStandIn(design, null, null, null, type));
        else if (inside is { Member.Text: not "parent" } or { Member: null } && ComponentType(inside.Component) is { } parent)
            Expect(design => Rules.MayStandIn(design, NameOf(inside.Component), parent, inside.Member?.Text, type));
    }

    /// <summary>Warns where plain text goes into an editable as it is (language.md section 3).</summary>
    /// <param name="componentType">The type of the component, or null where it is not known: then the directive must be an editable wherever there is one of its name.</param>
    public void WarnUnescaped(string? componentType, string directive, Expression value)
    {
        foreach (var plain in new PlainText(_checker.Scope, Design).Find(value))
        {
            if (Design is null || !IsEditable(Design, componentType, directive)) return;
            var written = _source.Text.AsSpan(plain.Span.Start, plain.Span.Length);
            Warn(
                EngineCodes.UnescapedText,
                $"plain text goes into the editable '{directive}' as if it were markup",
                plain.Span,
                "'<' and '&' in it are not escaped",
                written.IndexOf('\n') < 0 ? $"write html({written})" : "put it into html(…)");
        }
    }

    /// <summary>A document of a content type becomes current: in the block, or until the end of the enclosing one.</summary>
    public void Enter(string? contentType, Block? block, bool isNew = false) => Enter(CurrentDocument.Unknown(contentType) with { IsNew = isNew }, block);

    internal void Enter(CurrentDocument document, Block? block)
    {
        if (block is null) Current = document;
        else _checker.CheckOther(block, document);
    }

    /// <summary>The current document is gone.</summary>
    public void Leave() => Current = CurrentDocument.Unknown(null) with { Exists = false };

    /// <summary>A component of a type was inserted, under an id where one was given.</summary>
    public void Inserted(string componentType, string? id)
    {
        var types = (Current.ComponentTypes ?? ImmutableDictionary.Create<string, string>(StringComparer.Ordinal)).SetItem("inserted", componentType);
        Current = Current with { ComponentTypes = id is null ? types : types.SetItem(id, componentType) };
    }

    /// <summary>The current document is published or unpublished.</summary>
    public void Publishing(bool publish)
    {
        if (Current.Published == !publish) Report(EngineCodes.PublishAndUnpublish, "one script can't both publish and unpublish one document", _checker.Statement, help: "split it into two scripts");
        Current = Current with { Published = publish };
    }

    /// <summary>What is known of the current document.</summary>
    internal CurrentDocument Current { get; set; }

    /// <summary>Reports a warning.</summary>
    internal void Warn(DiagnosticCode code, string message, Span at, string? label = null, string? help = null) =>
        _diagnostics.Add(new Diagnostic(code, Severity.Warning, message, new Location(_source, at), label, help));

    /// <summary>Back to what was known before a block; a component type that the block may have changed is known no longer.</summary>
    internal void LeaveBlock(CurrentDocument before)
    {
        if (before.ComponentTypes is { } types && Current.ComponentTypes is { } after) before = before with { ComponentTypes = StillKnown(types, after) };
        Current = before;
    }

    private static ImmutableDictionary<string, string> StillKnown(ImmutableDictionary<string, string> before, ImmutableDictionary<string, string> after) =>
        before.RemoveRange(before.Where(pair => after.TryGetValue(pair.Key, out var now) && !string.Equals(now, pair.Value, StringComparison.Ordinal)).Select(pair => pair.Key));

    private static string NameOf(Expression component) => component switch
    {
        NameExpression { Name: var name } => name,
        ComponentIdExpression { Id: var id } => id,
        ParenthesizedExpression inner => NameOf(inner.Inner),
        _ => "it",
    };

    // An editable of plain text holds no markup, so that nothing in it needs to be escaped.
    private static bool IsEditable(Design design, string? componentType, string directive)
    {
        var types = componentType is null ? design.Components.Values : design.Components.TryGetValue(componentType, out var one) ? [one] : [];
        var found = types.Select(type => type.Directives.GetValueOrDefault(directive)).OfType<DirectiveDefinition>().ToList();
        return found.Count > 0 && found.TrueForAll(definition => definition.Kind is DirectiveKind.Editable && definition.Configuration.Find("plainText") is not BooleanValue { Boolean: true });
    }
}
