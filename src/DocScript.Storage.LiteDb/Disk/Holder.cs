using System.Globalization;
using System.Text;

namespace DocScript.Storage.LiteDb.Disk;

/// <summary>Says beside the file who holds it. The lock itself is the system's, on the data file, and ends with the process however that ends; this is for the message to others.</summary>
internal sealed class Holder(string path)
{
    /// <summary>Says that it is this process.</summary>
    public void Write()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} ({process.ProcessName}) on {Environment.MachineName}\n"));
    }

    /// <summary>Who holds the file, as far as that can be known.</summary>
    public string Read()
    {
        try
        {
            var text = File.ReadAllText(path, Encoding.UTF8).Trim();
            return text.Length > 0 ? text : "another process";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    public void Clear() => File.Delete(path);
}
