using DocScript.Storage.LiteDb.Disk;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>A disk in memory that remembers what was asked of it, so that it can be shown as a power cut would have left it at any moment.</summary>
internal sealed class RecordedDisk : IFiles
{
    private readonly Lock _access = new();
    private readonly Dictionary<string, MemoryFile> _files = new(StringComparer.Ordinal);

    /// <summary>What was asked, in order.</summary>
    public List<Request> Requests { get; } = [];

    public static RecordedDisk With(Dictionary<string, byte[]> files)
    {
        var disk = new RecordedDisk();
        foreach (var (path, content) in files) disk._files.Add(path, new MemoryFile(disk, path, content));
        return disk;
    }

    /// <summary>Notes something of the test's own between the requests.</summary>
    public void Note(string text) => Add(new Request(Kind.Note, text));

    public bool Exists(string path)
    {
        lock (_access) return _files.ContainsKey(path);
    }

    public IFile Open(string path)
    {
        lock (_access)
        {
            if (_files.TryGetValue(path, out var file)) return file;
            Requests.Add(new Request(Kind.Make, path));
            return _files[path] = new MemoryFile(this, path, []);
        }
    }

    public void Delete(string path)
    {
        lock (_access)
        {
            Requests.Add(new Request(Kind.Delete, path));
            _files.Remove(path);
        }
    }

    public void SyncFolder(string path) => Add(new Request(Kind.SyncFolder, path));

    private void Add(Request request)
    {
        lock (_access) Requests.Add(request);
    }

    internal enum Kind
    {
        Make,
        Delete,
        Write,
        SetLength,
        Sync,
        SyncFolder,
        Note,
    }

    internal sealed record Request(Kind Kind, string Path, long At = 0, byte[]? Bytes = null);

    private sealed class MemoryFile : IFile
    {
        private readonly RecordedDisk _disk;
        private readonly string _path;
        private readonly MemoryStream _content = new();

        public MemoryFile(RecordedDisk disk, string path, byte[] content)
        {
            (_disk, _path) = (disk, path);
            _content.Write(content);
        }

        public long Length
        {
            get
            {
                lock (_disk._access) return _content.Length;
            }
        }

        public int Read(long offset, Span<byte> buffer)
        {
            lock (_disk._access)
            {
                _content.Position = offset;
                return _content.Read(buffer);
            }
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            lock (_disk._access)
            {
                _content.Position = offset;
                _content.Write(bytes);
                _disk.Requests.Add(new Request(Kind.Write, _path, offset, bytes.ToArray()));
            }
        }

        public void SetLength(long length)
        {
            lock (_disk._access)
            {
                _content.SetLength(length);
                _disk.Requests.Add(new Request(Kind.SetLength, _path, length));
            }
        }

        public void Sync() => _disk.Add(new Request(Kind.Sync, _path));

        public void Dispose()
        {
        }
    }
}
