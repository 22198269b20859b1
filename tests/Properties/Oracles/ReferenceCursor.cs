using System.Buffers;
using HiPerf.Http1;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>Where the reference reads, under which limit, what it let pass, and where it stopped.</summary>
/// <remarks>The first stop is the answer: behind it <see cref="Peek"/> answers <see cref="Nothing"/>, which no grammar holds, so that reading ends by itself.</remarks>
internal abstract class ReferenceCursor
{
    /// <summary>What is read where there is nothing to read.</summary>
    private protected const char Nothing = '\uFFFF';

    private int _lineStart;
    private int _lineLimit;
    private ParseError _lineError;
    private bool _stopped;

    public OperationStatus Status { get; private set; }

    public ParseError Error { get; private set; }

    /// <summary>The refusal's offset, or the octets consumed; not told where more are needed.</summary>
    public int Offset { get; private set; }

    public Deviations Deviations { get; private set; }

    public int FirstDeviation { get; private set; }

    private protected byte[] Octets { get; private set; } = [];

    private protected Http1Limits Limits { get; private set; }

    private protected Http1Leniency Leniency { get; private set; }

    private protected int At { get; set; }

    private protected int Length { get; private set; }

    private protected void Begin(byte[] octets, int length, in Http1Limits limits, Http1Leniency leniency)
    {
        (Octets, Length, Limits, Leniency) = (octets, length, limits, leniency);
        (_stopped, Status, Error, Offset) = (false, OperationStatus.Done, ParseError.None, 0);
        (Deviations, FirstDeviation) = (Deviations.None, -1);
        At = 0;
        NoLimit();
    }

    private protected void Finish()
    {
        if (!_stopped)
        {
            Offset = At;
        }
    }

    // Always false, so that a production ends by returning it.
    private protected bool Stop(ParseError error, int offset, OperationStatus status = OperationStatus.InvalidData)
    {
        if (!_stopped)
        {
            (_stopped, Status, Error, Offset) = (true, status, error, offset);
        }

        return false;
    }

    // CRLF, or LF where that may pass. A CR that no LF follows is bare; the octet behind it shows it.
    private protected bool LineEnd()
    {
        if (Peek() == '\n')
        {
            if ((Leniency & Http1Leniency.BareLf) == 0)
            {
                return Stop(ParseError.BareLf, At);
            }

            Deviate(Deviations.BareLf, At);
            At++;
            return true;
        }

        At++;
        NoLimit();
        if (Peek() != '\n')
        {
            return Stop(ParseError.BareCr, At);
        }

        At++;
        return true;
    }

    // The digit's value, −1 where there is none.
    private protected int Digit(ParseError error)
    {
        if (!IsDigit(Peek()))
        {
            Stop(error, At);
            return -1;
        }

        return Octets[At++] - '0';
    }

    private protected char Peek()
    {
        if (_stopped)
        {
            return Nothing;
        }

        if (At >= Limits.MaxHead)
        {
            Stop(ParseError.HeadTooLarge, Limits.MaxHead);
            return Nothing;
        }

        if (At >= Length)
        {
            Stop(ParseError.None, 0, OperationStatus.NeedMoreData);
            return Nothing;
        }

        char octet = (char)Octets[At];
        if (At - _lineStart >= _lineLimit && octet is not ('\r' or '\n'))
        {
            Stop(_lineError, At);
            return Nothing;
        }

        return octet;
    }

    private protected void Limit(int octets, ParseError error, int? from = null) => (_lineStart, _lineLimit, _lineError) = (from ?? At, octets, error);

    private protected void NoLimit() => (_lineStart, _lineLimit) = (At, int.MaxValue);

    private protected void Deviate(Deviations deviation, int at)
    {
        if (Deviations == Deviations.None)
        {
            FirstDeviation = at;
        }

        Deviations |= deviation;
    }

    private protected void Restore(Deviations deviations, int first) => (Deviations, FirstDeviation) = (deviations, first);
}
