using System.Text;
using System.Text.Json;

namespace HiPerf.Cli.Tests.Inspecting;

public class MessageInspectorTests
{
    [Fact]
    public async Task Requests_in_a_row_are_all_read_with_their_ends()
    {
        JsonElement answer = await InspectAsync("http-request",
            "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.1\r\nHost: h\r\n\r\n\r\n");
        Assert.Equal("accept", answer.GetProperty("verdict").GetString());
        JsonElement[] messages = [.. answer.GetProperty("messages").EnumerateArray()];
        Assert.Equal(["/a", "/b"], messages.Select(message => message.GetProperty("target").GetString()));
        Assert.Equal("abc", Encoding.ASCII.GetString(messages[0].GetProperty("body").GetBytesFromBase64()));
        Assert.Equal([51, 79], messages.Select(message => message.GetProperty("end_offset").GetInt32()));
        Assert.Equal(2, answer.GetProperty("unconsumed").GetInt32());
    }

    [Fact]
    public async Task Chunked_request_shows_content_and_trailers()
    {
        JsonElement answer = await InspectAsync("http-request",
            "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX: y\r\n\r\n");
        JsonElement message = Assert.Single(answer.GetProperty("messages").EnumerateArray());
        Assert.Equal("chunked", message.GetProperty("framing").GetString());
        Assert.Equal("YWJj", message.GetProperty("body").GetString());
        Assert.Equal("[[\"X\",\"y\"]]", JsonSerializer.Serialize(message.GetProperty("trailers")));
    }

    [Theory]
    [InlineData("http-request", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nHost: y\r\n\r\n")]
    [InlineData("http-chunked", "0\r\nHost: y\r\n\r\n")]
    public async Task Trailer_that_may_not_trail_is_a_deviation(string kind, string text)
    {
        JsonElement answer = await InspectAsync(kind, text);
        Assert.Equal("accept", answer.GetProperty("verdict").GetString());
        Assert.Equal(["ForbiddenTrailer"], answer.GetProperty("deviations").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public async Task Error_in_the_second_message_counts_from_the_start_of_the_input()
    {
        JsonElement answer = await InspectAsync("http-request", "GET / HTTP/1.1\r\nHost: h\r\n\r\nG@T / HTTP/1.1\r\n\r\n");
        Assert.Equal("reject", answer.GetProperty("verdict").GetString());
        JsonElement error = answer.GetProperty("error");
        Assert.Equal("BadMethod", error.GetProperty("kind").GetString());
        Assert.Equal(28, error.GetProperty("offset").GetInt32());
        Assert.Equal("RFC 9112 section 3.1", error.GetProperty("rfc").GetString());
        Assert.Single(answer.GetProperty("messages").EnumerateArray());
    }

    [Fact]
    public async Task Upgrade_ends_http_and_what_follows_is_not_read()
    {
        JsonElement answer = await InspectAsync("http-request",
            "GET / HTTP/1.1\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nnot HTTP");
        Assert.Equal("accept", answer.GetProperty("verdict").GetString());
        Assert.Equal(60, answer.GetProperty("upgrade_at").GetInt32());
        Assert.Equal(8, answer.GetProperty("unconsumed").GetInt32());
    }

    [Fact]
    public async Task Cut_request_shows_what_is_known_of_it()
    {
        JsonElement answer = await InspectAsync("http-request", "GET /a HTTP/1.1\r\nHost: h\r\nX");
        Assert.Equal("incomplete", answer.GetProperty("verdict").GetString());
        Assert.Equal("reject", answer.GetProperty("at_eof").GetString());
        JsonElement message = Assert.Single(answer.GetProperty("messages").EnumerateArray());
        Assert.False(message.GetProperty("complete").GetBoolean());
        Assert.Equal("/a", message.GetProperty("target").GetString());
        Assert.Equal("[[\"Host\",\"h\"]]", JsonSerializer.Serialize(message.GetProperty("headers")));
    }

    [Fact]
    public async Task Close_delimited_response_is_whole_only_at_the_connections_end()
    {
        const string Response = "HTTP/1.1 200 OK\r\n\r\nabc";
        JsonElement open = await InspectAsync("http-response", Response);
        Assert.Equal(("incomplete", "accept"), (open.GetProperty("verdict").GetString(), open.GetProperty("at_eof").GetString()));
        JsonElement closed = await InspectAsync("http-response", Response, "--eof");
        Assert.Equal("accept", closed.GetProperty("verdict").GetString());
        Assert.Equal("YWJj", closed.GetProperty("messages")[0].GetProperty("body").GetString());
    }

    [Fact]
    public async Task Framed_response_cut_short_stays_incomplete_at_the_connections_end()
    {
        JsonElement answer = await InspectAsync("http-response", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "--eof");
        Assert.Equal(("incomplete", "reject"), (answer.GetProperty("verdict").GetString(), answer.GetProperty("at_eof").GetString()));
    }

    [Fact]
    public async Task Interim_responses_come_before_the_final_one()
    {
        JsonElement answer = await InspectAsync("http-response", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");
        Assert.Equal([100, 204], answer.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Response_to_head_has_no_content()
    {
        JsonElement answer = await InspectAsync("http-response", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", "--request-method", "HEAD");
        JsonElement message = Assert.Single(answer.GetProperty("messages").EnumerateArray());
        Assert.Equal(("none", 9), (message.GetProperty("framing").GetString(), message.GetProperty("content_length").GetInt32()));
    }

    [Fact]
    public async Task Leniency_lets_pass_and_tells()
    {
        JsonElement answer = await InspectAsync("http-response", "HTTP/1.1 204\nA: b\n c\n\n", "--lenient", "BareLf+ObsFold+MissingReasonSpace");
        Assert.Equal("accept", answer.GetProperty("verdict").GetString());
        Assert.Equal(["BareLf", "ObsFold", "MissingReasonSpace"], answer.GetProperty("deviations").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal("[[\"A\",\"b c\"]]", JsonSerializer.Serialize(answer.GetProperty("messages")[0].GetProperty("headers")));
    }

    private static async Task<JsonElement> InspectAsync(string kind, string input, params string[] options)
    {
        ConsoleRun run = await ConsoleRun.Of(Encoding.Latin1.GetBytes(input), terminal: false, ["inspect", kind, "--json", .. options]);
        Assert.Empty(run.Error);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
