using System.Buffers;

namespace HiPerf.Gopher;

/// <summary>Writes one request line; whatever would end the line or a field early is refused before the first octet is written.</summary>
/// <remarks>
/// <code>
/// request = selector [ HTAB search ] [ HTAB sign argument [ HTAB "1" ] ] CRLF
/// </code>
/// RFC 1436 section 2, Gopher+ section 2.3. A HTAB, CR, LF or NUL in any part throws; there is no switch that lets them through.
/// </remarks>
public static class GopherRequestWriter
{
    /// <summary>Writes a request for an item, by the default limits.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="selector">Up to 255 octets but HTAB, CR, LF and NUL; may be empty.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The selector may not be written.</exception>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<byte> selector, out int written) =>
        TryWrite(destination, new GopherRequestText(selector), GopherLimits.Default, out written);

    /// <summary>Writes a search, by the default limits.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="selector">Up to 255 octets but HTAB, CR, LF and NUL; may be empty.</param>
    /// <param name="search">Any octets but HTAB, CR, LF and NUL; may be empty.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">A part may not be written, or the line would be too long.</exception>
    /// <remarks>RFC 1436 section 3.7. Words that begin with <c>+</c>, <c>!</c> or <c>$</c> look like Gopher+ to a server that has it; nothing escapes them.</remarks>
    public static bool TryWriteSearch(Span<byte> destination, ReadOnlySpan<byte> selector, ReadOnlySpan<byte> search, out int written) =>
        TryWrite(destination, new GopherRequestText(selector) { HasSearch = true, Search = search }, GopherLimits.Default, out written);

    /// <summary>Writes any request.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="request">Its parts.</param>
    /// <param name="limits">MaxSelector, MaxRequestLine.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">A part may not be written, or the line would be too long.</exception>
    public static bool TryWrite(Span<byte> destination, scoped in GopherRequestText request, in GopherLimits limits, out int written)
    {
        written = 0;
        int length = Measure(in request, in limits) + 2;
        if (destination.Length < length)
        {
            return false;
        }

        Fill(destination, in request);
        written = length;
        return true;
    }

    /// <summary>Writes any request to a buffer writer, which is advanced once.</summary>
    /// <param name="output">Takes the line.</param>
    /// <param name="request">Its parts.</param>
    /// <param name="limits">MaxSelector, MaxRequestLine.</param>
    /// <exception cref="ArgumentException">A part may not be written, or the line would be too long.</exception>
    public static void Write(IBufferWriter<byte> output, scoped in GopherRequestText request, in GopherLimits limits)
    {
        ArgumentNullException.ThrowIfNull(output);
        int length = Measure(in request, in limits) + 2;
        Fill(output.GetSpan(length), in request);
        output.Advance(length);
    }

    // Octets of the line, its end left out, once every part was looked at.
    private static int Measure(scoped in GopherRequestText request, in GopherLimits limits)
    {
        if (!GopherOctets.IsField(request.Selector))
        {
            GopherMisuse.BadSelector();
        }

        if (request.Selector.Length > limits.MaxSelector)
        {
            GopherMisuse.LongSelector();
        }

        if (!GopherOctets.IsField(request.Search))
        {
            GopherMisuse.BadSearch();
        }

        bool isPlus = request.Kind is GopherRequestKind.Representation or GopherRequestKind.Attributes or GopherRequestKind.DirectoryAttributes;
        if (!GopherOctets.IsField(request.Argument) || (!isPlus && !request.Argument.IsEmpty))
        {
            GopherMisuse.BadArgument();
        }

        if ((request.HasDataBlock && request.Kind != GopherRequestKind.Representation) || (!isPlus && request.Kind != GopherRequestKind.Item))
        {
            GopherMisuse.BadKind();
        }

        // The sum of three lengths may pass 2^31.
        long length = (long)request.Selector.Length + (request.HasSearch ? 1L + request.Search.Length : 0) + (isPlus ? 2L + request.Argument.Length : 0) + (request.HasDataBlock ? 2 : 0);
        if (length > limits.MaxRequestLine)
        {
            GopherMisuse.LongRequest();
        }

        return (int)length;
    }

    private static void Fill(Span<byte> destination, scoped in GopherRequestText request)
    {
        request.Selector.CopyTo(destination);
        int at = request.Selector.Length;
        if (request.HasSearch)
        {
            destination[at++] = (byte)'\t';
            request.Search.CopyTo(destination[at..]);
            at += request.Search.Length;
        }

        if (request.Kind != GopherRequestKind.Item)
        {
            destination[at++] = (byte)'\t';
            destination[at++] = (byte)request.Kind;
            request.Argument.CopyTo(destination[at..]);
            at += request.Argument.Length;
        }

        if (request.HasDataBlock)
        {
            "\t1"u8.CopyTo(destination[at..]);
            at += 2;
        }

        "\r\n"u8.CopyTo(destination[at..]);
    }
}
