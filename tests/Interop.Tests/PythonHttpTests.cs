using System.Text;
using HiPerf.Http;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests;

/// <summary>Our client on Python's http.server.</summary>
public sealed class PythonHttpTests
{
    [Fact]
    public async Task Body_ended_by_close_is_read_but_not_verified()
    {
        await using PythonHttpPeer python = await PythonHttpPeer.StartAsync();
        await using var session = new InternetSession();
        await using HttpFile file = await session.OpenHttpAsync(new Uri(python.Http, "close/20000"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(file.ContentLength);
        Assert.Equal(200_000, (await Content.ReadAllAsync(file)).Length);
        Assert.True(file.IsComplete);
        Assert.False(file.LengthVerified);
    }

    [Fact]
    public async Task Chunks_with_extensions_and_trailers_are_read_and_verified()
    {
        await using PythonHttpPeer python = await PythonHttpPeer.StartAsync();
        await using var session = new InternetSession();
        await using HttpFile file = await session.OpenHttpAsync(new Uri(python.Http, "chunked/300"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(string.Concat(Enumerable.Repeat("0123456789", 300)), Encoding.ASCII.GetString(await Content.ReadAllAsync(file)));
        Assert.True(file.LengthVerified);
    }

    [Fact]
    public async Task Http10_with_a_length_is_read_and_verified()
    {
        await using PythonHttpPeer python = await PythonHttpPeer.StartAsync();
        await using var session = new InternetSession();
        await using HttpFile file = await session.OpenHttpAsync(new Uri(python.Http, "?"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(file.ContentLength, (await Content.ReadAllAsync(file)).Length);
        Assert.True(file.LengthVerified);
    }
}
