using System.Globalization;
using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>Reads a menu that is written by hand: the file <c>gophermap</c> of a folder.</summary>
/// <remarks>
/// <code>
/// gophermap = *( line LF )
/// line      = "#" *text / "!" *text / "*" / "." / text-without-HTAB / item
/// item      = type display HTAB [ selector ] [ HTAB [ host ] [ HTAB [ port ] [ HTAB ( "+" / "?" ) ] ] ]
/// </code>
/// docs/gopher-server.md says what each means. A line ends in LF or CRLF. Nothing is executed: what other servers run (<c>=</c>) is shown as it stands.
/// A line that would not be one line of a menu is replaced by an error that gives its number.
/// </remarks>
/// <param name="root">The root.</param>
/// <param name="folder">The folder's plain name.</param>
/// <param name="menu">Takes the lines.</param>
internal sealed class Gophermap(VirtualRoot root, byte[] folder, MenuSink menu)
{
    private const int DefaultPort = 70;
    // A path that the line names from its folder is longer than it says; the written line holds both.
    private const int LongestLine = 2048;

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private int _line;

    /// <summary>Names of the folder that the lines so far lead to.</summary>
    public IReadOnlySet<string> Named => _named;

    /// <summary>Whether a dot or an asterisk ended the map: what is behind it is no part of it.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Adds the lines of a map.</summary>
    /// <returns>Whether the rest of the folder is to follow: the map ended in an asterisk.</returns>
    public bool AddLines(ReadOnlySpan<byte> map)
    {
        if (map.StartsWith("\uFEFF"u8))
        {
            map = map[3..];
        }

        while (!map.IsEmpty)
        {
            var end = map.IndexOf((byte)'\n');
            var line = end < 0 ? map : map[..end];
            map = end < 0 ? default : map[(end + 1)..];
            if (line.EndsWith("\r"u8))
            {
                line = line[..^1];
            }

            _line++;
            if (line.SequenceEqual("."u8) || line.SequenceEqual("*"u8))
            {
                HasEnded = true;
                return line[0] == (byte)'*';
            }

            AddLine(line);
        }

        return false;
    }

    private void AddLine(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("#"u8))
        {
            return;
        }

        var tab = line.IndexOf((byte)'\t');
        if (line.Length > LongestLine || line.ContainsAny((byte)'\r', (byte)0))
        {
            AddFault();
        }
        else if (line.StartsWith("!"u8))
        {
            menu.AddInformation(tab < 0 ? line[1..] : line[1..tab]);
        }
        else if (tab < 0)
        {
            menu.AddInformation(line);
        }
        else if (tab == 0 || line[0] is <= (byte)' ' or 0x7F or (byte)'.' || !TryAddItem((GopherItemType)line[0], line[1..tab], line[(tab + 1)..]))
        {
            AddFault();
        }
    }

    private bool TryAddItem(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> rest)
    {
        if (type is GopherItemType.Information or GopherItemType.Error)
        {
            if (type == GopherItemType.Information)
            {
                menu.AddInformation(display);
            }
            else
            {
                menu.AddError(display);
            }

            return true;
        }

        var selector = NextField(ref rest);
        var host = NextField(ref rest);
        var port = NextField(ref rest);
        if (selector.IsEmpty && host.IsEmpty)
        {
            selector = display;
        }

        var link = GopherLink.UrlOf(selector);
        if (!link.IsEmpty)
        {
            return GopherLink.MayFollow(link) && Add(type, display, selector, GopherPlusMark.None);
        }

        if (host.IsEmpty && port.IsEmpty)
        {
            return TryAddOwn(type, display, selector);
        }

        var number = DefaultPort;
        if ((!port.IsEmpty && (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > ushort.MaxValue))
            || host.Length > 255 || host.ContainsAnyInRange((byte)0, (byte)' ') || host.Contains((byte)0x7F))
        {
            return false;
        }

        var mark = rest.SequenceEqual("+"u8) ? GopherPlusMark.Plus : rest.SequenceEqual("?"u8) ? GopherPlusMark.Ask : GopherPlusMark.None;
        menu.AddItem(type, display, selector, host.IsEmpty ? menu.Origin.Host : host, number, mark);
        return true;
    }

    // A path from the root, or from the folder; what it leads to, where it leads to something, is one of the folder's own items.
    private bool TryAddOwn(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector)
    {
        Span<byte> name = stackalloc byte[RawPath.MaxLength];
        var status = root.Resolve(folder, selector, name, out var length);
        if (status != VirtualPathStatus.Done)
        {
            // From the root it is said as it is written, whatever it names.
            return selector.StartsWith("/"u8) && Add(type, display, selector, GopherPlusMark.None);
        }

        name = name[..length];
        using var handle = root.Open(root.PathOf(name), out var facts);
        if (facts.Kind == FileKind.None || type == GopherItemType.Search)
        {
            return Add(type, display, selector.StartsWith("/"u8) ? selector : FolderMenu.SelectorOf(name, type == GopherItemType.Menu), GopherPlusMark.None);
        }

        var own = name[(name.LastIndexOf((byte)'/') + 1)..];
        if (name.Length - own.Length == (folder.Length == 0 ? 0 : folder.Length + 1) && name.StartsWith(folder))
        {
            _ = _named.Add(Encoding.UTF8.GetString(own));
        }

        menu.AddEntry(type, display, FolderMenu.SelectorOf(name, facts.Kind == FileKind.Folder), facts.EntryOf(own));
        return true;
    }

    private bool Add(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, GopherPlusMark mark)
    {
        menu.AddItem(type, display, selector, menu.Origin.Host, menu.Origin.Port, mark);
        return true;
    }

    private static ReadOnlySpan<byte> NextField(ref ReadOnlySpan<byte> rest)
    {
        var tab = rest.IndexOf((byte)'\t');
        var field = tab < 0 ? rest : rest[..tab];
        rest = tab < 0 ? default : rest[(tab + 1)..];
        return field;
    }

    private void AddFault() =>
        menu.AddError(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Line {_line} of the gophermap is no line of a menu.")));
}
