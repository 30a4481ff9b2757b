using static DocScript.Storage.LiteDb.Tests.RecordedDisk;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>What a power cut leaves: all that was flushed, and of what was not any part in any order, down to single sectors.</summary>
internal static class PowerCut
{
    private const int Sector = 512;

    /// <summary>The files after the first requests, as one of the many ways in which the rest can have gone.</summary>
    public static Dictionary<string, byte[]> After(IReadOnlyList<Request> requests, int count, Random random)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var request = requests[i];
            var isDurable = request.Kind is Kind.Make or Kind.Delete
                ? Later(requests, i, count, each => each.Kind == Kind.SyncFolder)
                : Later(requests, i, count, each => each.Kind == Kind.Sync && each.Path == request.Path);
            Apply(files, request, isDurable, random);
        }

        return files;
    }

    private static bool Later(IReadOnlyList<Request> requests, int from, int count, Func<Request, bool> isFlush)
    {
        for (var i = from + 1; i < count; i++)
            if (isFlush(requests[i])) return true;
        return false;
    }

    private static void Apply(Dictionary<string, byte[]> files, Request request, bool isDurable, Random random)
    {
        switch (request.Kind)
        {
            // A file whose making was not made durable may still be there, because something in it was flushed.
            case Kind.Make when isDurable || random.Next(2) == 0:
                files[request.Path] = [];
                break;
            case Kind.Delete when isDurable || random.Next(2) == 0:
                files.Remove(request.Path);
                break;
            case Kind.SetLength when files.TryGetValue(request.Path, out var content) && (isDurable || random.Next(2) == 0):
                Array.Resize(ref content, (int)request.At);
                files[request.Path] = content;
                break;
            case Kind.Write when files.TryGetValue(request.Path, out var content):
                for (var at = 0; at < request.Bytes!.Length; at += Sector)
                {
                    if (!isDurable && random.Next(3) == 0) continue;
                    var part = request.Bytes.AsSpan(at, Math.Min(Sector, request.Bytes.Length - at));
                    var end = (int)request.At + at + part.Length;
                    if (content.Length < end) Array.Resize(ref content, end);
                    part.CopyTo(content.AsSpan((int)request.At + at));
                }

                files[request.Path] = content;
                break;
        }
    }
}
