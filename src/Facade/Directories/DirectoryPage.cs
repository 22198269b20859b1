using System.Buffers;
using HiPerf.Ftp;
using HiPerf.Html;

namespace HiPerf;

/// <summary>Writes folders of every protocol as pages: what of an entry stands in its row, and where it leads.</summary>
internal static class DirectoryPage
{
    /// <summary>Writes the start.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="url">What is shown above; its password is not.</param>
    /// <param name="folder">Where the names lead from: a URL without a password that ends in a slash.</param>
    public static void WriteStart(IBufferWriter<byte> output, InternetUrl url, InternetUrl folder)
    {
        // Two slashes are the root of an FTP server whose login led elsewhere.
        var isRoot = folder.Path is "" or "/" or "//";
        DirectoryPageWriter.WriteStart(output, new HtmlText(url.ToString()), isRoot ? default : HtmlLink.Parent, new HtmlText(folder.Href));
    }

    /// <summary>Writes the row of an entry.</summary>
    public static void WriteEntry(IBufferWriter<byte> output, InternetEntry entry)
    {
        if (entry is FtpEntry told)
        {
            WriteEntry(output, told);
            return;
        }

        var name = new HtmlText(entry.Name);
        DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry
        {
            Name = name,
            Link = entry.IsDirectory ? HtmlLink.ToFolder(name) : HtmlLink.ToFile(name),
            Kind = entry.IsDirectory ? DirectoryPageKind.Directory : entry.Length is null ? DirectoryPageKind.Other : DirectoryPageKind.File,
            Size = entry.Length,
            Modified = entry.LastWriteTime?.UtcDateTime,
        });
    }

    // A name is shown decoded and leads on by its octets. One that is no single component of a path leads nowhere: what it would open lies elsewhere (catalogue FC-11).
    private static void WriteEntry(IBufferWriter<byte> output, FtpEntry entry)
    {
        var octets = entry.RawName.Span;
        var leadsOn = entry.Type != FtpEntryType.Other && PlainName.IsPlain(octets, PlainNameRules.None);
        DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry
        {
            Name = new HtmlText(entry.Name),
            Link = !leadsOn ? default : entry.IsDirectory ? HtmlLink.ToFolder(new HtmlText(octets)) : HtmlLink.ToFile(new HtmlText(octets)),
            Kind = KindOf(entry.Type),
            Size = entry.Length,
            Modified = entry.TimePrecision == FtpTimePrecision.Day ? entry.LastWriteTime?.DateTime : entry.LastWriteTime?.UtcDateTime,
            Precision = entry.TimePrecision switch
            {
                FtpTimePrecision.Day => DirectoryPagePrecision.Day,
                FtpTimePrecision.Minute => DirectoryPagePrecision.Minute,
                _ => DirectoryPagePrecision.Second,
            },
        });
    }

    private static DirectoryPageKind KindOf(FtpEntryType type) => type switch
    {
        FtpEntryType.File => DirectoryPageKind.File,
        FtpEntryType.Directory => DirectoryPageKind.Directory,
        FtpEntryType.Link => DirectoryPageKind.Link,
        _ => DirectoryPageKind.Other,
    };
}
