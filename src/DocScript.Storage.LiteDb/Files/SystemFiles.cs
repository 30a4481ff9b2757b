using DocScript.Engine.Storage.Durable;
using Microsoft.Win32.SafeHandles;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>The disk with files that are read and written in place. Tests put their own between.</summary>
internal class SystemFiles : Disk
{
    /// <summary>Opens a file for this process alone, or makes it.</summary>
    /// <exception cref="IOException">Another holds it, or it can't be opened.</exception>
    public virtual IFile Open(string path)
    {
        var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (!HasLostName(handle)) return new OpenFile(handle);
        handle.Dispose();
        throw new IOException($"'{path}' was replaced while it was opened", Errors.TryAgain);
    }

    /// <summary>Whether another file took the name of one that is open, or it was deleted. Opening and locking are two steps on Unix, and a restore may come between; only Linux tells.</summary>
    internal static bool HasLostName(SafeFileHandle handle) => OperatingSystem.IsLinux() &&
        new FileInfo(FormattableString.Invariant($"/proc/self/fd/{handle.DangerousGetHandle()}")).LinkTarget?.EndsWith(" (deleted)", StringComparison.Ordinal) == true;

    private sealed class OpenFile(SafeFileHandle handle) : IFile
    {
        public long Length => RandomAccess.GetLength(handle);

        public int Read(long offset, Span<byte> buffer)
        {
            var done = 0;
            while (done < buffer.Length)
            {
                var read = RandomAccess.Read(handle, buffer[done..], offset + done);
                if (read == 0) break;
                done += read;
            }

            return done;
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, offset);

        public void SetLength(long length) => RandomAccess.SetLength(handle, length);

        public void Sync() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }
}
