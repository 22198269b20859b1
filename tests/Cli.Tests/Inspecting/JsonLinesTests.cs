using System.Text;
using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

public class JsonLinesTests
{
    private const string Get = "R0VUIC8gSFRUUC8xLjENCkhvc3Q6IGENCg0K";

    [Theory]
    [InlineData("{", "null")]
    [InlineData("[1]", "null")]
    [InlineData("\"text\"", "null")]
    [InlineData("{\"id\":\"a\"}", "\"a\"")]
    [InlineData("{\"id\":7,\"input\":\"no base64!\"}", "7")]
    [InlineData("{\"id\":\"a\",\"input\":12}", "\"a\"")]
    [InlineData("\u0001", "null")]
    [InlineData("{\"\\ud800\":1,\"id\":\"a\"}", "null")]
    [InlineData("{\"id\":\"\\ud800\"}", "\"\\ud800\"")]
    public async Task Record_that_is_none_is_answered_and_the_next_one_too(string line, string id)
    {
        JsonElement[] answers = await RunAsync("http-request", line, $$"""{"id":"next","input":"{{Get}}"}""");
        Assert.Equal(2, answers.Length);
        Assert.Equal(id, answers[0].GetProperty("id").GetRawText());
        Assert.Equal("BadRecord", answers[0].GetProperty("error").GetProperty("kind").GetString());
        Assert.Equal("accept", answers[1].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Octets_that_are_no_utf8_are_answered()
    {
        byte[] input = [(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)'\n'];
        ConsoleRun run = await ConsoleRun.Of(input, terminal: false, "inspect", "url", "--jsonl");
        Assert.Contains("BadRecord", run.OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        JsonElement answer = Assert.Single(await RunAsync("url", "{\"input\":\"http://h/\\uD800\\t\\u0041\"}"));
        Assert.Equal("http://h/%EF%BF%BDA", answer.GetProperty("href").GetString());
    }

    [Fact]
    public async Task Last_line_needs_no_end_and_empty_lines_no_answer()
    {
        ConsoleRun run = await ConsoleRun.Of(Encoding.ASCII.GetBytes($"\n \r\n{{\"input\":\"{Get}\"}}"), terminal: false, "inspect", "http-request", "--jsonl");
        Assert.Single(run.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Host_and_scope_of_a_record_are_honoured()
    {
        string noHost = Convert.ToBase64String("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab"u8);
        JsonElement[] answers = await RunAsync("http-request",
            $$"""{"input":"{{noHost}}"}""",
            $$"""{"input":"{{noHost}}","require_host":false}""",
            $$"""{"input":"{{noHost}}","require_host":false,"scope":"head"}""");
        Assert.Equal(["reject", "incomplete", "accept"], answers.Select(answer => answer.GetProperty("verdict").GetString()));
        Assert.Equal("MissingHost", answers[0].GetProperty("error").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Request_method_and_eof_of_a_record_are_honoured()
    {
        string response = Convert.ToBase64String("HTTP/1.1 200 OK\r\n\r\n"u8);
        JsonElement[] answers = await RunAsync("http-response",
            $$"""{"input":"{{response}}"}""",
            $$"""{"input":"{{response}}","eof":true}""",
            $$"""{"input":"{{response}}","request_method":"CONNECT"}""");
        Assert.Equal(["incomplete", "accept", "accept"], answers.Select(answer => answer.GetProperty("verdict").GetString()));
        Assert.Equal(19, answers[2].GetProperty("upgrade_at").GetInt32());
    }

    [Theory]
    [InlineData("0\r\n", 0, 3)]
    [InlineData("Ff;a=b\r\nrest", 255, 8)]
    public async Task Chunk_size_line_alone_gives_size_and_length(string line, long size, int length)
    {
        string input = Convert.ToBase64String(Encoding.ASCII.GetBytes(line));
        JsonElement answer = Assert.Single(await RunAsync("http-chunked", $$"""{"kind":"chunk-size-line","input":"{{input}}"}"""));
        Assert.Equal((size, length), (answer.GetProperty("chunk_size").GetInt64(), answer.GetProperty("line_length").GetInt32()));
    }

    [Theory]
    [InlineData("1", "incomplete")]
    [InlineData("x\r\n", "reject")]
    public async Task Chunk_size_line_that_is_none_is_told(string line, string verdict)
    {
        string input = Convert.ToBase64String(Encoding.ASCII.GetBytes(line));
        JsonElement answer = Assert.Single(await RunAsync("http-chunked", $$"""{"kind":"chunk-size-line","input":"{{input}}"}"""));
        Assert.Equal(verdict, answer.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Url_is_resolved_against_the_records_base()
    {
        JsonElement[] answers = await RunAsync("url", """{"input":"../c?d#e","base":"http://u:p@h:81/a/b/"}""", """{"input":"x","base":null}""", """{"input":"x","base":"nope"}""");
        Assert.Equal("http://u:p@h:81/a/c?d#e", answers[0].GetProperty("href").GetString());
        Assert.Equal("h:81", answers[0].GetProperty("host").GetString());
        Assert.Equal(["accept", "reject", "reject"], answers.Select(answer => answer.GetProperty("verdict").GetString()));
    }

    private static async Task<JsonElement[]> RunAsync(string kind, params string[] lines)
    {
        ConsoleRun run = await ConsoleRun.Of(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), terminal: false, "inspect", kind, "--jsonl");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Empty(run.Error);
        return [.. run.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        })];
    }
}
