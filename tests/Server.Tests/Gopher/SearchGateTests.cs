namespace HiPerf.Server.Tests.Gopher;

public sealed class SearchGateTests : GopherFixture
{
    [Fact]
    public void Searches_beyond_the_most_are_turned_away_until_one_ends()
    {
        var gate = new SearchGate(2);
        Assert.True(gate.TryEnter());
        Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());
        gate.Leave();
        Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());
    }

    [Fact]
    public async Task Searches_one_after_the_other_all_find_a_place()
    {
        _ = Folder.Add("report.txt", "r");
        var handler = Handler(Options with { MaxSearches = 1 });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Item('0', "report.txt", "/report.txt") + ".\r\n", await AskAsync(handler, "/\treport"));
        }
    }
}
