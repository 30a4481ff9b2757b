using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Diagnostics;

/// <summary>The codes of folders of C# commands and of trust in them (DS63).</summary>
public static class TrustCodes
{
    /// <summary>The script needs something of a folder that this user never trusted.</summary>
    public static DiagnosticCode NotTrusted { get; } = new("DS6301", "commands folder is not trusted", "The script needs a command, function or hook of a folder that lies beside it or is set for the store, and this user has not trusted the folder. Nothing of it was run. Look at its files, then trust it with 'docscript trust'.");

    /// <summary>The folder is not as it was when it was trusted.</summary>
    public static DiagnosticCode ChangedSince { get; } = new("DS6302", "commands folder changed since it was trusted", "Trust is for the files as they were: the message names those that changed, are new or gone. Look at them, then trust the folder again.");

    /// <summary>There is no such folder.</summary>
    public static DiagnosticCode NoFolder { get; } = new("DS6303", "commands folder is not there", "The folder that is set for the store, or whose hooks a saved plan had, does not exist here, or is a file. A script may need its hooks, so nothing is done without them. Bring the folder back, set another with 'docscript commands use', or make the plan again.");

    /// <summary>The system refused to read the folder or a file in it, or a file is larger than one that is compiled.</summary>
    public static DiagnosticCode FolderUnreadable { get; } = new("DS6304", "commands folder can't be read", "The system refused to read the folder or a file in it, a link leads nowhere, or a file is too large. Check its permissions.");

    /// <summary>Two files declare what can't be told apart.</summary>
    public static DiagnosticCode DeclaredTwice { get; } = new("DS6305", "declared twice", "Two commands that can't be told apart, or two functions or hooks of one name, are declared in the folders that the script has. The message names both files.");

    /// <summary>A newer version of a folder is wrong, and the one before is still in use.</summary>
    public static DiagnosticCode EarlierKept { get; } = new("DS6306", "earlier commands kept", "The files of a folder changed while this program runs, and the new version does not compile or is not trusted. The version before stays in use.") { Severity = Severity.Warning };

    /// <summary>The file that says what is trusted can be written by others.</summary>
    public static DiagnosticCode TrustOpen { get; } = new("DS6307", "trust file is open to others", "Others can write to the file that says which folders this user trusts, or to the folder it is in, so it is not believed. Take their right away with chmod, and look at what 'docscript trust --list' then says.");

    /// <summary>The file that says what is trusted is no such file.</summary>
    public static DiagnosticCode TrustDamaged { get; } = new("DS6308", "trust file is damaged", "The file that says which folders this user trusts is cut short or was written by something else. Nothing of it is believed. Move it away and trust the folders again.");

    /// <summary>A newer DocScript wrote the file that says what is trusted.</summary>
    public static DiagnosticCode TrustNewer { get; } = new("DS6309", "trust file is of a newer format", "A newer DocScript wrote the file that says which folders this user trusts. Update this one; it writes nothing to what it does not understand.");

    /// <summary>The file that says what is trusted can't be read or written.</summary>
    public static DiagnosticCode TrustUnusable { get; } = new("DS6310", "trust file can't be used", "The file that says which folders this user trusts can't be read or written, or another process is just changing it. Check the permissions of its folder, which DOCSCRIPT_HOME can name.");

    /// <summary>There is nothing to trust.</summary>
    public static DiagnosticCode NothingToTrust { get; } = new("DS6311", "nothing to trust", "Trust is for the files of a folder, and it has none that end in .csx; or a folder is to be revoked that was not trusted.");

    /// <summary>Everybody can write to a folder that is trusted.</summary>
    public static DiagnosticCode FolderOpen { get; } = new("DS6312", "others can write to the folder", "Everybody on this machine can change the files of the folder. What they change is not run until it is trusted again, but look at the files before you do.") { Severity = Severity.Warning };

    /// <summary>A command or function says nothing of itself.</summary>
    public static DiagnosticCode NoSummary { get; } = new("DS6313", "no summary", "A command or function in C# has no summary, so that lists, help and completion have nothing to say of it. Write one line above it, as /// <summary>What it does.</summary>.") { Severity = Severity.Warning };

    /// <summary>The example of a command or function is not one.</summary>
    public static DiagnosticCode BadExample { get; } = new("DS6314", "example is no script", "The example that a command or function in C# gives of itself can't be read as a script.") { Severity = Severity.Warning };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } = [NotTrusted, ChangedSince, NoFolder, FolderUnreadable, DeclaredTwice, EarlierKept, TrustOpen, TrustDamaged, TrustNewer, TrustUnusable, NothingToTrust, FolderOpen, NoSummary, BadExample];
}
