using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class GatheringTests : IDisposable
{
    private readonly Gathering _gathering = new(new StoppedClock());

    public void Dispose() => _gathering.Dispose();

    [Fact]
    public void A_lone_writer_is_never_held_back()
    {
        _gathering.Begin();
        _gathering.End(1, 0);
        Assert.False(_gathering.OthersCome);
        _gathering.Wait(() => throw new InvalidOperationException("nobody is waited for"));
    }

    [Fact]
    public void A_group_is_held_back_until_two_thirds_of_the_writers_wait()
    {
        _gathering.Begin();
        _gathering.End(8, 8);
        Assert.True(_gathering.OthersCome);
        var asked = 0;
        _gathering.Wait(() =>
        {
            asked++;
            return 11;
        });
        Assert.Equal(1, asked);
        Assert.True(_gathering.OthersCome);
    }

    [Fact]
    public void Writers_who_do_not_come_are_soon_waited_for_no_more()
    {
        _gathering.Begin();
        _gathering.End(8, 8);
        var waits = 0;
        for (; _gathering.OthersCome; waits++)
        {
            _gathering.Wait(() => 0);
            _gathering.Begin();
            _gathering.End(1, 0);
        }

        Assert.InRange(waits, 1, 5);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 1;
    }
}
