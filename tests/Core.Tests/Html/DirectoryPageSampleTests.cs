using System.Buffers;
using System.Text;
using HiPerf.Html;

namespace HiPerf.Core.Tests.Html;

/// <summary>The sample of docs/directories.md that stands on the core alone.</summary>
public class DirectoryPageSampleTests
{
    [Fact]
    public void Menu_is_written_row_by_row()
    {
        var output = new ArrayBufferWriter<byte>();
        DirectoryPageWriter.WriteStart(output, new HtmlText("Welcome"));
        DirectoryPageWriter.WriteInformation(output, new HtmlText("  a drawing  "u8));
        DirectoryPageWriter.WriteEntry(output, new DirectoryPageEntry
        {
            Name = new HtmlText("Search <all>"u8),
            Link = HtmlLink.ToUrl(new HtmlText("gopher://gopher.example.org/7/find"u8)),
            Kind = DirectoryPageKind.Search,
        });
        DirectoryPageWriter.WriteError(output, new HtmlText("The menu was cut short."));
        DirectoryPageWriter.WriteEnd(output);
        Assert.Contains("<a href=\"gopher://gopher.example.org/7/find\">Search &lt;all&gt;</a>", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }
}
