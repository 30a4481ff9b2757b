namespace DocScript.Hooks.Contract;

/// <summary>x</summary>
public sealed class Files
{
}

/// <summary>x</summary>
public sealed class Http
{
}
