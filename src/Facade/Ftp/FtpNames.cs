using System.Text;
using System.Text.Unicode;

namespace HiPerf.Ftp;

/// <summary>How names and texts stand for octets on one connection: UTF-8, octets that are none read as ISO-8859-1; or one charset that was asked for. RFC 2640.</summary>
internal sealed class FtpNames(Encoding? encoding)
{
    public static readonly FtpNames Default = new(null);

    /// <summary>Each character below 256 is the octet of its number.</summary>
    public static readonly FtpNames Octets = new(System.Text.Encoding.Latin1);

    /// <summary>The charset that was asked for; null for UTF-8 with its fallback.</summary>
    public Encoding? Encoding => encoding;

    public byte[] Encode(string name) => (encoding ?? System.Text.Encoding.UTF8).GetBytes(name);

    /// <summary>Reads octets of a listing, or of a control connection that holds no 255.</summary>
    public string Decode(ReadOnlySpan<byte> octets) => encoding is not null ? encoding.GetString(octets)
        : Utf8.IsValid(octets) ? System.Text.Encoding.UTF8.GetString(octets) : System.Text.Encoding.Latin1.GetString(octets);

    /// <summary>Reads octets of a control connection, what belongs to Telnet taken out.</summary>
    public string DecodeControl(ReadOnlySpan<byte> octets)
    {
        if (!TelnetText.NeedsUnescape(octets))
        {
            return Decode(octets);
        }

        var plain = new byte[octets.Length];
        _ = TelnetText.TryUnescape(octets, plain, out var length);
        return Decode(plain.AsSpan(0, length));
    }
}
