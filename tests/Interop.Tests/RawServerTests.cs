using System.Text.RegularExpressions;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests;

/// <summary>Other people's clients on the sample that has nothing but HiPerf.Core and a socket: the core stands alone.</summary>
public sealed partial class RawServerTests
{
    [Fact]
    public async Task Curl_gets_twice_on_one_connection()
    {
        string curl = Peer.Require("curl", "curl");
        await using RawServerSample server = await RawServerSample.StartAsync();
        string url = server.Url.AbsoluteUri;
        (int exit, string output, string error) = await Peer.RunAsync(curl, "-sS", url, url, "-w", "%{http_code} %{num_connects};");
        Assert.Equal((0, "Served by HiPerf.Core.\n200 1;Served by HiPerf.Core.\n200 0;", ""), (exit, output, error));

        (_, string head, _) = await Peer.RunAsync(curl, "-sSI", url);
        Assert.Matches("^HTTP/1.1 200 OK\r\nDate: [^\r]{29}\r\nContent-Type: text/plain\r\nContent-Length: 23\r\nConnection: keep-alive\r\n\r\n$", head);
        (_, string old, _) = await Peer.RunAsync(curl, "-sS", "--http1.0", "-w", "%{http_code}", url);
        Assert.Equal("Served by HiPerf.Core.\n200", old);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(1_048_576)]
    public async Task Curl_reads_back_what_it_posts(int length)
    {
        string curl = Peer.Require("curl", "curl");
        await using RawServerSample server = await RawServerSample.StartAsync();
        string source = Path.GetTempFileName();
        string target = Path.GetTempFileName();
        await Content.WriteAsync(source, length);
        string[] ways = ["Expect: 100-continue", "Transfer-Encoding: chunked"];
        foreach (string field in ways)
        {
            (int exit, string output, string error) = await Peer.RunAsync(
                curl, "-sS", "--data-binary", "@" + source, "-H", field, "-o", target, "-w", "%{http_code}", new Uri(server.Url, "echo").AbsoluteUri);
            Assert.Equal((0, "200", ""), (exit, output, error));
            Assert.Equal(await Content.HashAsync(source), await Content.HashAsync(target));
        }

        File.Delete(source);
        File.Delete(target);
    }

    [Fact]
    public async Task Python_posts_with_length_and_chunked_on_one_connection()
    {
        string python = Peer.Require("python3", "python3");
        await using RawServerSample server = await RawServerSample.StartAsync();
        const string Script = """
            import http.client, sys
            c = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]))
            def ask(method, path, **more):
                c.request(method, path, **more)
                r = c.getresponse()
                return r.status, r.read()
            assert ask('GET', '/') == (200, b'Served by HiPerf.Core.\n')
            sock = c.sock
            assert ask('POST', '/echo', body=b'x' * 100000) == (200, b'x' * 100000)
            assert ask('POST', '/echo', body=iter([b'a', b'bc' * 40000, b'd']), encode_chunked=True) == (200, b'a' + b'bc' * 40000 + b'd')
            assert ask('HEAD', '/') == (200, b'')
            assert ask('GET', '/nothing')[0] == 404
            assert ask('GET', '/') == (200, b'Served by HiPerf.Core.\n')
            assert c.sock is sock
            print('agree')
            """;
        (int exit, string output, string error) = await Peer.RunAsync(python, "-c", Script, server.Port);
        Assert.True(exit == 0, error);
        Assert.Equal("agree", output.Trim());
    }

    [Fact]
    public async Task Pipelined_requests_in_one_segment_are_answered_in_order()
    {
        await using RawServerSample server = await RawServerSample.StartAsync();
        string answers = await server.ExchangeAsync(
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\nX: y\r\n\r\n"
            + "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\ntwo");
        Assert.Equal(["200 one", "200 two"], Answer().Matches(answers).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}"));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505)]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501)]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nfour\r\n0\r\n\r\n", 400)]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n", 413)]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\nExpect: 100-continue\r\n\r\n", 413)]
    public async Task Malformed_request_gets_its_status_and_the_close(string request, int status)
    {
        await using RawServerSample server = await RawServerSample.StartAsync();
        string answers = await server.ExchangeAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n" + request + "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Equal(["200", $"{status}"], StatusLine().Matches(answers).Select(match => match.Groups[1].Value));
        Assert.Contains("\r\nConnection: close\r\n", answers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HEAD / HTTP/1.1\r\n\r\n")]
    [InlineData("HEAD / HTTP/1.1\r\nHost : a\r\n\r\n")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx")]
    public async Task Refused_head_request_gets_no_content(string request)
    {
        await using RawServerSample server = await RawServerSample.StartAsync();
        string answer = await server.ExchangeAsync(request);
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Octets_behind_connect_are_never_a_request()
    {
        await using RawServerSample server = await RawServerSample.StartAsync();
        string answers = await server.ExchangeAsync("CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Equal(["404"], StatusLine().Matches(answers).Select(match => match.Groups[1].Value));
        Assert.Contains("\r\nConnection: close\r\n", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_beyond_its_limit_is_refused()
    {
        await using RawServerSample server = await RawServerSample.StartAsync();
        string answer = await server.ExchangeAsync("GET / HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Repeat($"X: {new string('a', 8000)}\r\n", 5)) + "\r\n");
        Assert.Equal(["431"], StatusLine().Matches(answer).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Sample_has_at_most_150_lines_and_one_reference()
    {
        string folder = Path.GetFullPath(Path.Combine(BuiltProject.Find("samples/RawServer", "RawServer.dll"), "../../../.."));
        Assert.InRange(Directory.GetFiles(folder, "*.cs").Sum(file => File.ReadAllLines(file).Length), 1, 150);
        string project = File.ReadAllText(Path.Combine(folder, "RawServer.csproj"));
        Assert.Equal(["../../src/Core/HiPerf.Core.csproj"], Reference().Matches(project).Select(match => match.Groups[1].Value));
    }

    [GeneratedRegex("HTTP/1.1 ([0-9]{3}) ")]
    private static partial Regex StatusLine();

    [GeneratedRegex("HTTP/1.1 ([0-9]{3}) .*?\r\n\r\n(.{3})", RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex("Reference Include=\"([^\"]*)\"")]
    private static partial Regex Reference();
}
