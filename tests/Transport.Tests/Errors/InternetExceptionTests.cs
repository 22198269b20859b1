namespace HiPerf.Transport.Tests.Errors;

public sealed class InternetExceptionTests
{
    [Theory]
    [InlineData(InternetErrorKind.Timeout, 12002)]
    [InlineData(InternetErrorKind.NameNotResolved, 12007)]
    [InlineData(InternetErrorKind.CannotConnect, 12029)]
    [InlineData(InternetErrorKind.Truncated, 12030)]
    [InlineData(InternetErrorKind.ConnectionReset, 12031)]
    [InlineData(InternetErrorKind.ProtocolViolation, 12152)]
    [InlineData(InternetErrorKind.Other, 0)]
    public void Native_code_fits_the_kind(InternetErrorKind kind, int code) => Assert.Equal(code, new InternetException(kind, "x").NativeCode);

    [Fact]
    public void Every_kind_but_other_has_a_native_code() =>
        Assert.DoesNotContain(Enum.GetValues<InternetErrorKind>(), static kind => kind != InternetErrorKind.Other && WinInetCode.Of(kind) == 0);

    [Fact]
    public void Native_code_that_is_given_wins() =>
        Assert.Equal(12038, new InternetException(InternetErrorKind.CertificateRejected, "x") { NativeCode = WinInetCode.CertificateNameInvalid }.NativeCode);

    [Fact]
    public void Exception_is_caught_as_a_stream_s() =>
        Assert.Equal(InternetErrorKind.Other, ((InternetException)Assert.IsAssignableFrom<IOException>(new InternetException("x"))).Kind);
}
