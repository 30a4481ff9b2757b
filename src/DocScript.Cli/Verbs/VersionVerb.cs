using System.Reflection;
using System.Runtime.InteropServices;
using DocScript.Cli.Hosting;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript version</c></summary>
internal sealed class VersionVerb() : Verb("version", "Show the version")
{
    /// <summary>The version of this build, such as <c>0.1.0</c>.</summary>
    public static string Version =>
        typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public override Task<int> RunAsync(Invocation call)
    {
        call.Report.Out.WriteLine($"docscript {Version} ({RuntimeInformation.FrameworkDescription})");
        call.Report.Member("version", writer => writer.WriteStringValue(Version));
        call.Report.Member("runtime", writer => writer.WriteStringValue(RuntimeInformation.FrameworkDescription));
        return Task.FromResult(ExitStatus.Done);
    }
}
