using HiPerf.Samples.Catalogue;
using HiPerf.Server.Tests.Gopher;

namespace HiPerf.Server.Tests.Catalogue;

/// <summary>The rows on Gopher's server: each at once, and octet by octet; what is answered, and that nothing hidden or outside is ever in it.</summary>
public sealed class GopherServerAttackTests : GopherFixture
{
    private const string Secret = "this is not for anyone";

    public static TheoryData<GopherServerAttack> Attacks => [.. GopherServerAttacks.All];

    public static TheoryData<GopherFolderAttack> FolderAttacks => [.. GopherFolderAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public async Task Attack_is_answered_as_the_table_says(GopherServerAttack attack)
    {
        foreach (var answer in await AnswersAsync(attack.Octets))
        {
            switch (attack.Answer)
            {
                case GopherAnswerKind.Error:
                    Assert.True(answer[0] == '3' || answer.StartsWith("--1\r\n1\r\n", StringComparison.Ordinal), answer);
                    Assert.EndsWith("\r\n.\r\n", answer, StringComparison.Ordinal);
                    break;
                case GopherAnswerKind.Menu:
                    Assert.StartsWith("1sub\t/sub/\tlocalhost\t70\t+\r\n", answer, StringComparison.Ordinal);
                    Assert.EndsWith("\r\n.\r\n", answer, StringComparison.Ordinal);
                    break;
                case GopherAnswerKind.Text:
                    Assert.Equal("hello\r\n.\r\n", answer);
                    break;
                case GopherAnswerKind.PlusMenu:
                    Assert.StartsWith("+-1\r\n1sub\t/sub/\tlocalhost\t70\t+\r\n", answer, StringComparison.Ordinal);
                    Assert.EndsWith("\r\n.\r\n", answer, StringComparison.Ordinal);
                    break;
                case GopherAnswerKind.Attributes:
                    Assert.StartsWith("+-1\r\n+INFO: 1", answer, StringComparison.Ordinal);
                    Assert.EndsWith("\r\n.\r\n", answer, StringComparison.Ordinal);
                    break;
                default:
                    Assert.Equal(GopherAnswerKind.Close, attack.Answer);
                    Assert.Equal("", answer);
                    break;
            }
        }
    }

    [Theory, MemberData(nameof(FolderAttacks))]
    public async Task Attack_on_a_folder_is_answered_in_these_words(GopherFolderAttack attack)
    {
        if (attack.Name is not null)
        {
            _ = Folder.Add(attack.Name, attack.Content);
        }

        foreach (var answer in await AnswersAsync(attack.Octets))
        {
            Assert.StartsWith(attack.Answer, answer, StringComparison.Ordinal);
            if (attack.Answer.EndsWith(".\r\n", StringComparison.Ordinal))
            {
                Assert.Equal(attack.Answer, answer);
            }
        }
    }

    private async Task<string[]> AnswersAsync(byte[] sent)
    {
        _ = Folder.Add(".hidden", Secret);
        await File.WriteAllTextAsync(Path.Join(Folder.Outside, "hello.txt"), Secret, Token);
        var handler = Handler();
        List<string> answers = [];
        foreach (var pieces in (int[][])[[], sent.Length > 1000 ? [997] : [1]])
        {
            await using var client = new MemoryClient(handler, server => server.ReceiveInPieces(pieces), capacity: 2 * 1024 * 1024);
            await client.SendAsync(sent);
            client.End();
            answers.Add(await client.ReadToEndAsync());
            await client.Served;
            Assert.False(client.WasAborted);
            Assert.Equal(0, Sessions.Count);
        }

        Assert.All(answers, static answer => Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal));
        Assert.All(answers, static answer => Assert.DoesNotContain("hidden", answer, StringComparison.Ordinal));
        return [.. answers];
    }
}
