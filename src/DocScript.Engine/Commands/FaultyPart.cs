using DocScript.Language.Tree;
using Path = DocScript.Language.Tree.Path;

namespace DocScript.Engine.Commands;

/// <summary>Finds what a violation stands against in the text of a command: check and run mark the same.</summary>
internal static class FaultyPart
{
    /// <summary>The filling of the hole that the command names for the part, or what of it is at fault; the statement where nothing was written for it.</summary>
    public static Node Of(Violation violation, Command command, CommandStatement statement)
    {
        if (command.Parts[violation.Part] is not { } hole || statement.Arguments.Find(hole) is not { } filling) return statement;
        return filling switch
        {
            ObjectExpression entries => Entry(entries, violation),
            Path { Names: [var property, ..] } when violation.Name is not null => property,
            Target target when violation.Part is EditPart.Property or EditPart.Kind => target.Member ?? (Node)target,
            ContainerPlace place when violation.Part == EditPart.Container => Container(place.Container, violation),
            SiblingPlace { In: { } container } when violation.Part == EditPart.Container => Container(container, violation),
            _ => filling,
        };
    }

    // What is written may be the value of the property, or an object that has the property.
    private static Node Entry(ObjectExpression entries, Violation violation)
    {
        if (Find(entries, violation.Property) is { } entry)
            return violation.Part != EditPart.Value ? entry.Key : entry.Value is ObjectExpression value ? Member(value, violation) : entry.Value;
        return Member(entries, violation);
    }

    private static Node Member(ObjectExpression value, Violation violation) =>
        Find(value, violation.Member) is { } member ? violation.Name == violation.Member ? member.Key : member.Value : value;

    private static ObjectEntry? Find(ObjectExpression entries, string? key) =>
        entries.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal));

    private static Node Container(Target target, Violation violation) => violation.Property is null ? target : target.Member ?? (Node)target;
}
