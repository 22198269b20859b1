using HiPerf.Samples.Catalogue;
using HiPerf.Server.Tests.Ftp;

namespace HiPerf.Server.Tests.Catalogue;

/// <summary>The rows on FTP's server: each at once, and octet by octet; what is answered, whether the session lives on, and that no port stays behind.</summary>
public sealed class FtpServerAttackTests : FtpFixture
{
    private const string Next = "NOOP\r\n";

    public static TheoryData<FtpServerAttack> Attacks => [.. FtpServerAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public async Task Attack_is_answered_as_the_table_says(FtpServerAttack attack)
    {
        _ = Folder.Add(".hidden", "hidden");
        await AnswerAsync(attack, []);
        await AnswerAsync(attack, attack.Sent.Length > 1000 ? [997] : [1]);
    }

    [Fact]
    public void No_row_is_there_twice()
    {
        string[] rows = [.. FtpServerAttacks.All.Select(static attack => attack.ToString()), .. FtpServerAttacks.Procedures.Select(static procedure => procedure.ToString())];
        Assert.Equal(rows.Distinct(StringComparer.Ordinal), rows);
    }

    private async Task AnswerAsync(FtpServerAttack attack, int[] pieces)
    {
        var handler = Handler();
        await using var client = new FtpTestClient(handler, server => server.ReceiveInPieces(pieces));
        List<string> expected = ["220"];
        if (attack.IsLoggedIn)
        {
            await client.SendAsync("USER anonymous\r\nPASS a@b\r\nTYPE I\r\n");
            expected.AddRange(["331", "230", "200"]);
        }

        expected.AddRange(attack.Answers.Split(' ').TakeWhile(static code => code != "close"));
        var closes = attack.Answers.EndsWith("close", StringComparison.Ordinal);
        await client.SendAsync(attack.Octets);
        if (!closes)
        {
            await client.SendAsync(Next);
            expected.Add("200");
        }

        List<string> codes = [];
        while (codes.Count < expected.Count || closes)
        {
            var reply = await client.ReadReplyAsync();
            if (reply.Length == 0)
            {
                break;
            }

            codes.Add(reply[..3]);
        }

        // A session that is dropped says nothing, and its greeting may be lost with it.
        if (attack.Answers == "close")
        {
            Assert.Equal(expected[..codes.Count], codes);
            Assert.Equal(["220"], expected);
        }
        else
        {
            Assert.Equal(expected, codes);
        }

        client.End();
        Assert.Equal("", await client.ReadToEndAsync());
        await client.Served;
        Assert.Equal(0, handler.LentPorts);
        Assert.Equal(0, Sessions.Count);
        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Join(Folder.Root, "hello.txt"), Token));
    }
}
