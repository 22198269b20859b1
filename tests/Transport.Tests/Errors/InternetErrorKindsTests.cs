using System.Net.Sockets;

namespace HiPerf.Transport.Tests.Errors;

public sealed class InternetErrorKindsTests
{
    [Theory]
    [InlineData(SocketError.HostNotFound, InternetErrorKind.NameNotResolved)]
    [InlineData(SocketError.ConnectionRefused, InternetErrorKind.CannotConnect)]
    [InlineData(SocketError.ConnectionReset, InternetErrorKind.ConnectionReset)]
    [InlineData(SocketError.OperationAborted, InternetErrorKind.ConnectionAborted)]
    [InlineData(SocketError.TimedOut, InternetErrorKind.Timeout)]
    [InlineData(SocketError.NoBufferSpaceAvailable, InternetErrorKind.Other)]
    public void Socket_error_inside_an_io_exception_gives_its_kind(SocketError error, InternetErrorKind kind) =>
        Assert.Equal(kind, InternetErrorKinds.Of(new IOException("x", new SocketException((int)error))));

    [Fact]
    public void Other_exceptions_give_their_kind()
    {
        Assert.Equal(InternetErrorKind.Truncated, InternetErrorKinds.Of(new EndOfStreamException()));
        Assert.Equal(InternetErrorKind.LimitExceeded, InternetErrorKinds.Of(new IOException("x", new InternetException(InternetErrorKind.LimitExceeded, "y"))));
        Assert.Equal(InternetErrorKind.NotFound, InternetErrorKinds.Of(new FileNotFoundException()));
        Assert.Equal(InternetErrorKind.Other, InternetErrorKinds.Of(new InvalidOperationException()));
    }
}
