using System.Globalization;
using DocScript.Engine.Storage.Durable;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Trust;

/// <summary>The file in which a user's trust is kept, private to the user. One that others could have written is not believed.</summary>
/// <param name="home">The folder it is in, made when something is first trusted.</param>
/// <param name="patience">How long to wait for another that changes it; null for 10 s.</param>
public sealed class TrustFile(string home, TimeSpan? patience = null)
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Its path.</summary>
    public string Path { get; } = System.IO.Path.Combine(home, "trust.json");

    /// <summary>What it says; without a file, that nothing is trusted. Where there is a problem nothing is.</summary>
    public (TrustList Trusted, Diagnostic? Problem) Read()
    {
        try
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!OperatingSystem.IsWindows() && (IsOpen(File.GetUnixFileMode(file.SafeFileHandle)) ? Open(Path) : OpenHome()) is { } open) return (TrustList.Empty, open);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return TrustJson.Read(bytes) is { } list
                ? (list, null)
                : (TrustList.Empty, Problem(TrustCodes.TrustNewer, $"a newer DocScript wrote '{Path}'", "update this one, or name another folder with DOCSCRIPT_HOME"));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return (TrustList.Empty, null);
        }
        catch (FormatException)
        {
            return (TrustList.Empty, Problem(TrustCodes.TrustDamaged, $"'{Path}' is damaged or no trust file", "move it away, then trust the folders again with 'docscript trust'"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (TrustList.Empty, Unusable("read", exception));
        }
    }

    /// <summary>Changes what it says, at one stroke; answers why that can't be done, or null. Nothing is written to a file that can't be believed or understood.</summary>
    public Diagnostic? Change(Func<TrustList, TrustList> change)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(home);
            else Directory.CreateDirectory(home, OwnFolder);
            if (OpenHome() is { } open) return open;
            // Whoever holds this file changes the other; it goes free when its holder ends, however that happens.
            using var turn = Turn(System.IO.Path.Combine(home, "trust.lock"));
            var (trusted, problem) = Read();
            if (problem is not null) return problem;
            var beside = string.Create(CultureInfo.InvariantCulture, $"{Path}.{Environment.ProcessId}.tmp");
            using (var file = OwnedFile(beside, FileMode.Create))
            {
                file.Write(TrustJson.Write(change(trusted)));
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, Path, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unusable("written", exception);
        }
    }

    private FileStream Turn(string path)
    {
        FileStream? taken = null;
        return new Patience(patience ?? TimeSpan.FromSeconds(10)).Try(TryTake) ? taken! : throw new IOException("another process holds it and does not let go");

        bool TryTake()
        {
            try
            {
                taken = OwnedFile(path, FileMode.OpenOrCreate);
                return true;
            }
            catch (IOException) when (File.Exists(path))
            {
                return false;
            }
        }
    }

    private static FileStream OwnedFile(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnFile;
        return new FileStream(path, options);
    }

    // Whoever can write to the folder can put another file in its place.
    private Diagnostic? OpenHome() => !OperatingSystem.IsWindows() && IsOpen(File.GetUnixFileMode(home)) ? Open(home) : null;

    private Diagnostic Open(string what) =>
        Problem(TrustCodes.TrustOpen, $"others can write to '{what}', so what '{System.IO.Path.GetFileName(Path)}' says is not believed", $"take the right away with \"chmod go-w '{what}'\", then look at what 'docscript trust --list' says");

    private static bool IsOpen(UnixFileMode mode) => (mode & Others) is not UnixFileMode.None;

    private Diagnostic Unusable(string how, Exception exception)
    {
        var reason = exception is UnauthorizedAccessException ? "permission denied" : exception.Message.TrimEnd('.');
        return Problem(TrustCodes.TrustUnusable, $"'{Path}' can't be {how}: {reason}", "check the permissions of its folder, and try again; DOCSCRIPT_HOME names another");
    }

    private static Diagnostic Problem(DiagnosticCode code, string message, string help) => new(code, Severity.Error, message, Help: help);
}
