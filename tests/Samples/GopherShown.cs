using System.Globalization;
using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Samples;

/// <summary>Puts what was read of Gopher into words that tables and oracles have in common.</summary>
public static class GopherShown
{
    public static string Item(ReadOnlySpan<byte> buffer, in GopherMenuItem item)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{item.Kind} {item.TypeOctet:X2} ");
        Add(text, buffer, item.Display);
        Add(text, buffer, item.Selector);
        Add(text, buffer, item.Host);
        text.Append(CultureInfo.InvariantCulture, $"{item.Port} {item.Plus} {item.PrimaryIndex}");
        text.Append(item.IsLink ? " link" : "").Append(item.Faults == GopherItemFaults.None ? "" : $" {item.Faults}");
        return text.ToString();
    }

    public static string Request(ReadOnlySpan<byte> buffer, in GopherRequest request)
    {
        var text = new StringBuilder();
        Add(text, buffer, request.Selector);
        if (request.HasSearch)
        {
            text.Append("search ");
            Add(text, buffer, request.Search);
        }

        if (request.Kind != GopherRequestKind.Item)
        {
            text.Append(request.Kind).Append(' ');
            Add(text, buffer, request.Argument);
        }

        return text.Append(request.HasDataBlock ? "data" : "").ToString().TrimEnd();
    }

    public static string Attribute(ReadOnlySpan<byte> buffer, in GopherAttributeLine line)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{line.ItemIndex} {line.Kind} {line.Block} {line.Field} ");
        Add(text, buffer, line.Name);
        Add(text, buffer, line.Value);
        return text.ToString().TrimEnd();
    }

    private static void Add(StringBuilder text, ReadOnlySpan<byte> buffer, GopherText part) => text.Append('[').Append(Encoding.Latin1.GetString(part.In(buffer))).Append("] ");
}
