using Microsoft.Win32.SafeHandles;

namespace DocScript.Storage.LiteDb.Disk;

/// <summary>The system's disk.</summary>
internal sealed class SystemFiles : IFiles
{
    public bool Exists(string path) => File.Exists(path);

    public IFile Open(string path) => new OpenFile(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));

    public void Delete(string path) => File.Delete(path);

    public void SyncFolder(string path) => Folder.Sync(path);

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
