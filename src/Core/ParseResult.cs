using System.Buffers;

namespace HiPerf;

/// <summary>What a parser answers: sixteen bytes, no allocation, the same shape for every grammar.</summary>
/// <remarks>
/// <para>Done: the element is whole and valid; <see cref="Consumed"/> octets belong to it; <see cref="Position"/> is the offset of the first
/// deviation that was let pass, or −1.</para>
/// <para>NeedMoreData: all octets so far could begin a valid element; <see cref="Position"/> octets were examined, hand that number back with the longer buffer.</para>
/// <para>InvalidData: <see cref="Error"/> says what is wrong and <see cref="Position"/> is the first offending octet; nothing is consumed.</para>
/// <para>DestinationTooSmall: the caller's table is full; <see cref="Position"/> is the start of the element that did not fit.</para>
/// Offsets are relative to the span that was given.
/// </remarks>
public readonly record struct ParseResult
{
    // Two words, so that an answer stays in two registers: five small fields would pass through memory at every return.
    private readonly ulong _statusErrorConsumed;
    private readonly ulong _positionDeviations;

    private ParseResult(OperationStatus status, ParseError error, int consumed, int position, Deviations deviations)
    {
        _statusErrorConsumed = (byte)status | ((ulong)error << 16) | ((ulong)(uint)consumed << 32);
        _positionDeviations = (uint)position | ((ulong)deviations << 32);
    }

    /// <summary>Done, NeedMoreData, InvalidData or DestinationTooSmall.</summary>
    public OperationStatus Status => (OperationStatus)(byte)_statusErrorConsumed;

    /// <summary>What is wrong when <see cref="Status"/> is InvalidData or DestinationTooSmall, else <see cref="ParseError.None"/>.</summary>
    public ParseError Error => (ParseError)(ushort)(_statusErrorConsumed >> 16);

    /// <summary>Octets of the input that belong to the element, 0 unless Done.</summary>
    public int Consumed => (int)(_statusErrorConsumed >> 32);

    /// <summary>The one offset of the answer; its meaning depends on <see cref="Status"/>.</summary>
    public int Position => (int)_positionDeviations;

    /// <summary>What a leniency flag, or the RFC itself, let pass.</summary>
    public Deviations Deviations => (Deviations)(uint)(_positionDeviations >> 32);

    /// <summary>Whether the element is whole and valid.</summary>
    public bool IsDone => (byte)_statusErrorConsumed == (byte)OperationStatus.Done;

    /// <summary>Whether the input ends before the element does.</summary>
    public bool NeedsMoreData => (byte)_statusErrorConsumed == (byte)OperationStatus.NeedMoreData;

    /// <summary>Makes the answer for a whole element.</summary>
    public static ParseResult Done(int consumed) => new(OperationStatus.Done, ParseError.None, consumed, -1, Deviations.None);

    /// <summary>Makes the answer for a whole element in which something was let pass.</summary>
    /// <param name="consumed">Octets of the element.</param>
    /// <param name="deviations">What was let pass.</param>
    /// <param name="firstDeviation">Offset of the first of them, −1 when there is none.</param>
    public static ParseResult Done(int consumed, Deviations deviations, int firstDeviation) =>
        new(OperationStatus.Done, ParseError.None, consumed, firstDeviation, deviations);

    /// <summary>Makes the answer for an element that has not ended yet.</summary>
    /// <param name="examined">Octets that need not be looked at again.</param>
    public static ParseResult NeedMoreData(int examined) => new(OperationStatus.NeedMoreData, ParseError.None, 0, examined, Deviations.None);

    /// <summary>Makes the answer for an element that breaks its grammar or a limit.</summary>
    public static ParseResult Invalid(ParseError error, int position) => new(OperationStatus.InvalidData, error, 0, position, Deviations.None);

    /// <summary>Makes the answer for an element that does not fit the caller's table.</summary>
    public static ParseResult TooSmall(ParseError error, int position) => new(OperationStatus.DestinationTooSmall, error, 0, position, Deviations.None);
}
