using System.Buffers;

namespace HiPerf.Http;

/// <summary>Names of fields and files in a multipart form: what browsers write between the quotes, and back.</summary>
/// <remarks>
/// RFC 7578 section 4.2 with the escapes of the WHATWG HTML standard (multipart/form-data encoding): <c>%22</c>, <c>%0D</c>, <c>%0A</c> and no others, the percent sign itself
/// stays. So a name that holds one of these three texts comes back as the octet: no reader can tell. Quoted-pairs of a quotation mark or backslash are what older clients write.
/// </remarks>
public static class FormName
{
    private static readonly SearchValues<byte> s_refused = SearchValues.Create([.. Enumerable.Range(0, 32).Append(0x7F).Append('\\').Except(['\t', '\r', '\n']).Select(o => (byte)o)]);

    private static readonly SearchValues<byte> s_escape = SearchValues.Create("%\\"u8);

    /// <summary>Undoes the escapes of a name or file name.</summary>
    /// <param name="encoded">What stands between the quotes.</param>
    /// <param name="destination">Where the octets go; as long as <paramref name="encoded"/> is always enough. Quotation mark, CR and LF can come out.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <remarks>A backslash before anything but a quotation mark or a backslash is one: file names of Windows stand there as they are.</remarks>
    public static bool TryDecode(ReadOnlySpan<byte> encoded, Span<byte> destination, out int written)
    {
        written = 0;
        int length = 0;
        while (true)
        {
            int escape = encoded.IndexOfAny(s_escape);
            ReadOnlySpan<byte> plain = escape < 0 ? encoded : encoded[..escape];
            if (!plain.TryCopyTo(destination[length..]))
            {
                return false;
            }

            length += plain.Length;
            if (escape < 0)
            {
                written = length;
                return true;
            }

            if (length == destination.Length)
            {
                return false;
            }

            encoded = encoded[escape..];
            destination[length++] = Unescape(encoded, out int taken);
            encoded = encoded[taken..];
        }
    }

    /// <summary>Whether a name can be written so that all readers read it alike.</summary>
    internal static bool CanWrite(ReadOnlySpan<byte> name) => !name.ContainsAny(s_refused);

    private static byte Unescape(ReadOnlySpan<byte> encoded, out int taken)
    {
        taken = 3;
        if (encoded.StartsWith("%22"u8))
        {
            return (byte)'"';
        }

        if (encoded.StartsWith("%0D"u8) || encoded.StartsWith("%0d"u8))
        {
            return (byte)'\r';
        }

        if (encoded.StartsWith("%0A"u8) || encoded.StartsWith("%0a"u8))
        {
            return (byte)'\n';
        }

        taken = encoded.Length > 1 && encoded[0] == (byte)'\\' && encoded[1] is (byte)'"' or (byte)'\\' ? 2 : 1;
        return encoded[taken - 1];
    }
}
