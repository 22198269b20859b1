using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Phases;

public sealed class PhaseReporterTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Event_carries_its_time_and_data()
    {
        var sink = new LastEvent();
        _clock.Advance(TimeSpan.FromTicks(7));
        new PhaseReporter(sink, _clock).Raise(PhaseEventKind.ResolvingName, "host");
        Assert.Equal(new PhaseEvent(PhaseEventKind.ResolvingName, 7, 0, 0, "host"), sink.Event);
        Assert.Equal("host", sink.Event.Host);
        Assert.Null(sink.Event.EndPoint);
    }

    [Fact]
    public void Reporter_without_a_sink_does_nothing()
    {
        var reporter = new PhaseReporter(null, _clock);
        Assert.False(reporter.IsEnabled);
        reporter.Raise(PhaseEventKind.SendingRequest);
        default(PhaseReporter).Raise(PhaseEventKind.SendingRequest);
    }

    [Fact]
    public void Raising_allocates_nothing()
    {
        var reporter = new PhaseReporter(new LastEvent(), TimeProvider.System);
        reporter.Raise(PhaseEventKind.SendingRequest);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 100; turn++)
        {
            reporter.Raise(PhaseEventKind.ResponseReceived, "a", 10, 200);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed class LastEvent : IPhaseSink
    {
        public PhaseEvent Event { get; private set; }

        public void OnPhase(in PhaseEvent phaseEvent) => Event = phaseEvent;
    }
}
