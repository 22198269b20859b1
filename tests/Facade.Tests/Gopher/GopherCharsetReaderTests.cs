using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

public sealed class GopherCharsetReaderTests
{
    private static readonly byte[] s_utf8 = [.. "gr\u00FC\u00DFe"u8];
    private static readonly byte[] s_latin1 = [.. "gr"u8, 0xFC, 0xDF, (byte)'e'];
    private static readonly byte[] s_cp437 = [.. "gr"u8, 0x81, 0xE1, (byte)'e'];

    [Fact]
    public void Automatic_is_utf8_while_all_is_utf8()
    {
        var reader = new GopherCharsetReader(new GopherConnectOptions(), "h");
        Assert.Equal(GopherCharset.Automatic, reader.Charset);
        Assert.Equal("plain", reader.Read("plain"u8));
        Assert.Equal("gr\u00FC\u00DFe", reader.Read(s_utf8));
        Assert.Equal(GopherCharset.Utf8, reader.Charset);
    }

    [Fact]
    public void Automatic_first_text_that_is_no_utf8_decides_for_good()
    {
        var reader = new GopherCharsetReader(new GopherConnectOptions(), "h");
        Assert.Equal("gr\u00FC\u00DFe", reader.Read(s_utf8));
        Assert.Equal("gr\u00FC\u00DFe", reader.Read(s_latin1));
        Assert.Equal(GopherCharset.Latin1, reader.Charset);
        Assert.Equal("gr\u0081\u00E1e", reader.Read(s_cp437));
        Assert.Equal("gr\u00C3\u00BC\u00C3\u009Fe", reader.Read(s_utf8));
    }

    [Theory]
    [InlineData(0x80, GopherCharset.Cp437, "\u00C7")]
    [InlineData(0x9F, GopherCharset.Cp437, "\u0192")]
    [InlineData(0xA0, GopherCharset.Latin1, "\u00A0")]
    [InlineData(0xFF, GopherCharset.Latin1, "\u00FF")]
    public void Automatic_controls_of_latin1_mean_cp437(byte octet, GopherCharset charset, string text)
    {
        var reader = new GopherCharsetReader(new GopherConnectOptions(), "h");
        Assert.Equal(text, reader.Read([octet]));
        Assert.Equal(charset, reader.Charset);
    }

    [Fact]
    public void Automatic_is_remembered_by_host_when_it_was_decided()
    {
        var memory = new GopherCharsetMemory();
        var options = new GopherConnectOptions();
        _ = new GopherCharsetReader(options, "old", memory).Read(s_cp437);
        _ = new GopherCharsetReader(options, "new", memory).Read(s_utf8);
        var reader = new GopherCharsetReader(options, "OLD", memory);
        Assert.Equal(GopherCharset.Cp437, reader.Charset);
        Assert.Equal("gr\u00FC\u00DFe", reader.Read(s_cp437));
        Assert.Equal(GopherCharset.Automatic, new GopherCharsetReader(options, "new", memory).Charset);
        Assert.Equal("gr\u00FC\u00DFe", new GopherCharsetReader(options, "new", memory).Read(s_latin1));
    }

    [Fact]
    public void Memory_of_hosts_begins_anew_past_its_bound()
    {
        var memory = new GopherCharsetMemory();
        for (int i = 0; i < GopherCharsetMemory.MaxHosts; i++)
        {
            memory.Keep($"h{i}", GopherCharset.Latin1);
        }

        Assert.Equal(GopherCharset.Latin1, memory.Of("h0"));
        memory.Keep("one more", GopherCharset.Cp437);
        Assert.Equal((GopherCharset.Automatic, GopherCharset.Cp437), (memory.Of("h0"), memory.Of("one more")));
    }

    [Fact]
    public void Told_charset_holds_whatever_comes()
    {
        var options = new GopherConnectOptions
        {
            Charset = GopherCharset.Utf8,
            Charsets = new Dictionary<string, GopherCharset>(StringComparer.OrdinalIgnoreCase) { ["Dos"] = GopherCharset.Cp437, ["any"] = GopherCharset.Automatic },
        };
        var utf8 = new GopherCharsetReader(options, "h");
        Assert.Equal("gr\uFFFD\uFFFDe", utf8.Read(s_latin1));
        Assert.Equal(GopherCharset.Utf8, utf8.Charset);
        var dos = new GopherCharsetReader(options, "dos");
        Assert.Equal("gr\u00FC\u00DFe", dos.Read(s_cp437));
        Assert.Equal(GopherCharset.Cp437, dos.Charset);
        Assert.Equal("gr\u00FC\u00DFe", new GopherCharsetReader(options, "any").Read(s_latin1));
    }
}
