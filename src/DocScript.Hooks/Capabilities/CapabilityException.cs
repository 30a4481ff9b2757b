using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Capabilities;

/// <summary>A command asked for a file or an address that it was not granted, or that could not be read.</summary>
public sealed class CapabilityException : Exception
{
    internal CapabilityException(string message, string help, Exception? inner = null)
        : base(message, inner) => Help = help;

    /// <summary>DS6107.</summary>
    public DiagnosticCode Code => SafetyCodes.OutsideGrant;

    /// <summary>What to do about it.</summary>
    public string Help { get; }
}
