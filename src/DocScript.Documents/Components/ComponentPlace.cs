namespace DocScript.Documents.Components;

/// <summary>Where a command wants a component, before the tree was asked.</summary>
public abstract record ComponentPlace;

/// <summary>First or last at the document's root.</summary>
public sealed record AtRoot(bool First) : ComponentPlace;

/// <summary>First or last in a container; null: the parent's only one.</summary>
public sealed record InContainer(string Parent, string? Container, bool First) : ComponentPlace;

/// <summary>After and/or before siblings (both: they must be adjacent); the parent and container are a check where given.</summary>
public sealed record BesideSibling(string? After, string? Before, string? Parent, string? Container) : ComponentPlace;
