using System.Buffers;
using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>Takes the lines of a menu, so many and no more, and makes an answer of them.</summary>
/// <param name="origin">Where items lead that name no server.</param>
/// <param name="maxItems">Lines; one more is left out, and the answer then says so.</param>
internal abstract class MenuSink(GopherOrigin origin, int maxItems)
{
    private int _count;

    /// <summary>Whether something was left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The server as its items name it.</summary>
    public GopherOrigin Origin => origin;

    protected ArrayBufferWriter<byte> Octets { get; } = new(1024);

    /// <summary>Adds what is in the folder that is served.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="display">What is shown.</param>
    /// <param name="selector">Its selector.</param>
    /// <param name="entry">What is known of it.</param>
    public void AddEntry(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, in FolderEntry entry)
    {
        if (TryCount())
        {
            WriteEntry(type, display, selector, in entry);
        }
    }

    /// <summary>Adds an item of which no more is known.</summary>
    /// <exception cref="ArgumentException">A field may not be written.</exception>
    public void AddItem(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, ReadOnlySpan<byte> host, int port, GopherPlusMark mark)
    {
        if (TryCount())
        {
            WriteItem(type, display, selector, host, port, mark);
        }
    }

    /// <summary>Adds a line that is shown.</summary>
    /// <exception cref="ArgumentException">The text may not be written.</exception>
    public void AddInformation(ReadOnlySpan<byte> text)
    {
        if (TryCount())
        {
            WriteInformation(text);
        }
    }

    /// <summary>Adds an error in an item's place.</summary>
    /// <exception cref="ArgumentException">The text may not be written.</exception>
    public void AddError(ReadOnlySpan<byte> text)
    {
        if (TryCount())
        {
            WriteError(text);
        }
    }

    /// <summary>Adds an item to search by, whatever the number of lines.</summary>
    public void AddSearch(ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector) =>
        WriteItem(GopherItemType.Search, display, selector, origin.Host, origin.Port, GopherPlusMark.None);

    /// <summary>Says at the end that there is more.</summary>
    public void Cut() => IsCut = true;

    /// <summary>Ends the answer.</summary>
    public byte[] End()
    {
        if (IsCut)
        {
            WriteError("There is more than this menu holds."u8);
        }

        Octets.Write(".\r\n"u8);
        return Octets.WrittenSpan.ToArray();
    }

    protected abstract void WriteEntry(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, in FolderEntry entry);

    protected abstract void WriteItem(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, ReadOnlySpan<byte> host, int port, GopherPlusMark mark);

    protected abstract void WriteInformation(ReadOnlySpan<byte> text);

    protected abstract void WriteError(ReadOnlySpan<byte> text);

    private bool TryCount()
    {
        IsCut |= _count >= maxItems;
        return _count++ < maxItems;
    }
}
