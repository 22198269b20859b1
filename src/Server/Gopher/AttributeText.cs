using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>The attributes of items, one after the other, each begun by its INFO: the answer to <c>!</c>, and to <c>$</c> for those of a menu.</summary>
/// <remarks>Gopher+ sections 2.4 to 2.6. Lines that are only shown have none and are left out.</remarks>
/// <param name="origin">Where items lead that name no server.</param>
/// <param name="administrator">Who looks after the items; null for nobody.</param>
/// <param name="hasAdmin">Whether ADMIN is asked for.</param>
/// <param name="hasViews">Whether VIEWS is asked for.</param>
/// <param name="maxItems">Items.</param>
internal sealed class AttributeText(GopherOrigin origin, GopherContact? administrator, bool hasAdmin, bool hasViews, int maxItems) : MenuSink(origin, maxItems)
{
    // A line of an item and its prefix; a contact is shorter than a request, dates and views are short.
    private const int Longest = 4 * GopherMenuWriter.MaxLine;

    protected override void WriteEntry(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, in FolderEntry entry)
    {
        var writer = new GopherAttributeWriter(Octets.GetSpan(Longest));
        writer.WriteInfo(type, display, selector, Origin.Host, Origin.Port);
        if (hasAdmin)
        {
            writer.BeginBlock(GopherAttribute.Admin);
            if (administrator is not null)
            {
                writer.WriteAdministrator(administrator.Comment, administrator.Email);
            }

            writer.WriteModified(entry.Modified.Ticks);
        }

        if (hasViews)
        {
            writer.BeginBlock(GopherAttribute.Views);
            if (entry.IsFolder)
            {
                writer.WriteView(ItemViews.Menu, default, -1);
                writer.WriteView(ItemViews.PlusMenu, default, -1);
            }
            else
            {
                writer.WriteView(ItemViews.Of(type, entry.Name), default, entry.Size);
            }
        }

        _ = writer.TryComplete(terminates: false, out var written);
        Octets.Advance(written);
    }

    protected override void WriteItem(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, ReadOnlySpan<byte> host, int port, GopherPlusMark mark)
    {
        var writer = new GopherAttributeWriter(Octets.GetSpan(Longest));
        writer.WriteInfo(type, display, selector, host, port, mark);
        _ = writer.TryComplete(terminates: false, out var written);
        Octets.Advance(written);
    }

    protected override void WriteInformation(ReadOnlySpan<byte> text)
    {
    }

    protected override void WriteError(ReadOnlySpan<byte> text)
    {
    }
}
