using DocScript.Documents.Values;

namespace DocScript.Documents.Components;

/// <summary>
/// What readers see of a tree (contracts/livingdocs.md 2.6): a component whose conditions hold, in components that they see. <c>dateTime</c> holds from <c>gte</c> on
/// and before <c>lt</c>, each where it is there; <c>brands</c> holds for the brands that it names, and for readers of no known brand only where it names none.
/// What can't be read holds never.
/// </summary>
public static class VisibleComponents
{
    /// <summary>The tree without what readers don't see at an instant.</summary>
    /// <param name="tree">All components.</param>
    /// <param name="instant">When they read.</param>
    /// <param name="brand">The brand that they read, or null where that is not known.</param>
    public static ComponentTree Of(ComponentTree tree, DateTimeOffset instant, string? brand)
    {
        var hidden = tree.DepthFirst().Where(component => component.Conditions.Count > 0 && !IsVisible(component, instant, brand)).ToList();
        foreach (var component in hidden)
            if (tree.Find(component.Id) is not null)
                tree = tree.Remove(component.Id);
        return tree;
    }

    /// <summary>Whether the component's own conditions hold.</summary>
    public static bool IsVisible(Component component, DateTimeOffset instant, string? brand) =>
        HasCome(component.Conditions.Find("dateTime"), instant) && Includes(component.Conditions.Find("brands"), brand);

    private static bool HasCome(Value? dates, DateTimeOffset instant) => dates switch
    {
        null or NullValue => true,
        ObjectValue bounds => (bounds.Find("gte") is null or NullValue || At(bounds.Find("gte")) <= instant) && (bounds.Find("lt") is null or NullValue || instant < At(bounds.Find("lt"))),
        _ => false,
    };

    private static bool Includes(Value? brands, string? brand) => brands switch
    {
        null or NullValue or ListValue { Items: [] } => true,
        ListValue { Items: var names } => names.Any(name => name is TextValue text && string.Equals(text.Text, brand, StringComparison.Ordinal)),
        _ => false,
    };

    private static DateTimeOffset? At(Value? date) => date is TextValue text && DateValue.TryParse(text.Text, out var at) ? at.Instant : null;
}
