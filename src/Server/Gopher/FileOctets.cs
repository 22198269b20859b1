using System.Buffers;
using HiPerf.Gopher;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>Small files as a whole.</summary>
internal static class FileOctets
{
    /// <summary>Reads a file from its beginning.</summary>
    /// <returns>Its octets; null when it is shorter than it was said to be.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[]? TryRead(SafeFileHandle file, int length)
    {
        var octets = new byte[length];
        for (var at = 0; at < length;)
        {
            var count = RandomAccess.Read(file, octets.AsSpan(at), at);
            if (count == 0)
            {
                return null;
            }

            at += count;
        }

        return octets;
    }

    /// <summary>A text as it goes over the wire: lines in CRLF, dots put before dots, a line of a dot alone behind the last. RFC 1436 appendix.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((2 * text.Length) + 8);
        var encoder = new GopherTextEncoder(endsLines: true);
        _ = encoder.Encode(text, buffer, out _, out var written);
        _ = encoder.TryComplete(buffer.AsSpan(written), out var end);
        var encoded = buffer[..(written + end)];
        ArrayPool<byte>.Shared.Return(buffer);
        return encoded;
    }
}
