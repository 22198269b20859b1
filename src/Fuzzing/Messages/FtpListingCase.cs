using System.Globalization;
using HiPerf.Ftp;

namespace HiPerf.Fuzzing;

/// <summary>One entry of a listing: what it says, apart from how a format writes it.</summary>
/// <param name="Type">File, Directory, or Link where the format has links.</param>
/// <param name="Size">Octets; folders of DOS and lines of VMS tell less than this.</param>
/// <param name="Modified">The time, as exact as the format tells it.</param>
/// <param name="Name">Octets of the name, ISO-8859-1.</param>
/// <param name="Target">What a link points to; null for others.</param>
public sealed record FtpListingEntryCase(FtpEntryType Type, long Size, DateTime Modified, string Name, string? Target);

/// <summary>One valid listing of one format: Unix, Dos, Vms, OS400, NetWare, OS2, Eplf, NonStop, Mac, ConnectEnterprise or Mlsx.</summary>
/// <param name="Format">How the entries are written.</param>
/// <param name="Entries">The entries.</param>
/// <param name="LineEnd">CR LF, or LF.</param>
public sealed record FtpListingCase(FtpListingFormat Format, IReadOnlyList<FtpListingEntryCase> Entries, string LineEnd) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => string.Concat(Entries.Select(entry => Line(entry) + LineEnd));

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);

    private string Line(FtpListingEntryCase entry) => Format switch
    {
        FtpListingFormat.Unix => $"{Letter(entry)}rwxr-xr-x   1 owner    group  {entry.Size,12} {Text(entry, "MMM dd  yyyy")} {entry.Name}{(entry.Target is null ? "" : " -> " + entry.Target)}",
        FtpListingFormat.Dos => $"{Text(entry, "MM-dd-yyyy  hh:mmtt")} {(entry.Type == FtpEntryType.Directory ? "      <DIR>         " : entry.Size.ToString(CultureInfo.InvariantCulture).PadLeft(19))} {entry.Name}",
        FtpListingFormat.Vms => $"{entry.Name};1{(entry.Name.Length > 19 ? LineEnd : "")}   {entry.Size}/{entry.Size + 3}   {Text(entry, "d-MMM-yyyy HH:mm:ss").ToUpperInvariant()}  [GROUP,OWNER]  (RWED,RWED,RE,)",
        FtpListingFormat.OS400 => $"OWNER  {entry.Size,12} {Text(entry, "yy/MM/dd HH:mm:ss")} {(entry.Type == FtpEntryType.Directory ? "*DIR       " : "*STMF      ")}{entry.Name}{(entry.Type == FtpEntryType.Directory ? "/" : "")}",
        FtpListingFormat.NetWare => $"{Letter(entry)} [RWCEAFMS] owner   {entry.Size,12} {Text(entry, "MMM dd  yyyy")} {entry.Name}",
        FtpListingFormat.OS2 => $"{entry.Size,12}   {(entry.Type == FtpEntryType.Directory ? "   DIR" : "A     ")}   {Text(entry, "MM-dd-yy   HH:mm")}  {entry.Name}",
        FtpListingFormat.Eplf => $"+i1.{entry.Size},m{(entry.Modified - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond},{(entry.Type == FtpEntryType.Directory ? "/" : "r")},s{entry.Size},\t{entry.Name}",
        FtpListingFormat.NonStop => $"{entry.Name}  101  {entry.Size} {Text(entry, "dd-MMM-yy HH:mm:ss")} 244,10 \"nnnn\"",
        FtpListingFormat.Mac => $"{Letter(entry)}rwxr-xr-x  {(entry.Type == FtpEntryType.Directory ? "folder" : $"7  {entry.Size}")}  {entry.Size + (entry.Type == FtpEntryType.Directory ? 0 : 7)} {Text(entry, "MMM dd  yyyy")} {entry.Name}",
        FtpListingFormat.ConnectEnterprise => $"-C--E-----FTP B OWNER  18128  {entry.Size} {Text(entry, "MMM dd  yyyy")} {entry.Name}",
        _ => $"type={(entry.Type == FtpEntryType.Directory ? "dir" : entry.Target is null ? "file" : "OS.unix=slink:" + entry.Target)};size={entry.Size};modify={Text(entry, "yyyyMMddHHmmss")};UNIX.mode=0755; {entry.Name}",
    };

    private static char Letter(FtpListingEntryCase entry) => entry.Type switch
    {
        FtpEntryType.Directory => 'd',
        FtpEntryType.Link => 'l',
        _ => '-',
    };

    private static string Text(FtpListingEntryCase entry, string format) => entry.Modified.ToString(format, CultureInfo.InvariantCulture);
}
