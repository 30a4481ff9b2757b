using DocScript.Engine.Json.Reading;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>
/// Where a component is inserted: <c>after x</c>, <c>before x</c>, <c>between x and y</c>, <c>last in p.c</c>, and <c>in p.c</c> beside a sibling.
/// An empty position is <c>at end</c>, none at all no place, which mean the same.
/// </summary>
internal sealed class PositionField(string key, Hole<Place> hole) : Field
{
    private const string Parent = "parentComponentId", Container = "parentContainerName", Previous = "previousComponentId", Next = "nextComponentId";

    public override void Read(StrictObject operation, ICollection<(Hole Hole, Node Filling)> fillings)
    {
        if (operation.Find(key) is not { } json || StrictObject.Of(json, operation.Place.Member(key), operation.Problems) is not { } position) return;
        var container = ReadContainer(position);
        var (after, before) = (ReadSibling(position, Previous), ReadSibling(position, Next));
        position.RefuseOthers();
        fillings.Add((hole, (after, before, container) switch
        {
            (null, null, null) => new RootPlace(AtStart: false),
            (null, null, _) => new ContainerPlace(First: false, container),
            _ => new SiblingPlace(after, before, container),
        }));
    }

    public override void Write(Arguments arguments, OperationWriter to)
    {
        if (arguments.Find(hole) is not { } place) return;
        to.Json.WriteStartObject(key);
        switch (place)
        {
            case RootPlace { AtStart: true } or ContainerPlace { First: true }:
                to.Obstacle(place, "a component is inserted by Livingdocs at the end or beside another one, not at a start", "write 'before' and the component that is the first");
                break;
            case ContainerPlace last: WriteContainer(last.Container, to); break;
            case SiblingPlace sibling:
                if (sibling.In is { } container) WriteContainer(container, to);
                if (sibling.After is { } after) to.Component(Previous, after);
                if (sibling.Before is { } before) to.Component(Next, before);
                break;
        }

        to.Json.WriteEndObject();
    }

    private static Target? ReadContainer(StrictObject position)
    {
        var (parent, container) = (position.FindText(Parent), position.FindText(Container));
        if (parent is not null && position.Find(Container) is null) position.Problems.Missing(position.Place, Container, position.Json, "name the container of the parent");
        if (container is not null && position.Find(Parent) is null) position.Problems.Missing(position.Place, Parent, position.Json, "name the component that has the container");
        return parent is null || container is null ? null : ComponentName.Of(parent, container, ComponentName.Containers);
    }

    private static Expression? ReadSibling(StrictObject position, string key) => position.FindText(key) is { } id ? ComponentName.Of(id) : null;

    private static void WriteContainer(Target target, OperationWriter to)
    {
        var (component, container) = ComponentName.Either(target);
        to.Component(Parent, component);
        if (container is not null) to.Json.WriteString(Container, container.Text);
        else to.Obstacle(target, "the container has to be named for Livingdocs, also where the component has only one", "write <component>.<container>");
    }
}
