using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary><c>for each component</c>: depth first, fixed before the body runs the first time; a component removed meanwhile is skipped.</summary>
internal sealed class ComponentLoop(Interpreter interpreter)
{
    private RunState State => interpreter.State;

    public void Run(ForEachComponentStatement loop)
    {
        if (loop.Type is { } type && Rules.ComponentTypeExists(State.Workspace.Design, null, type.Text) is { } violation) throw ScriptFault.Of(violation, type.Span);
        var variable = loop.Variable?.Text;
        var limit = loop.Limit is null ? int.MaxValue : interpreter.Whole(loop.Limit, "'limit'");
        var selected = new List<ComponentReference>();
        foreach (var candidate in Candidates(loop))
        {
            if (selected.Count >= limit) break;
            if (loop.Where is null || Meets(loop.Where, variable, candidate)) selected.Add(candidate);
        }

        foreach (var reference in selected)
        {
            interpreter.CheckTime(loop.Span);
            if (State.Workspace.Find(reference.Document)?.Components.Find(reference.Id) is null) continue;
            interpreter.RunIn(loop.Body, State.CurrentId, variable, reference);
        }
    }

    private bool Meets(Expression where, string? variable, ComponentReference candidate)
    {
        var scope = State.Scope;
        State.Scope = new Scope(scope);
        if (variable is not null) State.Scope.Declare(variable, candidate);
        var meets = interpreter.Evaluator.Condition(where);
        State.Scope = scope;
        return meets;
    }

    private List<ComponentReference> Candidates(ForEachComponentStatement loop)
    {
        var found = new List<ComponentReference>();
        if (loop.In is null)
        {
            var document = State.Current(loop.Span);
            Add(document, document.Components.DepthFirst());
            return found;
        }

        var whole = loop.In.Member is null ? loop.In.Component : new MemberExpression(loop.In.Component, loop.In.Member) { Span = loop.In.Span };
        switch (interpreter.Evaluator.Evaluate(whole))
        {
            case DocumentReference reference:
                var other = State.Workspace.Get(reference.Id);
                Add(other, other.Components.DepthFirst());
                break;
            case ComponentReference reference:
                var (document, component) = interpreter.Evaluator.Resolve(reference, loop.In.Span);
                Add(document, document.Components.DepthFirst(component.Id).Skip(1));
                break;
            case ListValue list when list.Items.All(item => item is ComponentReference):
                foreach (var item in list.Items.Cast<ComponentReference>())
                {
                    var (owner, root) = interpreter.Evaluator.Resolve(item, loop.In.Span);
                    Add(owner, owner.Components.DepthFirst(root.Id));
                }

                break;
            case var value:
                throw new ScriptFault(EngineCodes.WrongKind, $"'in' takes a component, a container or a document, not {Kinds.WithArticle(value)}", loop.In.Span);
        }

        return found;

        void Add(Document document, IEnumerable<Component> components) => found.AddRange(components
            .Where(component => loop.Type is null || string.Equals(component.Type, loop.Type.Text, StringComparison.Ordinal))
            .Select(component => new ComponentReference(document.Id, component.Id)));
    }
}
