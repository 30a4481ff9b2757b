using System.Globalization;
using Xunit;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>A disk of a few megabytes, in memory. Only Linux has it, and only the superuser may make it.</summary>
public sealed class SmallDisk : IDisposable
{
    /// <exception cref="InvalidOperationException">It can't be made here.</exception>
    public SmallDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("docscript-disk-").FullName;
        if (!Programs.Run("mount", "-t", "tmpfs", "-o", Size(megabytes), "tmpfs", Folder)) throw new InvalidOperationException("this machine mounts no disk in memory");
    }

    /// <summary>Whether there can be one.</summary>
    public static bool IsPossible { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && IsMade();

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Makes it larger.</summary>
    public void Grow(int megabytes) => Remount(Size(megabytes));

    /// <summary>Makes it read-only, or writable again; no file may be open for writing.</summary>
    public void MakeReadOnly(bool isReadOnly) => Remount(isReadOnly ? "ro" : "rw");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Programs.Run("umount", Folder)) Directory.Delete(Folder);
    }

    private static bool IsMade()
    {
        try
        {
            new SmallDisk(1).Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void Remount(string option)
    {
        if (!Programs.Run("mount", "-o", "remount," + option, Folder)) throw new InvalidOperationException($"the disk can't be mounted as {option}");
    }

    private static string Size(int megabytes) => string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
}

/// <summary>A test that needs a <see cref="SmallDisk"/>; shown as skipped where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactOnSmallDiskAttribute : FactAttribute
{
    /// <summary>Skips where there can be none.</summary>
    public FactOnSmallDiskAttribute()
    {
        if (!SmallDisk.IsPossible) Skip = "only the superuser of a Linux machine can mount a small disk";
    }
}

/// <summary>A test of what Windows does not let happen: open files removed or cut short.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactOnUnixAttribute : FactAttribute
{
    /// <summary>Skips on Windows.</summary>
    public FactOnUnixAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows keeps open files in their place";
    }
}
