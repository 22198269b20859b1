using FsCheck;
using FsCheck.Fluent;
using HiPerf.Gopher;
using HiPerf.Properties;

namespace HiPerf.Facade.Tests.Gopher;

public sealed class GopherLocatorLaws
{
    // Any octet that may be sent; those that mean something to a reader of URLs come often.
    private static readonly Gen<byte[]> s_field = Gen.Frequency(
            (3, Gen.Choose(1, 255).Where(o => o is not ('\t' or '\n' or '\r')).Select(o => (byte)o)),
            (2, Gen.Elements((byte[])[.. "/./..%2e?#\\ :@+!$&\"<>"u8])))
        .ArrayOf();

    private static readonly Gen<byte[]?> s_plus = Gen.Frequency(
        (1, Gen.Constant<byte[]?>(null)),
        (1, from sign in Gen.Elements((byte)'+', (byte)'!', (byte)'$') from rest in s_field select (byte[]?)[sign, .. rest]));

    private static readonly Arbitrary<GopherLocator> s_locators = Arb.From(
        from host in Gen.Elements("h", "gopher.example.org", "::1", "127.0.0.1")
        from port in Gen.Elements(1, 70, 7070, 65535)
        from tls in Gen.Elements(true, false)
        from type in Gen.Choose(0x21, 0xFF).Where(o => o != 0x7F)
        from selector in s_field
        from hasQuery in Gen.Elements(true, false)
        from query in s_field
        from plus in s_plus
        select (GopherLocator.FromOctets(System.Text.Encoding.ASCII.GetBytes(host), port, (byte)type, selector)! with { UsesTls = tls }).WithOctets(hasQuery ? query : null, plus));

    [Fact]
    public void Round_trip_what_is_written_as_a_url_is_the_same_locator() => Law.Holds(5000, s_locators, locator =>
    {
        GopherLocator again = GopherLocator.Parse(locator.ToString());
        Assert.Equal(locator, again);
        Assert.Equal(locator.GetHashCode(), again.GetHashCode());
        Assert.Equal(locator.SelectorOctets.ToArray(), again.SelectorOctets.ToArray());
        Assert.Equal((locator.Query, locator.PlusString, locator.ToString()), (again.Query, again.PlusString, again.ToString()));
        Assert.Equal(locator, GopherLocator.FromUrl(locator.ToUrl()));
        Assert.Equal(locator, GopherLocator.FromUri(locator.ToUri()));
    });

    [Fact]
    public void Url_never_names_what_would_end_the_line() => Law.Holds(5000, Arb.From(Gen.Choose(0, 255).Select(o => (char)o).ArrayOf()), text =>
    {
        if (GopherLocator.ParseOrNull("gopher://h/7" + new string(text)) is not { } locator)
        {
            return;
        }

        byte[] wire = new byte[4096];
        GopherRequestText request = locator.Request;
        Assert.True(GopherRequestWriter.TryWrite(wire, in request, GopherLimits.Default with { MaxSelector = 4096 }, out int written));
        Assert.Equal(written - 1, wire.AsSpan(0, written).IndexOf((byte)'\n'));
    });
}
