using System.Buffers;

namespace HiPerf.Server;

/// <summary>Writes a plain name as the path of a URL: what <see cref="VirtualPath"/> reads back as the same name.</summary>
/// <remarks>RFC 3986 section 2.1. Everything but unreserved octets and the slash is escaped, so that the result is plain text in HTML and in a field value too.</remarks>
internal static class VirtualPathWriter
{
    private static readonly SearchValues<byte> s_plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"u8);

    /// <summary>Appends an escaped name.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> name)
    {
        var destination = output.GetSpan(name.Length * 3);
        var written = 0;
        foreach (var octet in name)
        {
            if (s_plain.Contains(octet))
            {
                destination[written++] = octet;
                continue;
            }

            destination[written++] = (byte)'%';
            destination[written++] = "0123456789ABCDEF"u8[octet >> 4];
            destination[written++] = "0123456789ABCDEF"u8[octet & 15];
        }

        output.Advance(written);
    }
}
