using System.Text;
using HiPerf.Cli.Browsing;

namespace HiPerf.Cli.Tests.Browsing;

public class AnsiScreenTests
{
    private readonly MemoryStream _output = new();

    private string Written => Encoding.UTF8.GetString(_output.ToArray());

    [Fact]
    public void Screen_places_each_row_and_clears_its_rest()
    {
        new AnsiScreen(_output, usesColour: false).Show(new Frame([new("top", FrameStyle.Title), new("err", FrameStyle.Error), new("ask: ", FrameStyle.Status)], CursorColumn: 5), columns: 5);
        Assert.Equal("\e[?25l\e[1;1H\e[0;7mtop  \e[0m\e[K\e[2;1H\e[0;1merr\e[0m\e[K\e[3;1H\e[0;0mask: \e[0m\e[K\e[3;6H\e[?25h", Written);
    }

    [Fact]
    public void Screen_obeys_no_control_whatever_it_is_given()
    {
        new AnsiScreen(_output, usesColour: false).Show(new Frame([new("a\u001bb\u009bc\n", FrameStyle.Plain)], CursorColumn: null), columns: 10);
        Assert.Contains("a\uFFFDb\uFFFDc\uFFFD", Written, StringComparison.Ordinal);
    }

    [Fact]
    public void Screen_leaves_what_it_entered()
    {
        var screen = new AnsiScreen(_output, usesColour: true);
        screen.Enter();
        screen.Leave();
        Assert.Equal("\e[?1049h\e[?7l\e[?25l\e[0m\e[?7h\e[?25h\e[?1049l", Written);
    }
}
