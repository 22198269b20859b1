using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Core.Tests.Gopher;

/// <summary>The sample of docs/gopher.md.</summary>
public class GopherPageTests
{
    [Fact]
    public void Search_is_written_and_a_menu_read()
    {
        List<string> shown = [];
        byte[] wire = new byte[256];
        _ = GopherRequestWriter.TryWriteSearch(wire, "/find"u8, "words to find"u8, out int written);

        ReadOnlySpan<byte> rest = "0A file\t/a.txt\tgopher.example.org\t70\r\n.\r\n"u8;
        var parser = default(GopherMenuParser);
        while (parser.Parse(rest, isFinal: true, out GopherMenuItem item, GopherLimits.Default) is { IsDone: true } line && item.Kind != GopherLineKind.End)
        {
            shown.Add(Encoding.UTF8.GetString(item.Display.In(rest)));
            rest = rest[line.Consumed..];
        }

        Assert.Equal("/find\twords to find\r\n", Encoding.UTF8.GetString(wire, 0, written));
        Assert.Equal(["A file"], shown);
        Assert.True(parser.Terminated);
    }
}
