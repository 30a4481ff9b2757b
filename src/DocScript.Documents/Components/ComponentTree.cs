using System.Collections.Immutable;

namespace DocScript.Documents.Components;

/// <summary>
/// A document's components: an immutable tree with look-up by id. Edits cost the logarithm of its size (removal: of what is removed).
/// Two trees are equal when they hold the same subtrees in the same places.
/// </summary>
public sealed class ComponentTree : IEquatable<ComponentTree>
{
    private volatile Parts? _parts;
    private readonly Func<ArraySegment<byte>, ComponentTree>? _read;
    private readonly int _start, _length;
    private byte[]? _stored;

    internal ComponentTree(ImmutableDictionary<string, Component> components, Container root) => _parts = new Parts(components, root);

    private ComponentTree(ArraySegment<byte> stored, Func<ArraySegment<byte>, ComponentTree> read) => (_stored, _start, _length, _read) = (stored.Array, stored.Offset, stored.Count, read);

    /// <summary>The tree without components.</summary>
    public static ComponentTree Empty { get; } =
        new(ImmutableDictionary.Create<string, Component>(StringComparer.Ordinal), new Container("", null, null, 0));

    private Parts All => _parts ?? Read();

    /// <summary>How many components there are.</summary>
    public int Count => All.Components.Count;

    /// <summary>The list at the root; its name is empty.</summary>
    public Container Root => All.Root;

    /// <summary>All ids, for suggestions.</summary>
    public IEnumerable<string> Ids => All.Components.Keys;

    /// <summary>The component with an id, or null.</summary>
    public Component? Find(string id) => All.Components.GetValueOrDefault(id);

    /// <summary>The components of a container in order: a parent's, or the root's (both null). None where there is no such container.</summary>
    public IEnumerable<Component> Children(string? parent, string? container)
    {
        for (var id = FindContainer(parent, container)?.First; id is not null;)
        {
            var child = All.Components[id];
            yield return child;
            id = child.Next;
        }
    }

    /// <summary>All components depth first, or those below and including <paramref name="from"/>. None where there is no such component.</summary>
    public IEnumerable<Component> DepthFirst(string? from = null)
    {
        var next = from is null ? First(Root) : Find(from);
        while (next is not null)
        {
            var current = next;
            yield return current;
            next = FirstBelow(current) ?? NextAfter(current, from);
        }
    }

    /// <summary>The component and all below it, as a value of its own.</summary>
    /// <exception cref="InvalidOperationException">There is no such component.</exception>
    public Subtree Extract(string id) => Extract(Get(id));

    /// <summary>Where a component stands, said without the component itself: so it is also the gap that it leaves.</summary>
    /// <exception cref="InvalidOperationException">There is no such component.</exception>
    public Location LocationOf(string id)
    {
        var component = Get(id);
        return new(component.Parent, component.Container, component.Previous, component.Next);
    }

    /// <summary>The list of a container, or the root's (both null); null where there is none.</summary>
    public Container? FindContainer(string? parent, string? container)
    {
        if (parent is null) return container is null ? Root : null;
        return container is null ? null : Find(parent)?.FindContainer(container);
    }

    /// <summary>Whether a location is one of this tree, or of this tree without a component.</summary>
    public bool HasGap(Location location, string? without = null)
    {
        if (FindContainer(location.Parent, location.Container) is not { } container) return false;
        if (location.Previous is { } previous && !Stands(previous) || location.Next is { } next && !Stands(next)) return false;
        return Skip(location.Previous is null ? container.First : Find(location.Previous)!.Next, forwards: true) == location.Next
            && Skip(location.Next is null ? container.Last : Find(location.Next)!.Previous, forwards: false) == location.Previous;

        bool Stands(string id) => id != without && Find(id) is { } sibling && sibling.Parent == location.Parent && sibling.Container == location.Container;

        string? Skip(string? id, bool forwards) => id is null || id != without ? id : forwards ? Find(id)!.Next : Find(id)!.Previous;
    }

