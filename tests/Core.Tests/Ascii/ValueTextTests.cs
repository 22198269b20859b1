using HiPerf.Ascii;

namespace HiPerf.Core.Tests.Ascii;

/// <summary>Every octet and character, at every place of texts of every length that has a path of its own.</summary>
public class ValueTextTests
{
    [Fact]
    public void Every_octet_at_every_place_is_copied_and_looked_at()
    {
        for (int length = 1; length <= 50; length++)
        {
            for (int place = 0; place < length; place++)
            {
                for (int octet = 0; octet < 256; octet++)
                {
                    byte[] text = [.. Enumerable.Repeat((byte)'a', length)];
                    text[place] = (byte)octet;
                    byte[] destination = new byte[length + 2];
                    bool clean = octet == '\t' || (octet >= 0x20 && octet != 0x7F);
                    Assert.Equal(clean, ValueText.TryCopy(text, destination.AsSpan(1)));
                    Assert.Equal(clean, ValueText.IsClean(text));
                    Assert.Equal([0, .. text, 0], destination);
                }
            }
        }
    }

    [Fact]
    public void Every_character_is_narrowed_only_when_it_has_an_octet()
    {
        foreach ((int length, int place) in ((int, int)[])[(1, 0), (7, 3), (8, 0), (9, 8), (16, 15), (30, 12)])
        {
            char[] text = new char[length];
            byte[] expected = new byte[length];
            Array.Fill(text, '~');
            Array.Fill(expected, (byte)'~');
            byte[] destination = new byte[length + 2];
            for (int character = 0; character <= char.MaxValue; character++)
            {
                text[place] = (char)character;
                bool clean = character == '\t' || (character is >= 0x20 and <= 0xFF && character != 0x7F);
                Assert.True(clean == ValueText.TryCopy(text, destination.AsSpan(1)), $"{character:X4}");
                Assert.True(clean == ValueText.IsClean(text), $"{character:X4}");
                Assert.True(destination[0] == 0 && destination[^1] == 0);
                if (clean)
                {
                    expected[place] = (byte)character;
                    Assert.True(destination.AsSpan(1, length).SequenceEqual(expected));
                }
            }
        }
    }

    [Fact]
    public void Two_refused_octets_do_not_hide_each_other()
    {
        foreach (int length in (int[])[2, 4, 8, 15, 16, 17, 32, 47])
        {
            byte[] text = [.. Enumerable.Repeat((byte)'\n', length)];
            Assert.False(ValueText.TryCopy(text, new byte[length]));
            Assert.False(ValueText.TryCopy(new string('\n', length), new byte[length]));
        }
    }

    [Fact]
    public void Short_destination_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueText.TryCopy("abc"u8, new byte[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueText.TryCopy("abc", new byte[2]));
    }

    [Fact]
    public void Nothing_is_copied_of_nothing()
    {
        Assert.True(ValueText.TryCopy(ReadOnlySpan<byte>.Empty, default));
        Assert.True(ValueText.TryCopy(ReadOnlySpan<char>.Empty, default));
    }
}
