using System.Text;
using HiPerf.Ascii;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Ascii;

/// <summary>The look-up of one register finds what <see cref="FieldNames.Find"/> finds, wherever in a buffer a name of tchars stands.</summary>
public sealed class WideNamesTests
{
    private const string Tchar = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly string[] s_tokens = [.. Enum.GetValues<FieldName>().Where(name => name != FieldName.Unknown).Select(FieldNames.Text)];

    [Fact]
    public void Find_every_token_in_any_case()
    {
        foreach (string token in s_tokens)
        {
            foreach (string cased in (string[])[token, token.ToLowerInvariant(), token.ToUpperInvariant()])
            {
                Assert.NotEqual(FieldName.Unknown, Find(cased));
            }
        }
    }

    [Fact]
    public void Find_no_token_of_which_one_octet_is_changed_missing_or_too_many()
    {
        foreach (string token in s_tokens)
        {
            for (int i = 0; i < token.Length; i++)
            {
                foreach (char c in Tchar)
                {
                    Find(string.Concat(token.AsSpan(0, i), [c], token.AsSpan(i + 1)));
                }
            }

            Find(token + "-");
            Find("x" + token);
            Find(token[1..] + "a");
        }
    }

    [Fact]
    public void Find_any_name_of_tchars_of_any_length()
    {
        var random = new Random(20261120);
        for (int length = 1; length <= 40; length++)
        {
            for (int i = 0; i < 200; i++)
            {
                Find(new string(random.GetItems<char>(Tchar, length)));
            }
        }
    }

    [Theory]
    [InlineData(64, 0, 32, true)]
    [InlineData(64, 0, 33, false)]
    [InlineData(64, 32, 32, true)]
    [InlineData(64, 33, 17, false)]
    [InlineData(64, 33, 16, true)]
    [InlineData(64, 63, 1, true)]
    [InlineData(16, 8, 8, true)]
    [InlineData(15, 0, 8, false)]
    public void Reaches_32_octets_or_the_last_16(int buffer, int start, int length, bool reaches) => Assert.Equal(reaches, WideNames.Reaches(buffer, start, length));

    [Fact]
    public void Find_outside_the_buffer_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WideNames.Find(new byte[64], 60, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => WideNames.Find(new byte[64], -1, 5));
    }

    // With enough behind it, near the end, at the very end, and in a buffer that no register fits in. What stands around it would be part of a name itself.
    private static FieldName Find(string name)
    {
        FieldName expected = FieldNames.Find(Encoding.ASCII.GetBytes(name));
        foreach ((int before, int behind) in ((int, int)[])[(0, 40), (40, 40), (40, 12), (40, 3), (40, 0), (0, 0)])
        {
            byte[] buffer = Encoding.ASCII.GetBytes(new string('e', before) + name + new string('s', behind));
            FieldName found = WideNames.Find(buffer, before, name.Length);
            Assert.True(expected == found, $"{name} with {before} before and {behind} behind: {found}, not {expected}");
        }

        return expected;
    }
}