    /// <summary>Whether a component is <paramref name="ancestor"/> or lies below it.</summary>
    public bool IsWithin(string id, string ancestor)
    {
        for (string? at = id; at is not null; at = Find(at)?.Parent)
        {
            if (string.Equals(at, ancestor, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>How deep a component lies: 1 at the root.</summary>
    public int DepthOf(string id)
    {
        var depth = 0;
        for (string? at = id; at is not null; at = Find(at)?.Parent) depth++;
        return depth;
    }

    /// <summary>The tree with a subtree inserted at a location.</summary>
    /// <exception cref="InvalidOperationException">The location is not one of this tree (siblings not adjacent, unknown parent), or an id is taken: callers have asked the rules before.</exception>
    public ComponentTree Insert(Location location, Subtree subtree)
    {
        var edit = new TreeEdit(All.Components, Root);
        edit.Insert(location, subtree);
        return edit.ToTree();
    }

    /// <summary>The tree without a component and all below it.</summary>
    /// <exception cref="InvalidOperationException">There is no such component.</exception>
    public ComponentTree Remove(string id)
    {
        var gone = DepthFirst(id).Select(component => component.Id).ToList();
        var edit = new TreeEdit(All.Components, Root);
        edit.Unlink(Get(id));
        edit.Drop(gone);
        return edit.ToTree();
    }

    /// <summary>The tree with a component (and all below it) at another location, which is said without the component itself, as <see cref="LocationOf"/> does.</summary>
    /// <exception cref="InvalidOperationException">There is no such component, or the location is not one of this tree without it.</exception>
    public ComponentTree Move(string id, Location location)
    {
        if (LocationOf(id) == location) return this;
        if (location.Parent is { } parent && IsWithin(parent, id)) throw new InvalidOperationException($"component '{id}' can't move into itself");
        var edit = new TreeEdit(All.Components, Root);
        edit.Unlink(Get(id));
        edit.Link(Get(id), location);
        return edit.ToTree();
    }

    /// <summary>The tree with the content, styles, conditions or data of a component changed; its id, links and containers stay.</summary>
    /// <exception cref="InvalidOperationException">There is no such component.</exception>
    public ComponentTree Update(string id, Func<Component, Component> update)
    {
        var old = Get(id);
        var updated = update(old) with
        {
            Id = old.Id,
            Parent = old.Parent,
            Container = old.Container,
            Previous = old.Previous,
            Next = old.Next,
            Containers = old.Containers,
        };
        return new(All.Components.SetItem(id, updated), Root);
    }

    /// <summary>A tree of root components.</summary>
    /// <exception cref="InvalidOperationException">Two components have the same id.</exception>
    public static ComponentTree Of(IEnumerable<Subtree> roots)
    {
        var edit = new TreeEdit(Empty.All.Components, Empty.Root);
        edit.Fill(null, Empty.Root, roots);
        return edit.ToTree();
    }

    /// <summary>
    /// A tree that is read when something of it is asked for the first time: many who load a document only look at its header or metadata.
    /// What <paramref name="read"/> throws comes then, to whoever asks.
    /// </summary>
    internal static ComponentTree Later(ArraySegment<byte> stored, Func<ArraySegment<byte>, ComponentTree> read) => new(stored, read);

    /// <summary>The root components with all below them.</summary>
    public IReadOnlyList<Subtree> ToSubtrees() => [.. Children(null, null).Select(Extract)];

    /// <inheritdoc/>
    public bool Equals(ComponentTree? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other.Count != Count || other.Root != Root) return false;
        if (ReferenceEquals(All.Components, other.All.Components)) return true;
        foreach (var (id, component) in All.Components)
        {
            if (other.Find(id) is not { } twin || twin != component) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ComponentTree);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Root);

    internal Component Get(string id) => Find(id) ?? throw new InvalidOperationException($"there is no component '{id}'");

    private Parts Read()
    {
        // Two threads may both read; what was read is let go after the result is there.
        if (_stored is not { } stored) return _parts!;
        var parts = _read!(new(stored, _start, _length)).All;
        _parts = parts;
        _stored = null;
        return parts;
    }

    private Component? First(Container container) => container.First is { } id ? All.Components[id] : null;

    private Component? FirstBelow(Component parent)
    {
        foreach (var container in parent.Containers)
        {
            if (First(container) is { } first) return first;
        }

        return null;
    }

    private Component? NextAfter(Component component, string? top)
    {
        while (!string.Equals(component.Id, top, StringComparison.Ordinal))
        {
            if (component.Next is { } sibling) return All.Components[sibling];
            if (component.Parent is not { } parentId) return null;

            var parent = All.Components[parentId];
            var later = parent.Containers.SkipWhile(container => container.Name != component.Container).Skip(1);
            if (later.Select(First).FirstOrDefault(first => first is not null) is { } cousin) return cousin;
            component = parent;
        }

        return null;
    }

    private Subtree Extract(Component component) => new(
        component.Id,
        component.Type,
        component.Fixed,
        component.Content,
        component.Styles,
        component.Conditions,
        component.Data,
        [.. component.Containers.Select(container => new SubtreeContainer(container.Name, [.. Children(component.Id, container.Name).Select(Extract)]))]);

    private sealed record Parts(ImmutableDictionary<string, Component> Components, Container Root);
}
