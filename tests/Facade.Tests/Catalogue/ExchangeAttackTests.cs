using HiPerf.Facade.Tests.Http;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Facade.Tests.Catalogue;

/// <summary>Every response of the catalogue against the client: what is broken throws with its kind, and its connection carries nothing more.</summary>
public class ExchangeAttackTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ResponseAttack> Attacks => [.. ExchangeAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public async Task Response_comes_to_what_the_catalogue_says(ResponseAttack attack)
    {
        await using var peer = ScriptedPeer.Start(connection => AttackAsync(connection, attack), connection => AnswerAsync(connection));
        await using var session = new InternetSession();
        var (outcome, verified) = await ReadAsync(session, peer, attack.Method);
        Assert.Equal((attack.Outcome, attack.Outcome.StartsWith("reads ", StringComparison.Ordinal) && attack.IsVerified), (outcome, verified));

        // Whatever came: the next request is answered, and by whom it says.
        Assert.Equal(("reads ok", true), await ReadAsync(session, peer, "GET"));
        Assert.Equal(attack.IsReused ? 1 : 2, peer.Accepted);
    }

    private static async Task<(string Outcome, bool IsVerified)> ReadAsync(InternetSession session, ScriptedPeer peer, string method)
    {
        try
        {
            await using var file = await session.OpenHttpAsync(peer.Url(), new OpenOptions { Method = method }, Token);
            var content = await HttpBodyTests.ReadTextAsync(file);
            return ($"reads {content}", file.LengthVerified);
        }
        catch (HttpException e)
        {
            return (e.Kind.ToString(), false);
        }
    }

    private static async Task AttackAsync(PeerConnection connection, ResponseAttack attack)
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync(attack.Sent);
        switch (attack.End)
        {
            case PeerDoes.Fin:
                await connection.FinAsync();
                break;
            case PeerDoes.Reset:
                connection.Reset();
                break;
            case PeerDoes.Flood:
                var pieces = PeerConnection.Latin1(string.Concat(Enumerable.Repeat(attack.Endless, Math.Max(1, 16_384 / attack.Endless.Length))));
                while (true)
                {
                    await connection.SendAsync(pieces);
                }

            default:
                await AnswerAsync(connection);
                break;
        }
    }

    private static async Task AnswerAsync(PeerConnection connection)
    {
        while (await connection.TryReadHeadAsync() is not null)
        {
            await connection.SendAsync(Ok);
        }
    }
}
