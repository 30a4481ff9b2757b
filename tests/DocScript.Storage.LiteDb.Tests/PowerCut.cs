using static DocScript.Storage.LiteDb.Tests.RecordedDisk;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>What a power cut leaves: all that was flushed, and of what was not any part in any order, down to single sectors.</summary>
internal static class PowerCut
{
    private const int Sector = 512;

    /// <summary>The files after the first requests, as one of the many ways in which the rest can have gone.</summary>
    public static Dictionary<string, byte[]> After(IReadOnlyList<Request> requests, int count, Random random)
    {
        var folder = -1;
        var flushed = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            if (requests[i].Kind == Kind.SyncFolder) folder = i;
            if (requests[i].Kind == Kind.Sync) flushed[requests[i].Path] = i;
        }

        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var request = requests[i];
            Apply(files, request, i < (request.Kind is Kind.Make or Kind.Delete ? folder : flushed.GetValueOrDefault(request.Path, -1)), random);
        }

        return files.ToDictionary(file => file.Key, file => file.Value.ToArray(), StringComparer.Ordinal);
    }

    private static void Apply(Dictionary<string, MemoryStream> files, Request request, bool isDurable, Random random)
    {
        switch (request.Kind)
        {
            // A file whose making was not made durable may still be there, because something in it was flushed.
            case Kind.Make when isDurable || random.Next(2) == 0:
                files[request.Path] = new MemoryStream();
                break;
            case Kind.Delete when isDurable || random.Next(2) == 0:
                files.Remove(request.Path);
                break;
            case Kind.SetLength when files.TryGetValue(request.Path, out var content) && (isDurable || random.Next(2) == 0):
                content.SetLength(request.At);
                break;
            case Kind.Write when files.TryGetValue(request.Path, out var content):
                for (var at = 0; at < request.Bytes!.Length; at += Sector)
                {
                    if (!isDurable && random.Next(3) == 0) continue;
                    content.Position = request.At + at;
                    content.Write(request.Bytes.AsSpan(at, Math.Min(Sector, request.Bytes.Length - at)));
                }

                break;
        }
    }
}
