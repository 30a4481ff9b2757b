using DocScript.Engine.Commands;
using DocScript.Engine.Commands.BuiltIn;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>The operations of Livingdocs' command API (contracts/livingdocs.md 1.2), one line each. Of several that fit the first is taken.</summary>
internal sealed class OperationTable
{
    private readonly CommandTable _commands;

    public OperationTable(CommandTable commands)
    {
        _commands = commands;
        Rows = All();
        Names = [.. Rows.Select(row => row.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The member that names an operation.</summary>
    public const string Tag = "operation";

    /// <summary>The operations in the order of the contract.</summary>
    public IReadOnlyList<Operation> Rows { get; }

    /// <summary>The names in the order of the contract.</summary>
    public IReadOnlyList<string> Names { get; }

    private IReadOnlyList<Operation> All() =>
    [
        // Null unsets: the same in both languages, so that one of the two has to be chosen, and 'unset' says it.
        Row<UnsetMeta>("setMetadataProperty", new PropertyField("propertyName", UnsetMeta.Property), new NullField("value"), Old(UnsetMeta.Was)),
        Row<SetMeta>("setMetadataProperty", new PropertyField("propertyName", SetMeta.Property), new ValueField("value", SetMeta.Value, ValueKind.Any), Old(SetMeta.Was)),
        Row<SetTitle>("setTitle", new ValueField("value", SetTitle.Title, ValueKind.Text), Old(SetTitle.Was)),
        Row<Insert>("insertComponent", new NameField("componentId", Insert.Id, optional: true), new NameField("componentName", Insert.Type), new ValueField("content", Insert.Content, ValueKind.Object, optional: true), new PositionField("position", Insert.Place)),
        Row<Remove>("removeComponent", new ComponentField("componentId", Remove.Components)),
        Row<SetCondition>("setComponentCondition", new TargetField("componentId", null, SetCondition.Component, ComponentName.Alone), new NameField("conditionName", SetCondition.Condition, only: "dateTime"), new ValueField("value", SetCondition.Value, ValueKind.ObjectOrNull), Old(SetCondition.Was)),
        Row<SetStyle>("setComponentStyle", new TargetField("componentId", null, SetStyle.Target, ComponentName.Either), new NameField("propertyName", SetStyle.Property), new ValueField("value", SetStyle.Value, ValueKind.TextOrNull), Old(SetStyle.Was)),
        Directive("setEditableDirective", "editable", ValueKind.TextOrNull),
        Directive("setIncludeDirective", "include", ValueKind.Include),
        Directive("setLinkDirective", "link", ValueKind.ObjectOrNull),
        Row<SetStyle>("setStyleDirective", new TargetField("componentId", "directiveName", SetStyle.Target, ComponentName.Either), new NameField("propertyName", SetStyle.Property), new ValueField("value", SetStyle.Value, ValueKind.TextOrNull), Old(SetStyle.Was)),
        Row<SetEmbargo>("setEmbargo", new ValueField("reason", SetEmbargo.Reason, ValueKind.Text, optional: true), new ValueField("until", SetEmbargo.Until, ValueKind.Date, optional: true)),
        Row<LiftEmbargo>("removeEmbargo"),
        Row<Schedule>("addPublishSchedule", new ChoiceField(Schedule.What, "publish"), new ValueField("date", Schedule.At, ValueKind.Date)),
        Row<CancelSchedule>("cancelPublishSchedule", new ChoiceField(CancelSchedule.What, "publish")),
        Row<Schedule>("addUnpublishSchedule", new ChoiceField(Schedule.What, "unpublish"), new ValueField("date", Schedule.At, ValueKind.Date)),
        Row<CancelSchedule>("cancelUnpublishSchedule", new ChoiceField(CancelSchedule.What, "unpublish")),
        Row<Publish>("publish"),
        Row<Unpublish>("unpublish"),
    ];

    /// <summary>The syntax of a command.</summary>
    public CommandSyntax SyntaxOf<T>()
        where T : Command => _commands.Commands.OfType<T>().Single().Syntax;

    private Operation Directive(string name, string kind, ValueKind value) => Row<SetDirective>(
        name,
        new TargetField("componentId", "directiveName", SetDirective.Target, ComponentName.Directive),
        new ChoiceField(SetDirective.Kind, kind),
        new ValueField("value", SetDirective.Value, value),
        Old(SetDirective.Was));

    private static ValueField Old(Hole<Expression> was) => new("oldValue", was, ValueKind.Any, optional: true);

    private Operation Row<T>(string name, params IReadOnlyList<Field> fields)
        where T : Command => new(name, SyntaxOf<T>(), fields);
}
