using System.Text;

namespace HiPerf.Server.Tests.Files;

public sealed class RawPathTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "/", "")]
    [InlineData("", "a", "a")]
    [InlineData("", "/a/b", "a/b")]
    [InlineData("a", "", "a")]
    [InlineData("a", ".", "a")]
    [InlineData("a", "b", "a/b")]
    [InlineData("a", "/b", "b")]
    [InlineData("a", "..", "")]
    [InlineData("a/b", "..", "a")]
    [InlineData("a/b", "../c/./d//e/", "a/c/d/e")]
    [InlineData("a", "../a/../b", "b")]
    [InlineData("", "%2e%2e", "%2e%2e")]
    [InlineData("", "~root", "~root")]
    [InlineData("", "C:", "C:")]
    [InlineData("", "a ", "a ")]
    [InlineData("", "ü", "ü")]
    public void Path_is_resolved(string folder, string path, string name) => Assert.Equal((VirtualPathStatus.Done, name), Resolve(folder, Encoding.UTF8.GetBytes(path)));

    [Theory]
    [InlineData("", "..")]
    [InlineData("", "/..")]
    [InlineData("a", "../..")]
    [InlineData("", "a/../../b")]
    [InlineData("", ".hidden/../..")]
    [InlineData("", "..\\a")]
    [InlineData("", "a\\b")]
    [InlineData("", "\u0001")]
    [InlineData("", "a\u007f")]
    [InlineData("", "a\0b")]
    [InlineData("", "\u0080")]
    [InlineData("", "üü\u009f")]
    public void Path_that_no_client_should_send_is_refused(string folder, string path) =>
        Assert.Equal(VirtualPathStatus.Refused, Resolve(folder, Encoding.UTF8.GetBytes(path)).Item1);

    [Theory]
    [InlineData(0xC0, 0xAE)]
    [InlineData(0xC0, 0xAF)]
    [InlineData(0xFF, 0xFE)]
    [InlineData(0xC3, 0x2F)]
    [InlineData(0xE9, 0x61)]
    public void Path_that_is_no_UTF8_is_refused(byte first, byte second) => Assert.Equal(VirtualPathStatus.Refused, Resolve("", [first, second]).Item1);

    [Theory]
    [InlineData(".hidden")]
    [InlineData("a/.hidden/b")]
    [InlineData("....")]
    [InlineData("....//....//etc")]
    public void Name_that_is_not_served_is_not_found(string path)
    {
        Assert.Equal(VirtualPathStatus.NotFound, Resolve("", Encoding.UTF8.GetBytes(path)).Item1);
        Assert.Equal(VirtualPathStatus.Done, Resolve("", Encoding.UTF8.GetBytes(path), serveHidden: true).Item1);
    }

    [Theory]
    [InlineData(255, VirtualPathStatus.Done)]
    [InlineData(256, VirtualPathStatus.NotFound)]
    public void Segment_has_255_octets(int length, VirtualPathStatus status) => Assert.Equal(status, Resolve("", Encoding.UTF8.GetBytes(new string('a', length))).Item1);

    [Theory]
    [InlineData(4096, VirtualPathStatus.Done)]
    [InlineData(4097, VirtualPathStatus.NotFound)]
    public void Name_has_4096_octets(int length, VirtualPathStatus status)
    {
        var folder = string.Concat(Enumerable.Repeat("123456789/", 400))[..^1];
        Assert.Equal(status, Resolve(folder, Encoding.UTF8.GetBytes(new string('b', length - 4000))).Item1);
    }

    [Theory]
    [InlineData("CON")]
    [InlineData("a:b")]
    [InlineData("a.")]
    [InlineData("PROGRA~1")]
    public void Name_that_Windows_reads_as_another_is_not_found_there(string path)
    {
        Span<byte> buffer = stackalloc byte[RawPath.MaxLength];
        Assert.Equal(VirtualPathStatus.NotFound, RawPath.Resolve(default, Encoding.UTF8.GetBytes(path), buffer, out _, serveHidden: false, windowsNames: true));
    }

    private static (VirtualPathStatus, string) Resolve(string folder, byte[] path, bool serveHidden = false)
    {
        Span<byte> buffer = stackalloc byte[RawPath.MaxLength];
        var status = RawPath.Resolve(Encoding.UTF8.GetBytes(folder), path, buffer, out var length, serveHidden, windowsNames: false);
        return (status, Encoding.UTF8.GetString(buffer[..length]));
    }
}
