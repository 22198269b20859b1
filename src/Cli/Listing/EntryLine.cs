using System.Globalization;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;
using HiPerf.Gopher;

namespace HiPerf.Cli.Listing;

/// <summary>Writes an entry for people: one line. On a terminal what peers named is escaped.</summary>
/// <param name="isTerminal">Whether it is shown on a terminal.</param>
/// <param name="hasDetails">Whether what only an FTP server tells is shown too.</param>
internal sealed class EntryLine(bool isTerminal, bool hasDetails)
{
    /// <summary>The line, without its end.</summary>
    public string Of(InternetEntry entry) => entry is GopherItem item ? Of(item)
        : hasDetails ? Details(entry) + Plain(entry) + Target(entry)
        : Plain(entry);

    // Type, what it is called, where it is had: a menu's own order.
    private string Of(GopherItem item)
    {
        string type = item.TypeOctet is > 0x20 and < 0x7F ? ((char)item.TypeOctet).ToString() : item.TypeOctet == 0 ? " " : $"\\x{item.TypeOctet:X2}";
        string name = Shown(item.Name);
        return ItemPlace.UrlOf(item) is { } url ? $"{type}  {name,-50}  {url}" : $"{type}  {name}".TrimEnd();
    }

    private string Plain(InternetEntry entry)
    {
        string name = Shown(entry is FtpEntry { Path: var path } ? path : entry.Name);
        string length = entry.Length?.ToString(CultureInfo.InvariantCulture) ?? "-";
        string time = entry.LastWriteTime?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
        return $"{length,15}  {time,-20}  {name}{(entry.IsDirectory ? "/" : string.Empty)}";
    }

    private string Details(InternetEntry entry) =>
        entry is FtpEntry ftp ? $"{Shown(ftp.Permissions ?? "-"),-12} {Shown(ftp.Owner ?? "-"),-8} {Shown(ftp.Group ?? "-"),-8} " : $"{"-",-12} {"-",-8} {"-",-8} ";

    private string Target(InternetEntry entry) => entry is FtpEntry { Target: { } target } ? $" -> {Shown(target)}" : string.Empty;

    private string Shown(string text) => isTerminal ? TerminalText.Escape(text) : text;
}
