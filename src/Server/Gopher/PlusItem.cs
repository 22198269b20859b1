using System.Text;
using HiPerf.Gopher;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>One item as Gopher+ sees it: its attributes, those of what is in it, its representations.</summary>
/// <remarks>Gopher+ sections 2.3 to 2.6. A file is sent as it is, by its length; a menu and attributes end in a line of a dot alone.</remarks>
internal sealed class PlusItem : IDisposable
{
    private readonly GopherFolderOptions _options;
    private readonly GopherItems _items;
    private readonly GopherOrigin _origin;
    private readonly byte[] _name;
    private readonly byte[] _path;
    private readonly FolderEntry _entry;
    private SafeFileHandle? _handle;

    public PlusItem(GopherFolderOptions options, VirtualRoot root, GopherItems items, ReadOnlySpan<byte> name, GopherOrigin origin)
    {
        _options = options;
        _items = items;
        _origin = origin;
        _name = name.ToArray();
        _path = root.PathOf(name);
        _handle = root.Open(_path, out var facts);
        _entry = facts.EntryOf(name[(name.LastIndexOf((byte)'/') + 1)..]);
        Exists = facts.Kind != FileKind.None;
    }

    /// <summary>The status line of an answer that ends in a line of a dot alone.</summary>
    public static ReadOnlyMemory<byte> DotTerminated { get; } = "+-1\r\n"u8.ToArray();

    /// <summary>Whether there is such an item.</summary>
    public bool Exists { get; }

    /// <summary>The item's attributes.</summary>
    /// <param name="hasAdmin">Whether ADMIN is asked for.</param>
    /// <param name="hasViews">Whether VIEWS is asked for.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public GopherAnswer Attributes(bool hasAdmin, bool hasViews)
    {
        var attributes = new AttributeText(_origin, _items.Administrator, hasAdmin, hasViews, maxItems: 1);
        var display = _name.Length == 0 ? _origin.Host : Encoding.UTF8.GetBytes(_entry.Name);
        var type = _entry.IsFolder ? GopherItemType.Menu : GopherItems.TypeOf(_name, _handle!);
        attributes.AddEntry(type, display, FolderMenu.SelectorOf(_name, _entry.IsFolder), in _entry);
        return new GopherAnswer(attributes.End()) { Status = DotTerminated };
    }

    /// <summary>The attributes of a folder's items.</summary>
    /// <param name="hasAdmin">Whether ADMIN is asked for.</param>
    /// <param name="hasViews">Whether VIEWS is asked for.</param>
    /// <returns>Null where this is no folder.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public GopherAnswer? FolderAttributes(bool hasAdmin, bool hasViews)
    {
        if (!_entry.IsFolder)
        {
            return null;
        }

        var attributes = new AttributeText(_origin, _items.Administrator, hasAdmin, hasViews, _options.MaxMenuItems);
        _ = _items.AddItems(attributes, _handle, _name, _path);
        return new GopherAnswer(attributes.End()) { Status = DotTerminated };
    }

    /// <summary>A representation.</summary>
    /// <param name="asked">Its content type; empty for the item as it is.</param>
    /// <returns>Null where there is no such.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public GopherAnswer? View(ReadOnlySpan<byte> asked)
    {
        if (_entry.IsFolder)
        {
            return ItemViews.IsAsked(asked, ItemViews.Menu) ? _items.Find(_name, [.. _name, .. _origin.Key], _origin) with { Status = DotTerminated }
                : ItemViews.IsAsked(asked, ItemViews.PlusMenu) ? FolderAttributes(hasAdmin: true, hasViews: true)
                : null;
        }

        if (!ItemViews.IsAsked(asked, ItemViews.Of(GopherItems.TypeOf(_name, _handle!), _entry.Name)))
        {
            return null;
        }

        Span<byte> status = stackalloc byte[GopherStatusLineParser.MaxLength];
        _ = GopherStatusLineWriter.TryWrite(status, GopherStatusLine.Counted(_entry.Size), out var written);
        var answer = new GopherAnswer(default, _handle, _entry.Size) { Status = status[..written].ToArray() };
        _handle = null;
        return answer;
    }

    public void Dispose() => _handle?.Dispose();
}
