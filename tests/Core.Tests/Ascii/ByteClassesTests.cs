using HiPerf.Ascii;

namespace HiPerf.Core.Tests.Ascii;

public sealed class ByteClassesTests
{
    // RFC 9110 section 5.6.2; RFC 3986 sections 2.2 and 2.3, without "#".
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Tchar = "!#$%&'*+-.^_`|~" + Alphanumeric;
    private const string Uri = "-._~" + ":/?[]@" + "!$&'()*+,;=" + "%" + Alphanumeric;

    [Fact]
    public void Table_is_the_grammar()
    {
        for (int octet = 0; octet < 256; octet++)
        {
            char c = (char)octet;
            Assert.Equal(Tchar.Contains(c, StringComparison.Ordinal), ByteClasses.IsToken((byte)octet));
            Assert.Equal(Uri.Contains(c, StringComparison.Ordinal), ByteClasses.IsTarget((byte)octet));
            Assert.Equal((octet < 0x20 && octet != '\t') || octet == 0x7F, ByteClasses.IsControl((byte)octet));
        }
    }

    [Fact]
    public void Nibble_tables_say_what_the_table_says()
    {
        for (int octet = 0; octet < 256; octet++)
        {
            int row = ByteClasses.High[octet >> 4];
            Assert.Equal(ByteClasses.IsToken((byte)octet), (ByteClasses.TokenLow[octet & 15] & row) != 0);
            Assert.Equal(ByteClasses.IsTarget((byte)octet), (ByteClasses.TargetLow[octet & 15] & row) != 0);
        }
    }
}
