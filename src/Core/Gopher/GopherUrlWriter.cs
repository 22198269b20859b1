namespace HiPerf.Gopher;

/// <summary>Writes the path of a Gopher URL from the parts of a request.</summary>
/// <remarks>
/// <code>
/// gopher-path = "/" gophertype selector [ "%09" search ] [ "%09" [ "%09" ] gopher-plus ]
/// </code>
/// RFC 4266 section 2.1; <see cref="GopherUrlParser"/> reads the same parts back. All but unreserved octets, sub-delims, colon, at sign and slash are percent-encoded, <c>?</c> too.
/// A HTAB, CR, LF or NUL in a part throws. A selector with a dot segment in it is written as it is; <see cref="UrlNormalizer"/> leaves it so, other readers may not.
/// </remarks>
public static class GopherUrlWriter
{
    /// <summary>Writes the path.</summary>
    /// <param name="destination">Takes the path; three times the parts and ten are always enough.</param>
    /// <param name="type">The item type: any octet that is no control or space.</param>
    /// <param name="request">The parts; none of them holds a data block.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">A part may not be written.</exception>
    public static bool TryWrite(Span<byte> destination, byte type, scoped in GopherRequestText request, out int written)
    {
        written = 0;
        Check(type, in request);
        if (destination.IsEmpty)
        {
            return false;
        }

        destination[0] = (byte)'/';
        int at = 1;
        bool isPlus = request.Kind != GopherRequestKind.Item;
        bool fits = Encode([type], destination, ref at)
            && Encode(request.Selector, destination, ref at)
            && (!(request.HasSearch || isPlus) || Put("%09"u8, destination, ref at))
            && (!request.HasSearch || Encode(request.Search, destination, ref at))
            && (!isPlus || (Put("%09"u8, destination, ref at) && Encode([(byte)request.Kind], destination, ref at) && Encode(request.Argument, destination, ref at)));
        written = fits ? at : 0;
        return fits;
    }

    private static void Check(byte type, scoped in GopherRequestText request)
    {
        if (!GopherOctets.IsType(type))
        {
            GopherMisuse.BadType();
        }

        if (!GopherOctets.IsField(request.Selector))
        {
            GopherMisuse.BadSelector();
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

        if (request.HasDataBlock || (!isPlus && request.Kind != GopherRequestKind.Item))
        {
            GopherMisuse.BadKind();
        }
    }

    private static bool Encode(ReadOnlySpan<byte> octets, Span<byte> destination, ref int at)
    {
        ParseResult result = PercentEncoding.EncodePath(octets, destination[at..], out int written);
        at += written;
        return result.IsDone;
    }

    private static bool Put(ReadOnlySpan<byte> octets, Span<byte> destination, ref int at)
    {
        bool fits = octets.TryCopyTo(destination[at..]);
        at += fits ? octets.Length : 0;
        return fits;
    }
}
