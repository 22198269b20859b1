using System.Text;
using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

public class GopherInspectorTests
{
    [Fact]
    public async Task Menu_is_told_line_by_line()
    {
        JsonElement answer = await AnswerAsync("gopher-menu", "0A\u00E9\t/a\th\t70\t?\r\n+A\t/a\th2\t70\r\nbad\r\n.\r\nrest");
        Assert.Equal(("accept", true, 4), (answer.GetProperty("verdict").GetString(), answer.GetProperty("terminated").GetBoolean(), answer.GetProperty("unconsumed").GetInt32()));
        AssertIs("""{"type":"0","display":"A\u00E9","selector":"/a","host":"h","port":70,"plus":true,"ask":true,"malformed":false,"faults":[]}""", answer.GetProperty("items")[0]);
        AssertIs("""{"type":"+","display":"A","selector":"/a","host":"h2","port":70,"plus":false,"ask":false,"primary":0,"malformed":false,"faults":[]}""", answer.GetProperty("items")[1]);
        AssertIs("""{"type":"b","display":"bad","selector":"","host":"","port":null,"plus":false,"ask":false,"malformed":true,"faults":["MissingFields"]}""", answer.GetProperty("items")[2]);
        Assert.Equal("MalformedGopherItem", answer.GetProperty("deviations")[0].GetString());
    }

    [Theory]
    [InlineData("gopher://h", "\r\n")]
    [InlineData("gopher://h/7/f%09a%20b\n", "/f\ta b\r\n")]
    [InlineData("gophers://h/1/a?b", "/a?b\r\n")]
    [InlineData("gopher://h/0/a/../b", "/a/../b\r\n")]
    [InlineData("gopher://h/0a%09%09+text/plain#x", "a\t+text/plain\r\n")]
    public async Task Request_of_a_url_is_told(string url, string wire) =>
        Assert.Equal(wire, Encoding.Latin1.GetString((await AnswerAsync("gopher-request", url)).GetProperty("wire").GetBytesFromBase64()));

    [Theory]
    [InlineData("gopher://h/1a%0d", "BadGopherSelector", 13)]
    [InlineData("gopher://h/%09", "BadGopherType", 11)]
    [InlineData("http://h/1a", "BadScheme", 0)]
    [InlineData("gopher:/h", "MissingUrlHost", 8)]
    public async Task Refusal_names_the_octet_in_the_whole_url(string url, string error, int offset)
    {
        JsonElement refused = (await AnswerAsync("gopher-request", url)).GetProperty("error");
        Assert.Equal((error, offset), (refused.GetProperty("kind").GetString(), refused.GetProperty("offset").GetInt32()));
    }

    [Fact]
    public async Task Request_that_fills_its_limit_is_told_and_one_more_octet_is_not()
    {
        JsonElement answer = await AnswerAsync("gopher-request", "gopher://h/1" + new string('a', 4096));
        Assert.Equal(4098, answer.GetProperty("wire").GetBytesFromBase64().Length);
        answer = await AnswerAsync("gopher-request", "gopher://h/1" + new string('a', 4097));
        Assert.Equal("GopherRequestTooLong", answer.GetProperty("error").GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("gopher-menu", "0A\u001b\t/a\th\t70\t+\r\n", "0 A\\x1B [/a] h:70 +\nno line of a dot alone ends it\n")]
    [InlineData("gopher-menu", "x\r\n.\r\n", "x x [] \u0020malformed: MissingFields\n")]
    public async Task People_see_it_escaped(string kind, string input, string text) =>
        Assert.EndsWith(text.Replace(" \u0020", "  ", StringComparison.Ordinal), (await ConsoleRun.Of(Encoding.Latin1.GetBytes(input), terminal: false, "inspect", kind)).OutputText, StringComparison.Ordinal);

    private static void AssertIs(string expected, JsonElement element)
    {
        using JsonDocument document = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(document.RootElement, element), element.GetRawText());
    }

    private static async Task<JsonElement> AnswerAsync(string kind, string input)
    {
        ConsoleRun run = await ConsoleRun.Of(Encoding.Latin1.GetBytes(input), terminal: false, "inspect", kind, "--json");
        using JsonDocument document = JsonDocument.Parse(run.OutputText);
        return document.RootElement.Clone();
    }
}
