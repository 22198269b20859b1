using System.Text;
using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

public class FtpInspectorTests
{
    [Theory]
    [InlineData("ftp-reply", "220-a\r\nb\r\n220 c\r\n226 \u00FF\u00FF\r\n", "accept", """[{"code":220,"lines":["220-a","b","220 c"],"texts":["a","b","c"]},{"code":226,"lines":["226 \u00FF\u00FF"],"texts":["\u00FF"]}]""")]
    [InlineData("ftp-reply", "220 a\r\n22", "incomplete", """[{"code":220,"lines":["220 a"],"texts":["a"]}]""")]
    [InlineData("ftp-reply", "", "incomplete", "[]")]
    [InlineData("ftp-reply", "220 a\r\n12a", "reject", """[{"code":220,"lines":["220 a"],"texts":["a"]}]""")]
    [InlineData("ftp-pasv", "229 (|||1|)\r\n", "reject", """[{"code":229,"lines":["229 (|||1|)"],"texts":["(|||1|)"]}]""")]
    public async Task Replies_are_told_as_far_as_they_go(string kind, string input, string verdict, string replies)
    {
        JsonElement answer = await AnswerAsync(kind, input);
        Assert.Equal(verdict, answer.GetProperty("verdict").GetString());
        using JsonDocument expected = JsonDocument.Parse(replies);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, answer.GetProperty("replies")), answer.GetRawText());
    }

    [Theory]
    [InlineData("ftp-reply", "220 a\r\n12a", "BadReplyCode", 9)]
    [InlineData("ftp-pasv", "227 (1,2,3,4,5)\r\n", "BadHostPort", 14)]
    [InlineData("ftp-epsv", "229 (|||0|)\r\n", "BadDataPort", 9)]
    [InlineData("ftp-pasv", "229 (|||1|)\r\n", "MismatchedReply", 0)]
    [InlineData("ftp-command", "RETR a\n", "LfOnControl", 6)]
    public async Task Refusal_names_the_octet_in_the_whole_input(string kind, string input, string error, int offset)
    {
        JsonElement answer = await AnswerAsync(kind, input);
        Assert.Equal((error, offset), (answer.GetProperty("error").GetProperty("kind").GetString(), answer.GetProperty("error").GetProperty("offset").GetInt32()));
    }

    [Theory]
    [InlineData("RETR  a \r\nNOOP\r\n", "RETR", "\" a \"", true, 6)]
    [InlineData("noop\r\n", "noop", "null", true, 0)]
    [InlineData("FOO \u00FF\u00FF\r\n", "FOO", "\"\u00FF\"", false, 0)]
    public async Task Command_is_told_with_its_argument(string input, string verb, string argument, bool isRegistered, int unconsumed)
    {
        JsonElement answer = await AnswerAsync("ftp-command", input);
        Assert.Equal((verb, isRegistered, unconsumed), (answer.GetProperty("verb").GetString(), answer.GetProperty("registered").GetBoolean(), answer.GetProperty("unconsumed").GetInt32()));
        Assert.Equal(argument.Trim('"'), answer.GetProperty("argument").GetString() ?? "null");
    }

    [Theory]
    [InlineData("ftp-reply", "220-\u001b\r\n220 b\r\n", "accept\n220 \\x1B\n    b\n")]
    [InlineData("ftp-epsv", "229 (|||80|)\r\n", "accept\n229 (|||80|)\nhost      of the control connection\nport      80\n")]
    [InlineData("ftp-command", "FOO\r\n", "accept\nverb      FOO, not registered\nno argument\n")]
    public async Task People_see_it_escaped(string kind, string input, string text) =>
        Assert.Equal(text, (await ConsoleRun.Of(Encoding.Latin1.GetBytes(input), terminal: false, "inspect", kind)).OutputText);

    private static async Task<JsonElement> AnswerAsync(string kind, string input)
    {
        ConsoleRun run = await ConsoleRun.Of(Encoding.Latin1.GetBytes(input), terminal: false, "inspect", kind, "--json");
        using JsonDocument document = JsonDocument.Parse(run.OutputText);
        return document.RootElement.Clone();
    }
}
