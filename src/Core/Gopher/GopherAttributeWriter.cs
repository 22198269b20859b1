using System.Buffers.Text;

namespace HiPerf.Gopher;

/// <summary>Writes attributes block by block; whatever would end a line or a part of it early is refused before the first octet of the line is written.</summary>
/// <remarks>
/// <code>
/// attributes = *( "+" name ":" [ SP value ] CRLF *( SP [ field-name ":" SP ] value CRLF ) ) [ "." CRLF ]
/// </code>
/// Gopher+ sections 2.4 to 2.8. A CR, LF or NUL in any part throws, and a HTAB where it would part what is one.
/// </remarks>
public ref struct GopherAttributeWriter
{
    private readonly Span<byte> _destination;
    private int _at;
    private bool _isFull;
    private bool _isOpen;

    /// <summary>Begins.</summary>
    /// <param name="destination">Takes the attributes.</param>
    public GopherAttributeWriter(Span<byte> destination)
    {
        _destination = destination;
    }

    /// <summary>Begins INFO: the menu line of an item of Gopher+.</summary>
    /// <exception cref="ArgumentException">A field may not be written, or the line would be too long.</exception>
    public void WriteInfo(GopherItemType type, scoped ReadOnlySpan<byte> display, scoped ReadOnlySpan<byte> selector, scoped ReadOnlySpan<byte> host, int port, GopherPlusMark plus = GopherPlusMark.Plus)
    {
        // The line is measured before a block is begun for it: what is misuse throws first.
        Span<byte> line = _isFull ? default : _destination[_at..];
        ReadOnlySpan<byte> name = "+INFO: "u8;
        bool fits = GopherMenuWriter.TryWriteItem(line.Length > name.Length ? line[name.Length..] : default, type, display, selector, host, port, plus, out int written);
        _isOpen = true;
        if (!fits || _isFull)
        {
            _isFull = true;
            return;
        }

        name.CopyTo(line);
        _at += name.Length + written;
    }

    /// <summary>Begins a registered block other than INFO.</summary>
    /// <param name="block">ADMIN, VIEWS, ABSTRACT, ASK or VERONICA.</param>
    /// <exception cref="ArgumentException">The attribute is no such block.</exception>
    public void BeginBlock(GopherAttribute block)
    {
        if ((GopherAttributes.Flags(block) & GopherAttributeFlags.Block) == 0 || block == GopherAttribute.Info)
        {
            GopherMisuse.BadName();
        }

        BeginBlock(GopherAttributes.Bytes(block));
    }

    /// <summary>Begins any block.</summary>
    /// <param name="name">One or more visible octets but the colon, and no plus sign first.</param>
    /// <exception cref="ArgumentException">The name may not be written.</exception>
    public void BeginBlock(scoped ReadOnlySpan<byte> name)
    {
        if (!IsName(name) || name.Contains((byte)' ') || name[0] == (byte)'+')
        {
            GopherMisuse.BadName();
        }

        _isOpen = true;
        Line("+"u8, name, ":"u8, default);
    }

    /// <summary>Writes a field: a name and a value.</summary>
    /// <param name="name">One or more octets but controls and the colon.</param>
    /// <param name="value">Any octets but CR, LF and NUL; may be empty.</param>
    /// <exception cref="ArgumentException">A part may not be written.</exception>
    /// <exception cref="InvalidOperationException">No block was begun.</exception>
    public void WriteField(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        if (!IsName(name))
        {
            GopherMisuse.BadName();
        }

        Check(value, mayHoldTab: true);
        Line(" "u8, name, ": "u8, value);
    }

    /// <summary>Writes a line of text.</summary>
    /// <param name="text">Any octets but CR, LF and NUL; may be empty.</param>
    /// <exception cref="ArgumentException">The text may not be written.</exception>
    /// <exception cref="InvalidOperationException">No block was begun.</exception>
    public void WriteText(scoped ReadOnlySpan<byte> text)
    {
        Check(text, mayHoldTab: true);
        Line(" "u8, default, default, text);
    }

    /// <summary>Writes the field Admin of ADMIN.</summary>
    /// <param name="comment">A name, a telephone; may be empty.</param>
    /// <param name="email">The address, without angle brackets; may be empty.</param>
    /// <exception cref="ArgumentException">A part may not be written.</exception>
    /// <exception cref="InvalidOperationException">No block was begun.</exception>
    public void WriteAdministrator(scoped ReadOnlySpan<byte> comment, scoped ReadOnlySpan<byte> email)
    {
        Check(comment, mayHoldTab: false);
        Check(email, mayHoldTab: false);
        if (email.ContainsAny((byte)'<', (byte)'>') || comment.EndsWith(">"u8))
        {
            GopherMisuse.BadText();
        }

        Line(" Admin: "u8, comment, " <"u8, email, ">"u8);
    }

    /// <summary>Writes the field Mod-Date of ADMIN.</summary>
    /// <param name="ticks">Ticks of <see cref="DateTime"/> in the server's zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ticks are no date.</exception>
    /// <exception cref="InvalidOperationException">No block was begun.</exception>
    public void WriteModified(long ticks)
    {
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            GopherMisuse.BadTime(ticks);
        }

        Span<byte> digits = stackalloc byte[14];
        _ = new DateTime(ticks).TryFormat(digits, out _, "yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture);
        Line(" Mod-Date: <"u8, digits, ">"u8, default);
    }

    /// <summary>Writes a line of VIEWS.</summary>
    /// <param name="contentType">One or more octets but controls, spaces and the colon.</param>
    /// <param name="language">As <paramref name="contentType"/>; empty for none.</param>
    /// <param name="size">Octets; negative for unknown.</param>
    /// <exception cref="ArgumentException">A part may not be written.</exception>
    /// <exception cref="InvalidOperationException">No block was begun.</exception>
    /// <remarks>Written as <c>&lt;nb&gt;</c> below 1,024 octets, else in units of 1,024, rounded up: what a server knows to the octet a client rounds anyway.</remarks>
    public void WriteView(scoped ReadOnlySpan<byte> contentType, scoped ReadOnlySpan<byte> language, long size)
    {
        if (!IsName(contentType) || contentType.Contains((byte)' ') || (!language.IsEmpty && (!IsName(language) || language.Contains((byte)' '))))
        {
            GopherMisuse.BadName();
        }

        Span<byte> text = stackalloc byte[24];
        int length = 0;
        if (size >= 0)
        {
            text[0] = (byte)'<';
            _ = Utf8Formatter.TryFormat(size < 1024 ? size : (size / 1024) + (size % 1024 == 0 ? 0 : 1), text[1..], out length);
            (size < 1024 ? "b>"u8 : "k>"u8).CopyTo(text[(length + 1)..]);
            length += 3;
        }

        Line(" "u8, contentType, language.IsEmpty ? default : " "u8, language, ": "u8, text[..length]);
    }

    /// <summary>Writes a line of ASK.</summary>
    /// <param name="kind">What is wanted.</param>
    /// <param name="prompt">What is shown; no HTAB.</param>
    /// <param name="options">A default answer, or choices with tabs between them; may be empty.</param>
    /// <exception cref="ArgumentException">A part may not be written, or the kind is Unknown.</exception>
    /// <exception cref="InvalidOperationException">No block was begun.</exception>
    public void WriteQuestion(GopherQuestionKind kind, scoped ReadOnlySpan<byte> prompt, scoped ReadOnlySpan<byte> options)
    {
        ReadOnlySpan<byte> word = GopherQuestionKinds.Bytes(kind);
        if (word.IsEmpty)
        {
            GopherMisuse.BadQuestion();
        }

        Check(prompt, mayHoldTab: false);
        Check(options, mayHoldTab: true);
        Line(" "u8, word, ": "u8, prompt, options.IsEmpty ? default : "\t"u8, options);
    }

    /// <summary>Ends the attributes.</summary>
    /// <param name="terminates">Whether a line of a dot alone ends them, which is for answers that are not counted.</param>
    /// <param name="written">Octets in all; 0 when they did not fit.</param>
    /// <returns>False when the destination was too short.</returns>
    public bool TryComplete(bool terminates, out int written)
    {
        if (terminates)
        {
            Put(".\r\n"u8);
        }

        written = _isFull ? 0 : _at;
        return !_isFull;
    }

    private static bool IsName(ReadOnlySpan<byte> name) =>
        !name.IsEmpty && !name.Contains((byte)':') && !name.ContainsAnyInRange((byte)0, (byte)0x1F) && !name.Contains((byte)0x7F);

    private static void Check(ReadOnlySpan<byte> text, bool mayHoldTab)
    {
        if (mayHoldTab ? !GopherOctets.IsLine(text) : !GopherOctets.IsField(text))
        {
            GopherMisuse.BadText();
        }
    }

    private void Line(
        scoped ReadOnlySpan<byte> a, scoped ReadOnlySpan<byte> b, scoped ReadOnlySpan<byte> c, scoped ReadOnlySpan<byte> d, scoped ReadOnlySpan<byte> e = default, scoped ReadOnlySpan<byte> f = default)
    {
        if (!_isOpen)
        {
            GopherMisuse.NoBlock();
        }

        if ((long)a.Length + b.Length + c.Length + d.Length + e.Length + f.Length > GopherMenuWriter.MaxLine)
        {
            GopherMisuse.LongLine();
        }

        Put(a);
        Put(b);
        Put(c);
        Put(d);
        Put(e);
        Put(f);
        Put("\r\n"u8);
    }

    private void Put(scoped ReadOnlySpan<byte> octets)
    {
        _isFull |= !_isFull && !octets.TryCopyTo(_destination[_at..]);
        _at += _isFull ? 0 : octets.Length;
    }
}
