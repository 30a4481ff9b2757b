using DocScript.Engine.Json.Reading;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>A part of an operation: how its members become the filling of a hole, and back.</summary>
internal abstract class Field
{
    /// <summary>Whether an operation in JSON can be meant, where several commands do what it does.</summary>
    public virtual bool Fits(ObjectExpression operation) => true;

    /// <summary>Whether a command can be meant, where it does what several operations do.</summary>
    public virtual bool Fits(Arguments arguments) => true;

    /// <summary>Adds what the members say, or problems.</summary>
    public abstract void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings);

    /// <summary>Writes the members, or obstacles.</summary>
    public abstract void Write(Arguments arguments, OperationWriter to);
}

/// <summary>A text that is a name: of a component's type, a style, a new component; with <paramref name="only"/> there is but one.</summary>
internal sealed class NameField(string key, Hole<Name> hole, bool optional = false, string? only = null) : Field
{
    private readonly string _help = $"add the {hole.Label}";

    public override void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings)
    {
        var name = optional ? operation.FindText(key) : operation.GetText(key, _help);
        if (name is null) return;
        if (only is not null && name != only) operation.Problems.NotOneOf(operation.Place.Member(key), (TextLiteral)operation.Find(key)!, [only]);
        fillings.Add((hole, new Name(name)));
    }

    public override void Write(Arguments arguments, OperationWriter to)
    {
        if (arguments.Find(hole) is not { } name) return;
        if (only is not null && name.Text != only) to.Obstacle(name, $"there is no {hole.Label} '{name.Text}' in Livingdocs' command API", $"it has '{only}'");
        to.Json.WriteString(key, name.Text);
    }
}

/// <summary>A text that is a metadata property; with points in it it is one all the same.</summary>
internal sealed class PropertyField(string key, Hole<Language.Tree.Path> hole) : Field
{
    public override void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings)
    {
        if (operation.GetText(key, "name the property") is { } property) fillings.Add((hole, new Language.Tree.Path([new Name(property)])));
    }

    public override void Write(Arguments arguments, OperationWriter to)
    {
        var path = arguments.Get(hole);
        if (path.Names.Count > 1) to.Obstacle(path, $"'{path}' is a member of a property, and Livingdocs sets whole properties", $"set '{path.Names[0].Text}' to an object");
        to.Json.WriteString(key, path.Names[0].Text);
    }
}

/// <summary>The id of the one component of a command that can take several.</summary>
internal sealed class ComponentField(string key, Hole<Language.Grammar.Components> hole) : Field
{
    public override void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings)
    {
        if (operation.GetText(key, "name the component by its id") is { } id) fillings.Add((hole, new Language.Grammar.Components([ComponentName.Of(id)])));
    }

    public override void Write(Arguments arguments, OperationWriter to) => to.Component(key, arguments.Get(hole).Elements[0]);
}

/// <summary>The id of a component, with <paramref name="directiveKey"/> also one of its directives; <paramref name="split"/> says which is which in a script.</summary>
internal sealed class TargetField(string key, string? directiveKey, Hole<Target> hole, Func<Target, (Expression Component, Name? Member)> split) : Field
{
    public override bool Fits(Arguments arguments) => split(arguments.Get(hole)).Member is null == directiveKey is null;

    public override void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings)
    {
        var id = operation.GetText(key, "name the component by its id");
        var directive = directiveKey is null ? null : operation.GetText(directiveKey, "name the directive");
        if (id is null) return;
        if (directiveKey is null) fillings.Add((hole, new Target(ComponentName.Of(id), null)));
        else if (directive is not null) fillings.Add((hole, ComponentName.Of(id, directive, ComponentName.Content)));
    }

    public override void Write(Arguments arguments, OperationWriter to)
    {
        var (component, directive) = split(arguments.Get(hole));
        to.Component(key, component);
        if (directive is not null) to.Json.WriteString(directiveKey!, directive.Text);
    }
}

/// <summary>A value.</summary>
internal sealed class ValueField(string key, Hole<Expression> hole, ValueKind kind, bool optional = false) : Field
{
    private readonly string _help = $"add {kind.Expected}";

    public override void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings)
    {
        var value = optional ? operation.Find(key) : operation.Get(key, _help);
        if (value is null) return;
        if (!kind.Accepts(value)) operation.Problems.WrongKind(operation.Place.Member(key), value, kind.Expected);
        else if (kind.Lacks(value)) operation.Problems.Missing(operation.Place.Member(key), kind.Needs!, value, $"'{key}' is {kind.Expected}");
        fillings.Add((hole, value));
    }

    public override void Write(Arguments arguments, OperationWriter to)
    {
        if (arguments.Find(hole) is { } value) to.Value(key, value, kind);
    }
}

/// <summary>A value that must be null and needs no hole: the command says it.</summary>
internal sealed class NullField(string key) : Field
{
    public override bool Fits(ObjectExpression operation) => operation.Entries.Any(entry => entry is { Key.Text: var found, Value: NullLiteral } && found == key);

    public override void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings) => operation.Find(key);

    public override void Write(Arguments arguments, OperationWriter to) => to.Json.WriteNull(key);
}

/// <summary>A word of the script that the operation's name says.</summary>
internal sealed class ChoiceField(Hole<Name> hole, string choice) : Field
{
    public override bool Fits(Arguments arguments) => arguments.Find(hole)?.Text == choice;

    public override void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings) => fillings.Add((hole, new Name(choice)));

    public override void Write(Arguments arguments, OperationWriter to) { }
}
