using System.Buffers.Text;

namespace HiPerf.Gopher;

/// <summary>Writes a menu line by line; whatever would end a field, the line or the menu early is refused before the first octet is written.</summary>
/// <remarks>
/// <code>
/// menu = *( type display HTAB selector HTAB host HTAB port [ HTAB ( "+" / "?" ) ] CRLF ) "." CRLF
/// </code>
/// RFC 1436 appendix, Gopher+ section 2.2. A HTAB, CR, LF or NUL in any field throws, and so does a dot as type; there is no switch that lets them through.
/// Lines are held to 8,192 octets, CRLF left out.
/// </remarks>
public static class GopherMenuWriter
{
    /// <summary>Octets of the longest line, CRLF left out.</summary>
    public const int MaxLine = 8192;

    // What stands in the place of selector, host and port where nothing is to be had: an address that no name resolves to.
    private static ReadOnlySpan<byte> Nowhere => "null.host"u8;

    /// <summary>Writes an item.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="type">A registered type, or any octet that is no control, space or dot.</param>
    /// <param name="display">What is shown; may be empty.</param>
    /// <param name="selector">What a client sends; may be empty.</param>
    /// <param name="host">1 to 255 octets.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="plus">What the server can do beyond RFC 1436.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">A field may not be written, or the line would be too long.</exception>
    public static bool TryWriteItem(
        Span<byte> destination, GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, ReadOnlySpan<byte> host, int port, GopherPlusMark plus, out int written)
    {
        if (!GopherOctets.IsHost(host))
        {
            GopherMisuse.BadHost();
        }

        if (port is < 1 or > ushort.MaxValue)
        {
            GopherMisuse.BadPort(port);
        }

        return TryLine(destination, (byte)type, display, default, selector, host, port, plus, out written);
    }

    /// <summary>Writes an information line.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="display">What is shown; may be empty.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The text may not be written, or the line would be too long.</exception>
    public static bool TryWriteInformation(Span<byte> destination, ReadOnlySpan<byte> display, out int written) =>
        TryLine(destination, (byte)GopherItemType.Information, display, default, default, Nowhere, 1, GopherPlusMark.None, out written);

    /// <summary>Writes an error, which is how a server says that an item is not to be had.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="display">What is shown; may be empty.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The text may not be written, or the line would be too long.</exception>
    public static bool TryWriteError(Span<byte> destination, ReadOnlySpan<byte> display, out int written) =>
        TryLine(destination, (byte)GopherItemType.Error, display, default, default, Nowhere, 1, GopherPlusMark.None, out written);

    /// <summary>Writes a link to what is not Gopher's: type <c>h</c>, selector <c>URL:</c> and the URL.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="display">What is shown; may be empty.</param>
    /// <param name="url">A URL of http, https, gopher, gophers, ftp or ftps.</param>
    /// <param name="host">This server: clients that do not know the convention ask it.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">A field may not be written, or the line would be too long.</exception>
    public static bool TryWriteLink(Span<byte> destination, ReadOnlySpan<byte> display, ReadOnlySpan<byte> url, ReadOnlySpan<byte> host, int port, out int written)
    {
        if (!GopherLink.MayFollow(url))
        {
            GopherMisuse.BadUrl();
        }

        if (!GopherOctets.IsHost(host))
        {
            GopherMisuse.BadHost();
        }

        if (port is < 1 or > ushort.MaxValue)
        {
            GopherMisuse.BadPort(port);
        }

        return TryLine(destination, (byte)GopherItemType.Html, display, "URL:"u8, url, host, port, GopherPlusMark.None, out written);
    }

    /// <summary>Writes the line of a dot alone that ends a menu.</summary>
    /// <param name="destination">Takes three octets.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    public static bool TryWriteEnd(Span<byte> destination, out int written)
    {
        bool fits = ".\r\n"u8.TryCopyTo(destination);
        written = fits ? 3 : 0;
        return fits;
    }

    private static bool TryLine(
        Span<byte> destination, byte type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> selector, ReadOnlySpan<byte> host, int port, GopherPlusMark plus, out int written)
    {
        written = 0;
        if (!GopherOctets.IsType(type) || type == (byte)'.')
        {
            GopherMisuse.BadType();
        }

        if (!GopherOctets.IsField(display))
        {
            GopherMisuse.BadDisplay();
        }

        if (!GopherOctets.IsField(selector))
        {
            GopherMisuse.BadSelector();
        }

        Span<byte> digits = stackalloc byte[5];
        _ = Utf8Formatter.TryFormat(port, digits, out int digitCount);
        bool hasMark = plus is GopherPlusMark.Plus or GopherPlusMark.Ask;
        long length = 1L + display.Length + 1 + prefix.Length + selector.Length + 1 + host.Length + 1 + digitCount + (hasMark ? 2 : 0);
        if (length > MaxLine)
        {
            GopherMisuse.LongLine();
        }

        if (destination.Length < length + 2)
        {
            return false;
        }

        destination[0] = type;
        int at = 1;
        Put(destination, ref at, display);
        destination[at++] = (byte)'\t';
        Put(destination, ref at, prefix);
        Put(destination, ref at, selector);
        destination[at++] = (byte)'\t';
        Put(destination, ref at, host);
        destination[at++] = (byte)'\t';
        Put(destination, ref at, digits[..digitCount]);
        if (hasMark)
        {
            destination[at++] = (byte)'\t';
            destination[at++] = (byte)plus;
        }

        Put(destination, ref at, "\r\n"u8);
        written = at;
        return true;
    }

    private static void Put(Span<byte> destination, ref int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(destination[at..]);
        at += text.Length;
    }
}
