using System.Buffers;
using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>A menu as it grows: so many lines, then one that says that there is more, then its end.</summary>
/// <param name="origin">Where items lead that name no server.</param>
/// <param name="maxItems">Lines.</param>
internal sealed class MenuText(GopherOrigin origin, int maxItems)
{
    private const int LongestEnd = 256;

    private readonly ArrayBufferWriter<byte> _octets = new(1024);
    private int _count;

    /// <summary>Whether something was left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds an item of this server.</summary>
    public void AddItem(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, GopherPlusMark mark) =>
        AddItem(type, display, selector, origin.Host, origin.Port, mark);

    /// <summary>Adds an item; one that is too many is left out, and the menu then says so.</summary>
    /// <exception cref="ArgumentException">A field may not be written.</exception>
    public void AddItem(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, ReadOnlySpan<byte> host, int port, GopherPlusMark mark)
    {
        if (TryCount())
        {
            _ = GopherMenuWriter.TryWriteItem(_octets.GetSpan(GopherMenuWriter.MaxLine + 2), type, display, selector, host, port, mark, out var written);
            _octets.Advance(written);
        }
    }

    /// <summary>Adds a line that is shown.</summary>
    /// <exception cref="ArgumentException">The text may not be written.</exception>
    public void AddInformation(ReadOnlySpan<byte> text)
    {
        if (TryCount())
        {
            _ = GopherMenuWriter.TryWriteInformation(_octets.GetSpan(GopherMenuWriter.MaxLine + 2), text, out var written);
            _octets.Advance(written);
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
    public void AddSearch(ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector)
    {
        _ = GopherMenuWriter.TryWriteItem(_octets.GetSpan(GopherMenuWriter.MaxLine + 2), GopherItemType.Search, display, selector, origin.Host, origin.Port, GopherPlusMark.None, out var written);
        _octets.Advance(written);
    }

    /// <summary>Says at its end that there is more than it holds.</summary>
    public void Cut() => IsCut = true;

    /// <summary>Ends the menu.</summary>
    public byte[] End()
    {
        if (IsCut)
        {
            WriteError("There is more than this menu holds."u8);
        }

        _ = GopherMenuWriter.TryWriteEnd(_octets.GetSpan(LongestEnd), out var written);
        _octets.Advance(written);
        return _octets.WrittenSpan.ToArray();
    }

    private void WriteError(ReadOnlySpan<byte> text)
    {
        _ = GopherMenuWriter.TryWriteError(_octets.GetSpan(LongestEnd), text, out var written);
        _octets.Advance(written);
    }

    private bool TryCount()
    {
        if (_count >= maxItems)
        {
            IsCut = true;
            return false;
        }

        _count++;
        return true;
    }
}
