using System.IO.Pipelines;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiPerf.Server.Tests.Http;

public sealed class HttpFolderHandlerTests : FolderFixture
{
    private const string Get = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";

    [Fact]
    public async Task Handler_plugs_into_a_kestrel_of_the_users_own()
    {
        var builder = WebApplication.CreateSlimBuilder();

        // The test runner speaks over standard output: nobody else may.
        _ = builder.Logging.ClearProviders();
        _ = builder.Services.AddSingleton(Options).AddSingleton(Sessions);
        _ = builder.WebHost.ConfigureKestrel(static kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.UseConnectionHandler<HttpFolderHandler>()));
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal("hello", await client.GetStringAsync(new Uri("hello.txt", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(Big(), await client.GetByteArrayAsync(new Uri("big.bin", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(1, Sessions.Count);
        await app.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, Sessions.Count);
    }

    [Fact]
    public async Task Pipelined_small_answers_are_flushed_once()
    {
        var input = new Pipe();
        var output = new CountingWriter(new Pipe());
        await using var context = new DefaultConnectionContext("test") { Transport = new Duplex(input.Reader, output) };
        _ = await input.Writer.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Get, 20))), TestContext.Current.CancellationToken);
        var served = Handler().OnConnectedAsync(context);
        Assert.Equal(1, output.Flushes);
        await input.Writer.CompleteAsync();
        await served;
        Assert.Equal(Hello().Length * 20, output.Octets);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Option_out_of_range_throws(int fields, int requests, int rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Handler(Options with { MaxFields = fields, MaxRequests = requests, MinSendRate = rate }));

    [Fact]
    public void Folder_that_is_not_there_throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => Handler(Options with { Folder = Path.Join(Folder.Root, "missing") }));

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class CountingWriter(Pipe pipe) : PipeWriter
    {
        public int Flushes { get; private set; }

        public long Octets { get; private set; }

        public override void Advance(int bytes)
        {
            Octets += bytes;
            pipe.Writer.Advance(bytes);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => pipe.Writer.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => pipe.Writer.GetSpan(sizeHint);

        public override void CancelPendingFlush() => pipe.Writer.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => pipe.Writer.Complete(exception);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            Flushes++;
            return pipe.Writer.FlushAsync(cancellationToken);
        }
    }
}
