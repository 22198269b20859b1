using System.Buffers;
using System.Text;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Http;

/// <summary>Reads response heads through a pump and keeps the last one: its octets, its parts, its field lines. Used again for the next exchange.</summary>
/// <remarks>The pump's buffer moves on with the content, hence the copy of the octets: one head, copied once. The table begins small and
/// grows up to <see cref="Http1Limits.ClientFields"/>, so that an ordinary response costs an ordinary table.</remarks>
internal sealed class ResponseHeadReader(Http1Limits limits, Http1Leniency leniency) : IPumpedParser
{
    private const int FirstFields = 32;
    private const int FirstOctets = 1024;

    private readonly Http1Limits _limits = limits;
    private FieldLine[] _fields = new FieldLine[FirstFields];
    private byte[] _octets = new byte[FirstOctets];
    private int _length;
    private ResponseHead _head;

    public int MaxLength => _limits.MaxHead;

    /// <summary>Octets held for heads.</summary>
    public int Capacity => _octets.Length;

    public ref readonly ResponseHead Head => ref _head;

    public ReadOnlySpan<FieldLine> Fields => _fields.AsSpan(0, _head.FieldCount);

    /// <summary>The head that was kept, its empty line included; offsets of <see cref="Fields"/> are offsets in it.</summary>
    public ReadOnlySpan<byte> Octets => _octets.AsSpan(0, _length);

    public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined)
    {
        while (true)
        {
            var result = ResponseHeadParser.Parse(buffer, _fields, ref _head, in _limits, leniency, examined);
            if (result.Status != OperationStatus.DestinationTooSmall || result.Error != ParseError.TooManyFields
                || _fields.Length >= Http1Limits.ClientFields)
            {
                return result;
            }

            Array.Resize(ref _fields, Math.Min(2 * _fields.Length, Http1Limits.ClientFields));
            examined = 0;
        }
    }

    /// <summary>Copies the octets of the head that was just read, before the pump moves on.</summary>
    public void Keep(ReadOnlySpan<byte> head)
    {
        if (_octets.Length < head.Length)
        {
            _octets = new byte[Math.Max(head.Length, 2 * _octets.Length)];
        }

        head.CopyTo(_octets);
        _length = head.Length;
    }

    /// <summary>Forgets the head: what was parsed last may be the beginning of another one than was kept.</summary>
    public void Forget()
    {
        _head = default;
        _length = 0;
    }

    /// <summary>Decides how the content of the kept head is framed, and identifies its fields on the way.</summary>
    public ParseResult DecideFraming(RequestMethod method, out BodyFraming framing) =>
        BodyFramingParser.ParseResponse(Octets, _fields, in _head, method, out framing, leniency);

    /// <summary>The first value of a field as text, ISO-8859-1; null when it is not there.</summary>
    public string? Find(ReadOnlySpan<byte> name)
    {
        foreach (ref readonly var field in Fields)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(field.NameIn(Octets), name))
            {
                return Encoding.Latin1.GetString(field.ValueIn(Octets));
            }
        }

        return null;
    }
}
