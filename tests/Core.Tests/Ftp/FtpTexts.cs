using System.Globalization;
using System.Net;
using System.Text;
using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp;

/// <summary>What the readers of FTP find, as text.</summary>
internal static class FtpTexts
{
    public static byte[] Octets(string text) => Encoding.Latin1.GetBytes(text);

    public static string Of(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    public static string Lines(ReadOnlySpan<byte> buffer, in FtpReply reply)
    {
        var texts = new List<string>();
        FtpReplyLineReader lines = reply.LinesIn(buffer);
        while (lines.Next(out _, out FtpText text))
        {
            texts.Add(Of(text.In(buffer)));
        }

        Assert.Equal(reply.LineCount, texts.Count);
        Assert.Equal(texts[0], Of(reply.Text.In(buffer)));
        Assert.Equal(texts[^1], Of(reply.LastText.In(buffer)));
        return string.Join('|', texts);
    }

    public static ParseResult HostPort(string form, ReadOnlySpan<byte> text, out HostPort value) => form switch
    {
        HostPorts.Port => HostPortParser.ParsePort(text, out value),
        HostPorts.Passive => HostPortParser.ParsePassive(text, out value),
        HostPorts.ExtendedPassive => HostPortParser.ParseExtendedPassive(text, out value),
        _ => HostPortParser.ParseExtendedPort(text, out value),
    };

    public static string Tell(in HostPort value, in ParseResult result)
    {
        Span<byte> address = stackalloc byte[16];
        _ = value.TryCopyAddress(address, out int length);
        string host = length == 0 ? string.Empty : new IPAddress(address[..length]).ToString();
        return (value.NetworkProtocol == 2 ? $"[{host}]" : host) + ":" + value.Port.ToString(CultureInfo.InvariantCulture)
            + (result.Deviations == Deviations.MissingParentheses ? " bare" : string.Empty);
    }

    public static string Facts(ReadOnlySpan<byte> line, in FactLine facts)
    {
        string time = (facts.Present & FtpFactNames.Modify) == 0
            ? "-"
            : new DateTime(facts.Modify.UtcTicks, DateTimeKind.Utc).ToString(facts.Modify.FractionDigits == 0 ? "s" : "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)
                + "/" + facts.Modify.FractionDigits.ToString(CultureInfo.InvariantCulture);
        return $"{facts.Type} {Number(facts.Size)} {time} [{Of(facts.Name.In(line))}] {Text(line, facts.Owner)} {Text(line, facts.Group)} {Number(facts.UnixMode)} {Text(line, facts.Target)} {facts.Permissions}";
    }

    private static string Number(long value) => value < 0 ? "-" : value.ToString(CultureInfo.InvariantCulture);

    private static string Text(ReadOnlySpan<byte> line, FtpText text) => text.Length == 0 ? "-" : Of(text.In(line));
}
