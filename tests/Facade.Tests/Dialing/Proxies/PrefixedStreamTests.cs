namespace HiPerf.Facade.Tests.Dialing.Proxies;

public class PrefixedStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Reads_go_from_the_prefix_to_the_stream(int size)
    {
        foreach (var way in (Func<Stream, byte[], Task<int>>[])
        [
            static async (stream, buffer) => await stream.ReadAsync(buffer, TestContext.Current.CancellationToken),
            static (stream, buffer) => Task.FromResult(stream.Read(buffer)),
            static (stream, buffer) => Task.FromResult(stream.Read(buffer, 0, buffer.Length)),
            static (stream, buffer) => stream.ReadAsync(buffer, 0, buffer.Length, TestContext.Current.CancellationToken),
        ])
        {
            using var stream = new PrefixedStream("abc"u8.ToArray(), new MemoryStream("defg"u8.ToArray()));
            var read = new List<byte>();
            var buffer = new byte[size];
            while (await way(stream, buffer) is > 0 and var count)
            {
                read.AddRange(buffer[..count]);
            }

            Assert.Equal("abcdefg"u8.ToArray(), read);
        }
    }

    [Fact]
    public async Task Writes_go_to_the_stream_and_disposing_ends_it()
    {
        var inner = new MemoryStream();
        var stream = new PrefixedStream("abc"u8.ToArray(), inner);
        stream.Write("1"u8);
        stream.Write("2"u8.ToArray(), 0, 1);
        await stream.WriteAsync("3"u8.ToArray(), TestContext.Current.CancellationToken);
#pragma warning disable CA1835 // The older overload is what is tested.
        await stream.WriteAsync("4"u8.ToArray(), 0, 1, TestContext.Current.CancellationToken);
#pragma warning restore CA1835
        await stream.FlushAsync(TestContext.Current.CancellationToken);
        stream.Flush();
        Assert.Equal("1234"u8.ToArray(), inner.ToArray());
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.False(stream.CanSeek);
        await stream.DisposeAsync();
        Assert.False(inner.CanRead);
    }
}
