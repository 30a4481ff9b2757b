namespace DocScript.Storage.Sqlite.Tests;

/// <summary>A test of rights, which the superuser does not notice.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactUnlessRootAttribute : FactAttribute
{
    public FactUnlessRootAttribute()
    {
        if (Environment.IsPrivilegedProcess) Skip = "the superuser may write to what is read-only";
    }
}
