/// <summary>What a process under test runs before its own code (DOTNET_STARTUP_HOOKS): at its end it writes down which assemblies it has loaded. The runtime finds it by its name.</summary>
internal static class StartupHook
{
    /// <summary>The variable that names the file to write to.</summary>
    public const string Variable = "DOCSCRIPT_TEST_LOADED";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(file, AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!));
    }
}
