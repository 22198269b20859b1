using System.Text;
using System.Text.Unicode;

namespace HiPerf.Ftp;

/// <summary>What the path of an ftp URL names.</summary>
/// <param name="Octets">The path name, decoded: relative to where the login led, or absolute.</param>
/// <param name="IsFolder">Whether it names a folder: it is empty, ends in a slash, or says <c>;type=d</c>.</param>
/// <param name="Type">How a file is to be sent.</param>
internal sealed record FtpUrlPath(ReadOnlyMemory<byte> Octets, bool IsFolder, FtpTransferType Type)
{
    /// <summary>The path as characters, and how they stand for its octets on the wire: to the letter, whether they are UTF-8 or not.</summary>
    /// <param name="names">The charset of the connection.</param>
    public (string Path, FtpNames Names) In(FtpNames names) => Utf8.IsValid(Octets.Span)
        ? (Encoding.UTF8.GetString(Octets.Span), names)
        : (Encoding.Latin1.GetString(Octets.Span), FtpNames.Octets);
}
