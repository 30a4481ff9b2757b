using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>Says beside the file who holds it. The lock itself is the system's, on the data file, and ends with the process however that ends; this is for the message to others.</summary>
internal sealed class Holder(string path)
{
    // A line for people, and one that no other holder writes.
    private readonly string _text = Text();

    /// <summary>Whether what stands there is still what was written by this.</summary>
    public bool IsThis
    {
        get
        {
            try
            {
                return File.ReadAllText(path, Encoding.UTF8) == _text;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>Says that it is this process.</summary>
    public void Write() => File.WriteAllText(path, _text);

    /// <summary>Who holds the file, as far as that can be known.</summary>
    public string Read()
    {
        try
        {
            var text = File.ReadLines(path, Encoding.UTF8).FirstOrDefault("").Trim();
            return text.Length > 0 ? text : "another process";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    public void Clear() => File.Delete(path);

    private static string Text()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} ({process.ProcessName}) on {Environment.MachineName}\n{RandomNumberGenerator.GetHexString(32)}\n");
    }
}
