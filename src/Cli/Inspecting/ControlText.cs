using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Cli.Inspecting;

/// <summary>Octets of an FTP control connection as text in ISO-8859-1.</summary>
internal static class ControlText
{
    public static string Of(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    /// <summary>The text without what belongs to Telnet.</summary>
    public static string Plain(ReadOnlySpan<byte> octets)
    {
        byte[] plain = new byte[octets.Length];
        _ = TelnetText.TryUnescape(octets, plain, out int written);
        return Of(plain.AsSpan(0, written));
    }
}
