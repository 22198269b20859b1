// The octets of the last window, in slots of an eighth of it each, and one more slot for the part of now: a slot that slides out of the window is subtracted, so a burst long ago
// does not excuse a drip now (attack catalogue DS-02). No timer: the caller asks when its deadline, or its read, gives it occasion.

using System.Runtime.CompilerServices;

namespace HiPerf.Transport;

/// <summary>Watches that a peer moves at least so many octets a second, measured over a sliding window after a grace of the same length.</summary>
/// <remarks>Not safe for two threads at once. Nothing is allocated after it is made; <see cref="Start"/> makes it fresh for the next transfer.</remarks>
public sealed class DataRate
{
    private const int SlotsAWindow = 8;
    private const int SlotCount = SlotsAWindow + 1;

    private readonly TimeProvider _timeProvider;
    private readonly long _slotTicks;
    private readonly double _octetsAWindow;
    private Slots _slots;
    private long _sum;
    private long _start;
    private long _pausedAt;
    private long _slot;
    private bool _paused = true;

    /// <summary>The least rate by default, in octets a second: 240, as Kestrel's.</summary>
    public const double DefaultBytesPerSecond = 240;

    /// <summary>Makes a watch that is not running.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="bytesPerSecond">The least rate, more than 0; 240 by default.</param>
    /// <param name="grace">How long no rate is asked for, and how long the window is, at least 8 ms; 5 s by default.</param>
    public DataRate(TimeProvider timeProvider, double bytesPerSecond = DefaultBytesPerSecond, TimeSpan? grace = null)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytesPerSecond);
        Grace = grace ?? TimeSpan.FromSeconds(5);
        ArgumentOutOfRangeException.ThrowIfLessThan(Grace, TimeSpan.FromMilliseconds(SlotsAWindow), nameof(grace));
        _timeProvider = timeProvider;
        _slotTicks = Math.Max(1, (long)(Grace.TotalSeconds * timeProvider.TimestampFrequency / SlotsAWindow));
        _octetsAWindow = bytesPerSecond * Grace.TotalSeconds;
    }

    /// <summary>How long no rate is asked for, and how long the window is.</summary>
    public TimeSpan Grace { get; }

    /// <summary>How often it is worth asking <see cref="IsTooSlow"/>: an eighth of <see cref="Grace"/>.</summary>
    public TimeSpan SampleInterval => Grace / SlotsAWindow;

    /// <summary>Begins anew, with a fresh grace.</summary>
    public void Start()
    {
        _start = _timeProvider.GetTimestamp();
        _slot = 0;
        _sum = 0;
        _slots = default;
        _paused = false;
    }

    /// <summary>Stops the clock while it is not the peer that is waited for.</summary>
    public void Pause()
    {
        if (_paused)
        {
            return;
        }

        _pausedAt = _timeProvider.GetTimestamp();
        _paused = true;
    }

    /// <summary>Lets the clock go on.</summary>
    public void Resume()
    {
        if (!_paused)
        {
            return;
        }

        _start += _timeProvider.GetTimestamp() - _pausedAt;
        _paused = false;
    }

    /// <summary>Counts octets that the peer sent, or took.</summary>
    /// <param name="count">How many.</param>
    public void Add(int count)
    {
        _ = Slide();
        _slots[(int)(_slot % SlotCount)] += count;
        _sum += count;
    }

    /// <summary>Whether the grace is over and the window holds fewer octets than the least rate asks for.</summary>
    public bool IsTooSlow() => !_paused && Slide() && _sum < _octetsAWindow;

    // Moves to the slot of now; true when a whole window lies behind.
    private bool Slide()
    {
        var now = (_paused ? _pausedAt : _timeProvider.GetTimestamp()) - _start;
        var slot = now / _slotTicks;
        for (var passed = Math.Max(_slot + 1, slot - SlotCount + 1); passed <= slot; passed++)
        {
            ref var count = ref _slots[(int)(passed % SlotCount)];
            _sum -= count;
            count = 0;
        }

        _slot = Math.Max(_slot, slot);
        return slot >= SlotsAWindow;
    }

    [InlineArray(SlotCount)]
    private struct Slots
    {
        private long _first;
    }
}
