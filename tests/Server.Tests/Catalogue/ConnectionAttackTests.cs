using HiPerf.Samples.Catalogue;

namespace HiPerf.Server.Tests.Catalogue;

/// <summary>Every connection of the catalogue: each request that is one is answered in order, and nothing else is.</summary>
public sealed class ConnectionAttackTests : FolderFixture
{
    public static TheoryData<ConnectionAttack> Attacks => [.. ConnectionAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public async Task Connection_is_answered_as_the_catalogue_says(ConnectionAttack attack)
    {
        foreach (var pieces in (int[][])[[], [1, 3, 61]])
        {
            await using var client = new MemoryClient(Handler(), server => server.ReceiveInPieces(pieces), halfCloses: true);
            await client.SendAsync(attack.Sent);
            client.End();
            Assert.Equal(attack.Answers.Split(", "), Answers.Split(await client.ReadToEndAsync(), attack.Heads));
        }
    }

    [Fact]
    public async Task Requests_behind_an_answer_that_nobody_reads_wait()
    {
        await using var client = new MemoryClient(Handler(), capacity: 64 * 1024);
        await client.SendAsync(string.Concat(Enumerable.Repeat("GET /big.bin HTTP/1.1\r\nHost: a\r\n\r\n", 100)));
        await client.WhenServerIsHeldAsync();
        Assert.Equal(1, Sessions.List().Single().Requests);
    }
}
