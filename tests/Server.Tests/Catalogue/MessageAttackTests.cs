using HiPerf.Samples.Catalogue;

namespace HiPerf.Server.Tests.Catalogue;

/// <summary>Every request of the catalogue against the folder server: REJECT is one answer with close and nothing behind it read.</summary>
public sealed class MessageAttackTests : FolderFixture
{
    private const string Next = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";

    // What stands behind the refusal is cut to what a client may still be sending when it comes.
    private const int MostBehind = 4096;

    private static IEnumerable<MessageAttack> Requests =>
        AttackCatalogue.Messages.Where(static attack => attack is { IsResponse: false, Limits: null, MaxContent: 0 });

    public static TheoryData<MessageAttack> Rejected => [.. Requests.Where(static attack => AnswerOf(attack)?.EndsWith(" close", StringComparison.Ordinal) == true)];

    public static TheoryData<MessageAttack> Answered => [.. Requests.Where(static attack => AnswerOf(attack)?.EndsWith(" close", StringComparison.Ordinal) == false)];

    public static TheoryData<MessageAttack> Cut => [.. Requests.Where(static attack => attack is { Verdict: Verdict.Incomplete, Answer: null })];

    [Theory, MemberData(nameof(Rejected))]
    public async Task Rejected_request_gets_one_answer_and_the_connection_ends(MessageAttack attack)
    {
        await RejectAsync(attack, []);
        await RejectAsync(attack, attack.Offset > 8192 ? [997] : [1, 3]);
    }

    [Theory, MemberData(nameof(Answered))]
    public async Task Answered_request_leaves_the_connection_to_the_next(MessageAttack attack)
    {
        await using var client = new MemoryClient(Handler());
        await client.SendAsync(attack.Text + Next);
        client.End();
        var answers = Answers.Split(await client.ReadToEndAsync());
        Assert.Equal([AnswerOf(attack)!, .. Enumerable.Repeat("200", CountBehindHead(attack.Text) + 1)], answers);
    }

    [Theory, MemberData(nameof(Cut))]
    public async Task Request_cut_short_is_never_answered(MessageAttack attack)
    {
        await using var client = new MemoryClient(Handler());
        await client.SendAsync(attack.Text);
        await client.WhenServerWaitsAsync();
        Assert.Equal(0, Sessions.List().Single().Requests);
        client.End();
        Assert.Empty(await client.ReadToEndAsync());
    }

    private async Task RejectAsync(MessageAttack attack, int[] pieces)
    {
        await using var client = new MemoryClient(Handler(), server => server.ReceiveInPieces(pieces), halfCloses: true);
        await client.SendAsync(attack.Text[..Math.Min(attack.Text.Length, Math.Max(attack.Offset, 0) + MostBehind)] + Next);

        // The client has not ended: the server does so by itself, and lingers for what may still come.
        var answer = await client.ReadToEndAsync();
        Assert.Equal([AnswerOf(attack)!], Answers.Split(answer, attack.Text.StartsWith("HEAD ", StringComparison.Ordinal) ? 1 : 0));
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
        if (attack.Verdict == Verdict.Refused && attack.Answer is null)
        {
            Assert.All(Sessions.List(), static session => Assert.Equal(0, session.Requests));
        }

        client.End();
        await client.Served;
    }

    // Refused: the status of the error, and close. Accepted: what the table says of it, if anything.
    private static string? AnswerOf(MessageAttack attack) =>
        attack.Answer ?? (attack.Verdict == Verdict.Refused ? $"{attack.Error.HttpStatus()} close" : null);

    private static int CountBehindHead(string text) => text[text.IndexOf("\r\n\r\n", StringComparison.Ordinal)..].Split(Next).Length - 1;
}
