using System.Buffers;
using System.Text;
using System.Text.Json;
using HiPerf.Http;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests;

/// <summary>Forms that curl and Python write are read by ours, and theirs read what we write.</summary>
public sealed class FormTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-forms-").FullName;

    [Fact]
    public async Task Multipart_form_of_curl_is_read()
    {
        byte[] file = [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i * 31 / 7)), .. "\r\n-----------------------"u8];
        string path = Path.Combine(_folder, "ü \"b\".bin");
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        await using var peer = new CapturingPeer();
        await CurlAsync(peer, "-F", "text=one\r\ntwo", "-F", "empty=", "-F", "quo\"ted=x;type=text/plain", "-F", $"file=@\"{path.Replace("\"", "\\\"", StringComparison.Ordinal)}\";type=application/octet-stream");

        (string head, byte[] content) = await peer.Captured;
        List<(Dictionary<string, string> Fields, string Content)> parts = FormReading.Multipart(content, Boundary(head));
        Assert.Equal(["one\r\ntwo", "", "x", Encoding.Latin1.GetString(file)], parts.Select(p => p.Content));
        Assert.Equal(["form-data; name=\"text\"", "form-data; name=\"empty\"", "form-data; name=\"quo%22ted\"", "form-data; name=\"file\"; filename=\"ü %22b%22.bin\""], parts.Select(p => p.Fields["Content-Disposition"]));
        Assert.Equal("application/octet-stream", parts[3].Fields["Content-Type"]);
    }

    [Fact]
    public async Task Urlencoded_form_of_curl_is_read()
    {
        await using var peer = new CapturingPeer();
        await CurlAsync(peer, "-d", "plain=1", "--data-urlencode", "a b=é & = + %\r\n", "-d", "empty=", "--data-urlencode", "=&");
        (string head, byte[] content) = await peer.Captured;
        Assert.Equal("application/x-www-form-urlencoded", CapturingPeer.Field(head, "Content-Type"));
        Assert.Equal([("plain", "1"), ("a b", "é & = + %\r\n"), ("empty", ""), ("&", "")], FormReading.Urlencoded(content));
    }

    [Theory]
    [InlineData("HTTP", FormLeniency.None)]
    [InlineData("SMTP", FormLeniency.ObsFold)]
    public async Task Multipart_message_of_Python_is_read(string policy, FormLeniency leniency)
    {
        string path = Path.Combine(_folder, "body");
        await PythonAsync(
            """
            import sys, email.policy
            from email.mime.multipart import MIMEMultipart
            from email.mime.text import MIMEText
            from email.mime.application import MIMEApplication
            from email.encoders import encode_noop
            message = MIMEMultipart('mixed', boundary="a'b (c)+d/e=f?", policy=getattr(email.policy, sys.argv[2]))
            text = MIMEText('first\nsecond\n', policy=message.policy)
            text['X-Long'] = 'word ' * 40 + 'end'
            message.attach(text)
            message.attach(MIMEApplication(bytes(range(256)), _encoder=encode_noop, policy=message.policy))
            message.preamble, message.epilogue = 'read with care', 'the end'
            data = message.as_bytes()
            open(sys.argv[1], 'wb').write(data[data.index(b'\r\n\r\n') + 4:])
            """,
            path,
            policy);
        byte[] body = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        List<(Dictionary<string, string> Fields, string Content)> parts = FormReading.Multipart(body, "a'b (c)+d/e=f?", leniency);
        Assert.Equal(2, parts.Count);
        Assert.Equal("first\r\nsecond\r\n", parts[0].Content);
        Assert.EndsWith("end", parts[0].Fields["X-Long"], StringComparison.Ordinal);
        Assert.Equal(leniency == FormLeniency.ObsFold, parts[0].Fields["X-Long"].Contains("\r\n ", StringComparison.Ordinal));
        Assert.Equal("application/octet-stream", parts[1].Fields["Content-Type"]);
    }

    [Fact]
    public async Task Urlencoded_form_of_Python_is_read_and_ours_by_Python()
    {
        (string Name, string Value)[] pairs = [("a b", "é&=+%;"), ("", "x"), ("y", ""), ("~-._*", "\r\n\0日")];
        var output = new ArrayBufferWriter<byte>();
        foreach ((string name, string value) in pairs)
        {
            UrlencodedWriter.Write(output, Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value), output.WrittenCount == 0);
        }

        string ours = Path.Combine(_folder, "ours");
        string theirs = Path.Combine(_folder, "theirs");
        await File.WriteAllBytesAsync(ours, output.WrittenSpan.ToArray(), TestContext.Current.CancellationToken);
        string read = await PythonAsync(
            """
            import sys, json, urllib.parse
            pairs = urllib.parse.parse_qsl(open(sys.argv[1], 'rb').read().decode('ascii'), keep_blank_values=True, strict_parsing=True)
            open(sys.argv[2], 'w').write(urllib.parse.urlencode(pairs))
            print(json.dumps(pairs))
            """,
            ours,
            theirs);
        Assert.Equal(pairs, JsonSerializer.Deserialize<string[][]>(read)!.Select(p => (p[0], p[1])));
        Assert.Equal(pairs, FormReading.Urlencoded(await File.ReadAllBytesAsync(theirs, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Multipart_form_of_ours_is_read_by_Python()
    {
        byte[] file = [.. Enumerable.Range(0, 20_000).Select(i => (byte)(i * 31 / 7))];
        MultipartBoundary boundary = MultipartBoundary.FromRandom([.. Enumerable.Range(0, 20).Select(i => (byte)(i * 13))]);
        var output = new ArrayBufferWriter<byte>();
        MultipartWriter.WriteField(output, in boundary, "text"u8, "one\r\n--two\r\n"u8, isFirst: true);
        MultipartWriter.WriteField(output, in boundary, "quo\"ted"u8, ""u8, isFirst: false);
        MultipartWriter.WriteHead(output, in boundary, "file"u8, Encoding.UTF8.GetBytes("a b;c.bin"), hasFileName: true, "application/octet-stream"u8, isFirst: false);
        output.Write(file);
        MultipartWriter.WriteClose(output, in boundary);

        string path = Path.Combine(_folder, "body");
        byte[] head = Encoding.ASCII.GetBytes($"MIME-Version: 1.0\r\nContent-Type: multipart/form-data; boundary={boundary}\r\n\r\n");
        await File.WriteAllBytesAsync(path, [.. head, .. output.WrittenSpan], TestContext.Current.CancellationToken);
        string read = await PythonAsync(
            """
            import sys, json, email, email.policy
            message = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.compat32)
            assert message.is_multipart() and not message.defects, message.defects
            print(json.dumps([[p.get_param('name', header='content-disposition'), p.get_filename(), p.get_payload(decode=True).hex()] for p in message.get_payload()]))
            """,
            path);
        string?[][] parts = JsonSerializer.Deserialize<string?[][]>(read)!;
        Assert.Equal(["text", "quo%22ted", "file"], parts.Select(p => p[0]));
        Assert.Equal([null, null, "a b;c.bin"], parts.Select(p => p[1]));
        Assert.Equal([Convert.ToHexStringLower("one\r\n--two\r\n"u8), "", Convert.ToHexStringLower(file)], parts.Select(p => p[2]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Boundary(string head) => CapturingPeer.Field(head, "Content-Type").Split("boundary=")[1].Trim('"');

    private static async Task CurlAsync(CapturingPeer peer, params string[] arguments)
    {
        (int exit, _, string error) = await Peer.RunAsync(Peer.Require("curl", "curl"), ["-sS", "--noproxy", "*", "-H", "Expect:", .. arguments, peer.Url]);
        Assert.True(exit == 0, error);
    }

    private static async Task<string> PythonAsync(string script, params string[] arguments)
    {
        (int exit, string output, string error) = await Peer.RunAsync(Peer.Require("python3", "python3"), ["-c", script, .. arguments]);
        Assert.True(exit == 0, error);
        return output;
    }
}
