using System.Buffers;
using System.Globalization;
using System.Text;
using HiPerf.Fuzzing;

namespace HiPerf.Properties.Fuzz;

/// <summary>What a parser or an oracle answered, in a form that is compared and printed: verdict, error, offset, then the values in order. Used again, without allocation.</summary>
internal sealed class Answer
{
    // As much as tells two answers apart by eye.
    private const int Told = 200;

    private long[] _values = new long[256];
    private byte[] _octets = new byte[4096];
    private int _valueCount;
    private int _octetCount;

    public OperationStatus Status { get; private set; }

    public ParseError Error { get; private set; }

    /// <summary>Octets consumed when Done, the offending octet when refused; 0 where more are needed.</summary>
    public long Offset { get; private set; }

    /// <summary>Begins an answer anew.</summary>
    public void Begin(OperationStatus status, ParseError error, long offset)
    {
        Verdict(status, error, offset);
        (_valueCount, _octetCount) = (0, 0);
    }

    /// <summary>Words the verdict anew and keeps the values.</summary>
    public void Verdict(OperationStatus status, ParseError error, long offset) =>
        (Status, Error, Offset) = (status, error, status == OperationStatus.NeedMoreData ? 0 : offset);

    public void Begin(in ParseResult result) => Begin(result.Status, result.Error, result.IsDone ? result.Consumed : result.Position);

    public void Add(long value)
    {
        if (_valueCount == _values.Length)
        {
            Array.Resize(ref _values, 2 * _values.Length);
        }

        _values[_valueCount++] = value;
    }

    public void Add(bool value) => Add(value ? 1 : 0);

    public void Add(ReadOnlySpan<byte> octets)
    {
        Add(octets.Length);
        Append(octets);
    }

    /// <summary>Adds a piece of something that may come in other pieces elsewhere.</summary>
    public void Append(ReadOnlySpan<byte> octets)
    {
        while (_octets.Length - _octetCount < octets.Length)
        {
            Array.Resize(ref _octets, 2 * _octets.Length);
        }

        octets.CopyTo(_octets.AsSpan(_octetCount));
        _octetCount += octets.Length;
    }

    /// <summary>Adds text of the characters U+0000 to U+00FF.</summary>
    public void Add(string text)
    {
        Add(text.Length);
        foreach (char c in text)
        {
            if (_octetCount == _octets.Length)
            {
                Array.Resize(ref _octets, 2 * _octets.Length);
            }

            _octets[_octetCount++] = (byte)c;
        }
    }

    public bool Is(Answer other) =>
        Status == other.Status && Error == other.Error && Offset == other.Offset
        && _values.AsSpan(0, _valueCount).SequenceEqual(other._values.AsSpan(0, other._valueCount))
        && _octets.AsSpan(0, _octetCount).SequenceEqual(other._octets.AsSpan(0, other._octetCount));

    /// <summary>The same verdict, error and offset; the values, which belong to what was accepted, left out of account.</summary>
    public bool IsVerdictOf(Answer other) => Status == other.Status && Error == other.Error && Offset == other.Offset;

    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Status}");
        if (Status != OperationStatus.NeedMoreData)
        {
            text.Append(CultureInfo.InvariantCulture, $" {Error} at {Offset}");
        }

        text.Append(" [").AppendJoin(' ', _values.Take(Math.Min(_valueCount, Told))).Append(']');
        return _octetCount == 0 ? text.ToString() : text.Append(' ').Append(OctetLiteral.Of(_octets.AsSpan(0, Math.Min(_octetCount, Told)))).ToString();
    }
}
