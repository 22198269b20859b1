namespace HiPerf.Gopher;

/// <summary>The alarms that no channel holds at the moment.</summary>
internal sealed class GopherAlarms(TimeProvider time) : IDisposable
{
    private const int MaxAlarms = 64;

    private readonly Stack<GopherAlarm> _alarms = [];

    /// <summary>Takes one that an earlier request has left, or makes one.</summary>
    public GopherAlarm Rent()
    {
        lock (_alarms)
        {
            if (_alarms.TryPop(out var alarm))
            {
                return alarm;
            }
        }

        return new GopherAlarm(time);
    }

    /// <summary>Takes back one whose channel is closed.</summary>
    public void Return(GopherAlarm alarm)
    {
        var isOfUse = alarm.LetGo();
        lock (_alarms)
        {
            if (isOfUse && _alarms.Count < MaxAlarms)
            {
                _alarms.Push(alarm);
                return;
            }
        }

        alarm.Dispose();
    }

    public void Dispose()
    {
        lock (_alarms)
        {
            while (_alarms.TryPop(out var alarm))
            {
                alarm.Dispose();
            }
        }
    }
}
