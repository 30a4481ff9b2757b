using System.Globalization;

namespace DocScript.Terminal;

/// <summary>
/// A line on a terminal that says what is being done and for how long, shown only for work that takes longer than a second and wiped away at its end.
/// Without a terminal nothing is ever written.
/// </summary>
public sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly TextWriter? _terminal;
    private readonly TimeProvider _time;
    private readonly string _what;
    private readonly long _start;
    private readonly ITimer? _timer;
    private string _state = "";
    private bool _shown;
    private bool _ended;

    /// <summary>Starts to wait; <paramref name="what"/> says what is done, such as <c>running release.docscript</c>.</summary>
    /// <param name="terminal">The terminal, or null where there is none.</param>
    /// <param name="time">Measures the time; not the clock of scripts.</param>
    public Progress(TextWriter? terminal, TimeProvider time, string what)
    {
        (_terminal, _time, _what, _start) = (terminal, time, what, time.GetTimestamp());
        if (terminal is not null) _timer = time.CreateTimer(_ => Show(), null, Patience, Patience);
    }

    /// <summary>Says how far the work is, such as <c>12 of 31 documents</c>; shown at the next second.</summary>
    public void Report(string state)
    {
        lock (_lock) _state = state;
    }

    /// <summary>Wipes the line away.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            if (_ended) return;
            _ended = true;
            if (!_shown) return;
            _terminal!.Write("\r\u001b[K");
            _terminal.Flush();
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_ended) return;
            // A timer may come a moment early.
            var seconds = (long)Math.Round(_time.GetElapsedTime(_start).TotalSeconds);
            var text = $"{_what}{(_state.Length > 0 ? ": " + _state : "")} … {seconds.ToString(CultureInfo.InvariantCulture)} s";
            _terminal!.Write("\r\u001b[K" + DocScript.Language.Diagnostics.DisplayText.Harmless(text));
            _terminal.Flush();
            _shown = true;
        }
    }
}
