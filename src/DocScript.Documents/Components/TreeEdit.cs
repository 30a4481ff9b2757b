using System.Collections.Immutable;

namespace DocScript.Documents.Components;

/// <summary>One edit of a tree under way: links are mended here and nowhere else.</summary>
internal sealed class TreeEdit(ImmutableDictionary<string, Component> components, Container root)
{
    private readonly ImmutableDictionary<string, Component>.Builder _components = components.ToBuilder();
    private Container _root = root;

    public ComponentTree ToTree() => new(_components.ToImmutable(), _root);

    public void Insert(Location location, Subtree subtree)
    {
        Check(location);
        Add(subtree, location.Parent, location.Container, previous: null, next: null);
        Link(_components[subtree.Id], location);
    }

    public void Drop(IEnumerable<string> ids) => _components.RemoveRange(ids);

    /// <summary>Puts a component that is linked nowhere between the siblings of a location.</summary>
    public void Link(Component component, Location location)
    {
        if (location.Previous == component.Id || location.Next == component.Id)
            throw new InvalidOperationException($"component '{component.Id}' can't stand beside itself");
        var (container, before, after) = Check(location);
        if (before is not null) _components[before.Id] = before with { Next = component.Id };
        if (after is not null) _components[after.Id] = after with { Previous = component.Id };
        _components[component.Id] = component with
        {
            Parent = location.Parent,
            Container = location.Container,
            Previous = location.Previous,
            Next = location.Next,
        };
        Replace(location.Parent, container with
        {
            First = before is null ? component.Id : container.First,
            Last = after is null ? component.Id : container.Last,
            Count = container.Count + 1,
        });
    }

    /// <summary>Closes the gap around a component; the component itself stays known, for <see cref="Link"/> or <see cref="Drop"/>.</summary>
    public void Unlink(Component component)
    {
        var container = Container(component.Parent, component.Container);
        if (component.Previous is { } previous) _components[previous] = _components[previous] with { Next = component.Next };
        if (component.Next is { } next) _components[next] = _components[next] with { Previous = component.Previous };
        Replace(component.Parent, container with
        {
            First = component.Previous is null ? component.Next : container.First,
            Last = component.Next is null ? component.Previous : container.Last,
            Count = container.Count - 1,
        });
    }

    /// <summary>Puts children into an empty container, one after the other.</summary>
    public void Fill(string? parent, Container container, IEnumerable<Subtree> children)
    {
        var filled = FillList(parent, parent is null ? null : container.Name, container, children);
        Replace(parent, filled);
    }

    private (Container Container, Component? Before, Component? After) Check(Location location)
    {
        var container = Container(location.Parent, location.Container);
        var before = location.Previous is null ? null : Sibling(location.Previous, location);
        var after = location.Next is null ? null : Sibling(location.Next, location);
        if ((before is null ? container.First : before.Next) != location.Next || (after is null ? container.Last : after.Previous) != location.Previous)
            throw new InvalidOperationException($"components '{location.Previous}' and '{location.Next}' do not stand beside each other");
        return (container, before, after);
    }

    private Container FillList(string? parent, string? name, Container container, IEnumerable<Subtree> children)
    {
        string? previous = null;
        string? first = null;
        var count = 0;
        Subtree? waiting = null;
        foreach (var child in children)
        {
            if (waiting is not null)
            {
                Add(waiting, parent, name, previous, child.Id);
                previous = waiting.Id;
            }

            waiting = child;
            first ??= child.Id;
            count++;
        }

        if (waiting is not null) Add(waiting, parent, name, previous, next: null);
        return container with { First = first, Last = waiting?.Id, Count = count };
    }

    private void Add(Subtree subtree, string? parent, string? container, string? previous, string? next)
    {
        if (_components.ContainsKey(subtree.Id)) throw new InvalidOperationException($"component id '{subtree.Id}' is taken");
        var component = new Component
        {
            Id = subtree.Id,
            Type = subtree.Type,
            Parent = parent,
            Container = container,
            Previous = previous,
            Next = next,
            Fixed = subtree.Fixed,
            Content = subtree.Content,
            Styles = subtree.Styles,
            Conditions = subtree.Conditions,
            Data = subtree.Data,
        };
        _components.Add(subtree.Id, component);
        if (subtree.Containers.Count == 0) return;

        var containers = new Container[subtree.Containers.Count];
        for (var i = 0; i < containers.Length; i++)
        {
            var (name, children) = subtree.Containers[i];
            containers[i] = FillList(subtree.Id, name, new Container(name, null, null, 0), children);
        }

        _components[subtree.Id] = component with { Containers = containers };
    }

    private Container Container(string? parent, string? name)
    {
        if (parent is null && name is null) return _root;
        if (parent is not null && name is not null && _components.GetValueOrDefault(parent)?.FindContainer(name) is { } found) return found;
        throw new InvalidOperationException($"there is no container '{parent}.{name}'");
    }

    private Component Sibling(string id, Location location)
    {
        if (_components.GetValueOrDefault(id) is not { } sibling) throw new InvalidOperationException($"there is no component '{id}'");
        if (sibling.Parent != location.Parent || sibling.Container != location.Container)
            throw new InvalidOperationException($"component '{id}' does not stand in '{location.Parent}.{location.Container}'");
        return sibling;
    }

    private void Replace(string? parent, Container container)
    {
        if (parent is null)
        {
            _root = container;
            return;
        }

        var holder = _components[parent];
        _components[parent] = holder with
        {
            Containers = [.. holder.Containers.Select(old => string.Equals(old.Name, container.Name, StringComparison.Ordinal) ? container : old)],
        };
    }
}
