namespace DocScript.Storage.LiteDb.Tests;

public static class OtherProcess
{
    public static int Main() => 2;
}
