using System.Buffers;
using System.Text;

namespace HiPerf.Html;

/// <summary>Fills the spans of a buffer writer one after the other; what was appended is committed by <see cref="Complete"/> at the latest.</summary>
internal ref struct HtmlOutput
{
    private const int Piece = 256;

    private readonly IBufferWriter<byte> _output;
    private Span<byte> _room;
    private int _used;

    public HtmlOutput(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _room = output.GetSpan(Piece);
    }

    public void Append(scoped ReadOnlySpan<byte> octets)
    {
        while (octets.Length > _room.Length - _used)
        {
            int fits = _room.Length - _used;
            octets[..fits].CopyTo(_room[_used..]);
            octets = octets[fits..];
            _used += fits;
            Renew();
        }

        octets.CopyTo(_room[_used..]);
        _used += octets.Length;
    }

    public void Append(byte octet)
    {
        if (_used == _room.Length)
        {
            Renew();
        }

        _room[_used++] = octet;
    }

    /// <summary>Appends characters that are ASCII, all of them.</summary>
    public void AppendAscii(scoped ReadOnlySpan<char> characters)
    {
        while (!characters.IsEmpty)
        {
            if (_used == _room.Length)
            {
                Renew();
            }

            int fits = Math.Min(characters.Length, _room.Length - _used);
            _ = System.Text.Ascii.FromUtf16(characters[..fits], _room[_used..], out int written);
            _used += written;
            characters = characters[fits..];
        }
    }

    public void Append(Rune character)
    {
        Span<byte> octets = stackalloc byte[4];
        Append(octets[..character.EncodeToUtf8(octets)]);
    }

    public void Append(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        _ = number.TryFormat(digits, out int written, provider: System.Globalization.CultureInfo.InvariantCulture);
        Append(digits[..written]);
    }

    public readonly void Complete() => _output.Advance(_used);

    private void Renew()
    {
        _output.Advance(_used);
        _room = _output.GetSpan(Piece);
        _used = 0;
    }
}
