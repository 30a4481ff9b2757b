namespace DocScript.Cli.Diagnostics;

/// <summary>Something that gives a diagnostic, and what is then said. Tests run every one, so that it is true.</summary>
/// <param name="Before">Scripts that ran before, or null.</param>
/// <param name="Meanwhile">The script that another commits while this one runs, or null.</param>
/// <param name="Input">The script, or (<paramref name="IsCommandLine"/>) the command line.</param>
/// <param name="IsCommandLine">Whether <paramref name="Input"/> is typed into a shell.</param>
/// <param name="Message">What is said, as people see it.</param>
public sealed record CodeExample(string? Before, string? Meanwhile, string Input, bool IsCommandLine, string Message);
