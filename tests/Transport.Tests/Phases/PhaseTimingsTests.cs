using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Phases;

public sealed class PhaseTimingsTests
{
    [Fact]
    public void Timings_of_an_exchange_on_a_new_connection_are_its_phases()
    {
        var clock = new ManualClock();
        var timings = new PhaseTimings(clock);
        Assert.Equal(TimeSpan.Zero, timings.Total);
        (PhaseEventKind Kind, int After)[] events =
        [
            (PhaseEventKind.ConnectionReused, 1), (PhaseEventKind.ResolvingName, 1), (PhaseEventKind.NameResolved, 2), (PhaseEventKind.Connecting, 1),
            (PhaseEventKind.Connected, 3), (PhaseEventKind.TlsHandshake, 1), (PhaseEventKind.TlsEstablished, 4), (PhaseEventKind.SendingRequest, 1),
            (PhaseEventKind.RequestSent, 5), (PhaseEventKind.ReceivingResponse, 1), (PhaseEventKind.ResponseReceived, 6), (PhaseEventKind.ContentReceived, 8),
        ];
        foreach (var (kind, after) in events)
        {
            clock.Advance(TimeSpan.FromSeconds(after));
            timings.Record(new PhaseEvent(kind, clock.GetTimestamp()));
        }

        Assert.Equal(2, timings.NameResolution.TotalSeconds);
        Assert.Equal(3, timings.Connect.TotalSeconds);
        Assert.Equal(4, timings.TlsHandshake.TotalSeconds);
        Assert.Equal(5, timings.Send.TotalSeconds);
        Assert.Equal(7, timings.Wait.TotalSeconds);
        Assert.Equal(8, timings.Receive.TotalSeconds);
        Assert.Equal(33, timings.Total.TotalSeconds);
    }

    [Fact]
    public void Second_address_tried_adds_up()
    {
        var timings = new PhaseTimings(new ManualClock());
        foreach (var (kind, at) in new[] { (PhaseEventKind.Connecting, 0), (PhaseEventKind.Connected, 10), (PhaseEventKind.Connecting, 15), (PhaseEventKind.Connected, 20) })
        {
            timings.Record(new PhaseEvent(kind, at * TimeSpan.TicksPerSecond));
        }

        Assert.Equal(15, timings.Connect.TotalSeconds);
        Assert.Equal(20, timings.Total.TotalSeconds);
    }
}
