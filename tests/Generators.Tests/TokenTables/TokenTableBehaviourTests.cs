using System.Text;
using HiPerf.Samples;

namespace HiPerf.Generators.Tests.TokenTables;

public class TokenTableBehaviourTests
{
    [Fact]
    public void Table_ignoring_case_finds_its_tokens_and_nothing_else() => LookupLaws.Hold(HeaderTable.Find, Tokens<Header>(HeaderTable.Text), ignoreCase: true);

    [Fact]
    public void Table_with_case_finds_its_tokens_and_nothing_else() => LookupLaws.Hold(VerbTable.Find, Tokens<Verb>(VerbTable.Text), ignoreCase: false);

    [Fact]
    public void Member_without_attribute_is_its_own_token() => Assert.Equal(Header.Plain, HeaderTable.Find("pLAIN"u8));

    [Fact]
    public void Bytes_and_text_keep_the_case_given()
    {
        Assert.Equal("X-Company-Feature-Alpha-Enabled", HeaderTable.Text(Header.AlphaEnabled));
        Assert.Equal("\"quoted\\", Encoding.ASCII.GetString(VerbTable.Bytes(Verb.Quoted)));
        Assert.Equal("", HeaderTable.Text(Header.Unknown));
        Assert.True(VerbTable.Bytes((Verb)2).IsEmpty);
    }

    [Fact]
    public void Find_allocates_nothing()
    {
        var found = 0L;
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                found += (long)HeaderTable.Find("x-company-feature-gamma-enabled"u8) + (long)VerbTable.Find("GET"u8) + VerbTable.Bytes(Verb.Get).Length;
            }
        }));
        Assert.True(found > 0);
    }

    private static Dictionary<string, T> Tokens<T>(Func<T, string> text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => !value.Equals(default(T))).ToDictionary(text);
}
