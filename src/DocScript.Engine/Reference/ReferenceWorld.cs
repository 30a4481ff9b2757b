using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Reference;

/// <summary>Runs the examples of the reference, each on the same few documents in memory, at the same instant, so that what it prints can be shown.</summary>
public sealed class ReferenceWorld(CommandTable commands)
{
    /// <summary>The script that makes the documents; document 1 is the current one of every example.</summary>
    public const string Documents =
        """
        create article key "harbour" title "The Harbour news" with {section: "news", tags: ["sea", "ferry"]} {
            insert heading as headline with {text: "The Harbour"}
            insert paragraph as intro with {text: "The <em>ferry</em> is late."}
            insert columns as pair
            insert paragraph as side first in pair.left with {text: "Beside it."}
            insert paragraph as doc-1 with {text: "Old"}
            insert paragraph as doc-2 with {text: "A second one."}
        }
        create article key "lighthouse" title "A lighthouse"
        """;

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>What an example prints.</summary>
    /// <exception cref="InvalidOperationException">It does not run; the message says why.</exception>
    public async Task<IReadOnlyList<string>> PrintedAsync(string example)
    {
        var clock = new FixedClock(Now);
        await using var store = new MemoryStore(clock);
        var engine = new ScriptEngine(store, commands, clock, new RandomIds());
        await RunAsync(engine, Documents, null).ConfigureAwait(false);
        return await RunAsync(engine, example, new IntegerValue(1)).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(ScriptEngine engine, string script, Value? document)
    {
        var result = await engine.RunAsync(new RunRequest { Source = new SourceText("example", script), Actor = "anna", Document = document }).ConfigureAwait(false);
        return result switch
        {
            Done done => done.Printed,
            Invalid invalid => throw Refused(invalid.Diagnostics),
            Failed failed => throw Refused(failed.Diagnostics),
            InConflict conflict => throw Refused(conflict.Diagnostics),
            _ => throw new InvalidOperationException($"an unknown result, {result.GetType().Name}"),
        };
    }

    private static InvalidOperationException Refused(IEnumerable<Diagnostic> diagnostics) => new(DiagnosticText.Of([.. diagnostics]));
}
