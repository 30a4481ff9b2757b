namespace FsCheck.Xunit;

/// <summary>A property does not hold: the message shows the smallest counterexample found and the seed to replay.</summary>
public sealed class PropertyFailedException(string message, Exception? inner = null) : Exception(message, inner);
