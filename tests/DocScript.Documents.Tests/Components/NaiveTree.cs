using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Components;

/// <summary>A document's components as plain nested lists, searched from end to end: what the linked tree must agree with.</summary>
internal sealed class NaiveTree
{
    private readonly List<Node> _roots;

    public NaiveTree(IEnumerable<Subtree> roots) => _roots = [.. roots.Select(Node.Of)];

    public IReadOnlyList<Subtree> ToSubtrees() => [.. _roots.Select(root => root.ToSubtree())];

    public void Apply(Change change)
    {
        switch (change)
        {
            case ComponentInserted inserted:
                Put(Node.Of(inserted.Subtree), inserted.Location);
                break;
            case ComponentRemoved removed:
                Take(removed.Subtree.Id);
                break;
            case ComponentMoved moved:
                Put(Take(moved.Id), moved.To);
                break;
            case DirectiveSet set:
                var node = All(_roots).Single(candidate => candidate.Self.Id == set.Component);
                var content = node.Self.Content;
                node.Self = node.Self with { Content = set.Value is null ? content.Without(set.Directive) : content.With(set.Directive, set.Value) };
                break;
            case StyleSet set:
                var styled = All(_roots).Single(candidate => candidate.Self.Id == set.Component);
                if (set.Directive is null) styled.Self = styled.Self with { Styles = With(styled.Self.Styles, set.Property, set.Value) };
                else
                {
                    var box = With((ObjectValue?)styled.Self.Content.Find(set.Directive) ?? ObjectValue.Empty, set.Property, set.Value);
                    styled.Self = styled.Self with { Content = With(styled.Self.Content, set.Directive, box.Count == 0 ? null : box) };
                }

                break;
            case ConditionSet set:
                var shown = All(_roots).Single(candidate => candidate.Self.Id == set.Component);
                shown.Self = shown.Self with { Conditions = With(shown.Self.Conditions, set.Name, set.Value) };
                break;
        }
    }

    private static ObjectValue With(ObjectValue members, string name, Value? value) => value is null ? members.Without(name) : members.With(name, value);

    private void Put(Node node, Location location)
    {
        var list = List(location.Parent, location.Container);
        var at = location.Previous is null ? 0 : list.FindIndex(sibling => sibling.Self.Id == location.Previous) + 1;
        Assert.Equal(location.Next, at < list.Count ? list[at].Self.Id : null);
        list.Insert(at, node);
    }

    private Node Take(string id)
    {
        var list = All(_roots).SelectMany(node => node.Containers.Select(container => container.Children)).Append(_roots).Single(children => children.Exists(child => child.Self.Id == id));
        var node = list.Find(child => child.Self.Id == id)!;
        list.Remove(node);
        return node;
    }

    private List<Node> List(string? parent, string? container) => parent is null
        ? _roots
        : All(_roots).Single(node => node.Self.Id == parent).Containers.Single(list => list.Name == container).Children;

    private static IEnumerable<Node> All(IEnumerable<Node> nodes) =>
        nodes.SelectMany(node => All(node.Containers.SelectMany(container => container.Children)).Prepend(node));

    private sealed class Node
    {
        public required Subtree Self { get; set; }

        public required List<(string Name, List<Node> Children)> Containers { get; init; }

        public static Node Of(Subtree subtree) => new()
        {
            Self = subtree,
            Containers = [.. subtree.Containers.Select(container => (container.Name, container.Children.Select(Of).ToList()))],
        };

        public Subtree ToSubtree() =>
            Self with { Containers = [.. Containers.Select(container => new SubtreeContainer(container.Name, [.. container.Children.Select(child => child.ToSubtree())]))] };
    }
}
