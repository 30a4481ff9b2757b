namespace DocScript.Terminal.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void Short_work_shows_nothing()
    {
        var (time, terminal) = (new ManualTime(), new StringWriter());
        using (new Progress(terminal, time, "running a")) time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public void Longer_work_shows_a_line_and_wipes_it_away()
    {
        var (time, terminal) = (new ManualTime(), new StringWriter());
        using (var progress = new Progress(terminal, time, "running a"))
        {
            progress.Report("1 of 2 documents");
            time.Advance(TimeSpan.FromSeconds(1));
            progress.Report("");
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("\r\u001b[Krunning a: 1 of 2 documents … 1 s\r\u001b[Krunning a … 2 s\r\u001b[K", terminal.ToString());
    }

    [Fact]
    public void Without_a_terminal_nothing_is_shown()
    {
        var time = new ManualTime();
        using (new Progress(null, time, "running a")) time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, time.Timers);
    }

    private sealed class ManualTime : TimeProvider
    {
        private readonly List<Timer> _timers = [];
        private TimeSpan _now;

        public int Timers => _timers.Count;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(callback, dueTime, period);
            _timers.Add(timer);
            return timer;
        }

        public void Advance(TimeSpan by)
        {
            _now += by;
            foreach (var timer in _timers) timer.Run(_now);
        }

        private sealed class Timer(TimerCallback callback, TimeSpan due, TimeSpan period) : ITimer
        {
            private TimeSpan _due = due;
            private bool _ended;

            public void Run(TimeSpan now)
            {
                for (; !_ended && _due <= now; _due += period) callback(null);
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => false;

            public void Dispose() => _ended = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
