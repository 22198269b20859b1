using System.Buffers;
using System.Globalization;
using System.Text;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Gopher;
using HiPerf.Http;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Facade.Tests.Catalogue;

/// <summary>Every row on Gopher that is a URL or an answer, against the client: typed errors or defined results, nothing short as verified, no connection to another host.</summary>
public class GopherClientAttackTests
{
    private static readonly GopherSlot[] s_answers = [GopherSlot.Menu, GopherSlot.Text];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<GopherClientAttack> Attacks => [.. GopherClientAttacks.All];

    public static TheoryData<GopherAttack> Answers => [.. GopherAttacks.All.Where(attack => s_answers.Contains(attack.Slot))];

    public static TheoryData<GopherAttack> Urls => [.. GopherAttacks.All.Where(attack => attack.Slot == GopherSlot.Url)];

    public static TheoryData<GopherAttack> Ports => [.. GopherAttacks.All.Where(attack => attack.Slot == GopherSlot.Port)];

    public static TheoryData<GopherAttack> Parts => [.. GopherAttacks.All.Where(attack => attack.Slot is GopherSlot.Selector or GopherSlot.LongSelector or GopherSlot.Search or GopherSlot.Argument)];

    [Theory, MemberData(nameof(Attacks))]
    public async Task Attack_comes_to_what_the_catalogue_says(GopherClientAttack attack)
    {
        await using var foreign = ScriptedPeer.Start(static connection => connection.FinAsync());
        await using var peer = ScriptedPeer.Start(connection => AttackAsync(connection, attack, foreign.Port));
        await using var session = new InternetSession(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [TestCertificate.ForLocalhost] } });
        Assert.Equal(attack.Outcome, attack.Work == GopherWork.Redirect
            ? await RedirectAsync(session, attack, foreign)
            : await RunAsync(session, attack.Work, GopherLocator.Parse(attack.IsTls ? peer.Url(attack.Path, "localhost", "gophers") : peer.Url(attack.Path, scheme: "gopher"))));
        Assert.Equal((attack.Work == GopherWork.Redirect ? 0 : 1, 0), (peer.Accepted, foreign.Accepted));
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task Answer_means_to_the_client_what_it_means_to_the_parser(GopherAttack attack)
    {
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            _ = await connection.ReadLineAsync();
            await connection.SendAsync(attack.Text);
            await connection.FinAsync();
        });
        await using var session = new InternetSession();
        var isText = attack.Slot == GopherSlot.Text;
        var outcome = await RunAsync(session, isText ? GopherWork.Read : GopherWork.List, GopherLocator.Parse(peer.Url(isText ? "/0a" : "/1a", scheme: "gopher")));
        Assert.Equal(1, peer.Accepted);
        if (attack.Offset >= 0)
        {
            Assert.Equal($"fails LimitExceeded {attack.Outcome}", outcome);
            return;
        }

        var isTerminated = attack.Outcome.EndsWith("terminated", StringComparison.Ordinal);
        Assert.EndsWith(isTerminated ? "terminated" : isText ? string.Empty : "open", outcome, StringComparison.Ordinal);
        Assert.Equal(isTerminated && isText, outcome.Contains(" verified", StringComparison.Ordinal));
        var malformed = attack.Outcome.Split(' ').Count(static word => word == "Malformed");
        Assert.True(outcome.Split(' ').Count(static word => word == "bad") >= malformed, outcome);
    }

    [Theory, MemberData(nameof(Urls))]
    public async Task Url_is_refused_before_anybody_is_connected_to(GopherAttack attack)
    {
        await using var session = new InternetSession(NoBody());
        var url = "gopher://h.test" + attack.Text;
        if (attack.Outcome[0] is '0' or '1' or '7' && attack.Offset < 0)
        {
            var locator = GopherLocator.Parse(url);
            Assert.Equal(attack.Outcome, $"{(char)locator.TypeOctet} {locator.Selector}");
            return;
        }

        _ = Assert.Throws<UriFormatException>(() => GopherLocator.Parse(url));

        // What the reader of URLs takes out, or encodes, is not there any more, or still refused.
        if (!attack.Text.Any(char.IsControl))
        {
            _ = await Assert.ThrowsAsync<UriFormatException>(() => session.OpenGopherAsync(url, null, Token).AsTask());
        }
    }

    [Theory, MemberData(nameof(Ports))]
    public async Task Port_is_refused_before_anybody_is_connected_to(GopherAttack attack)
    {
        await using var session = new InternetSession(NoBody());
        if (attack.Outcome == "None")
        {
            _ = Assert.Throws<UriFormatException>(() => GopherLocator.Parse($"gopher://h.test:{attack.Text}/1"));
            return;
        }

        var error = await Assert.ThrowsAnyAsync<InternetException>(() => session.OpenGopherAsync($"gopher://h.test:{attack.Text}/0a", null, Token).AsTask());
        Assert.Equal(attack.Outcome == "Allowed" ? InternetErrorKind.CannotConnect : InternetErrorKind.AccessDenied, error.Kind);
    }

    [Theory, MemberData(nameof(Parts))]
    public async Task Part_that_cannot_be_sent_throws_before_anybody_is_connected_to(GopherAttack attack)
    {
        await using var session = new InternetSession(NoBody());
        var connection = session.ConnectGopher("h.test");
        var menu = connection.Root with { Plus = GopherPlusMark.Plus };
        Func<Task> open = attack.Slot switch
        {
            GopherSlot.Search => () => connection.OpenAsync(menu, new GopherOpenOptions { Query = attack.Text }, Token).AsTask(),
            GopherSlot.Argument => () => connection.OpenAsync(menu, new GopherOpenOptions { View = attack.Text }, Token).AsTask(),
            _ => () => connection.OpenAsync(connection.CreateLocator(attack.Text, GopherItemType.Text), null, Token).AsTask(),
        };
        _ = await Assert.ThrowsAnyAsync<ArgumentException>(open);
        if (attack.Slot == GopherSlot.Argument)
        {
            _ = await Assert.ThrowsAnyAsync<ArgumentException>(() => connection.GetAttributesAsync(menu, [attack.Text], Token).AsTask());
        }
    }

    private static InternetSessionOptions NoBody() => new() { Connector = static (host, port, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused) };

    private static async Task AttackAsync(PeerConnection connection, GopherClientAttack attack, int foreign)
    {
        if (attack.IsTls)
        {
            await connection.TlsAsync(TestCertificate.ForLocalhost);
        }

        _ = await connection.ReadLineAsync();
        await connection.SendAsync(attack.Sent.Replace("{foreign}", foreign.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        switch (attack.End)
        {
            case GopherEnd.Reset:
                connection.Reset();
                break;
            case GopherEnd.NoCloseNotify:
                await connection.FinWithoutCloseNotifyAsync();
                break;
            case GopherEnd.Flood:
                var pieces = PeerConnection.Latin1(string.Concat(Enumerable.Repeat(attack.Endless, Math.Max(1, 16_384 / attack.Endless.Length))));
                while (true)
                {
                    await connection.SendAsync(pieces);
                }

            default:
                await connection.FinAsync();
                break;
        }
    }

    private static async Task<string> RunAsync(InternetSession session, GopherWork work, GopherLocator locator)
    {
        try
        {
            return work switch
            {
                GopherWork.Read => await ReadAsync(session, locator),
                GopherWork.List => await ListAsync(session, locator),
                _ => await TellAsync(session, locator with { PlusString = null }),
            };
        }
        catch (GopherException e)
        {
            return $"fails {e.Kind}{(e.ParseError == ParseError.None ? "" : $" {e.ParseError}")}{(e.Code == 0 ? "" : $" {e.Code}")}";
        }
    }

    private static async Task<string> ReadAsync(InternetSession session, GopherLocator locator)
    {
        await using var file = await session.ConnectGopher(locator.Host).OpenAsync(locator, null, Token);
        var content = locator.Type == GopherItemType.Text && locator.PlusString is null
            ? await file.ReadTextAsync(64 * 1024, Token)
            : Encoding.Latin1.GetString(await OctetsAsync(file));
        return $"reads {content}{(file.LengthVerified ? " verified" : "")}{(file.Terminated ? " terminated" : "")}";
    }

    private static async Task<byte[]> OctetsAsync(GopherFile file)
    {
        var octets = new ArrayBufferWriter<byte>();
        int count;
        while ((count = await file.ReadAsync(octets.GetMemory(4096), Token)) > 0)
        {
            octets.Advance(count);
        }

        return octets.WrittenSpan.ToArray();
    }

    private static async Task<string> ListAsync(InternetSession session, GopherLocator locator)
    {
        List<string> items = [];
        var menu = session.ConnectGopher(locator.Host).EnumerateAsync(locator, cancellationToken: Token);
        await foreach (var item in menu)
        {
            items.Add(item.Locator is not null ? item.Name : item.Link is not null ? "link" : item.IsInformation ? "information" : item.IsError ? "error" : "bad");
        }

        return string.Join(' ', ["lists", .. items, menu.Terminated ? "terminated" : "open"]);
    }

    private static async Task<string> TellAsync(InternetSession session, GopherLocator locator)
    {
        var told = await session.ConnectGopher(locator.Host).GetAttributesAsync(locator, null, Token);
        return string.Join(' ', ["tells", .. told.Blocks.Select(static block => block.Name)]);
    }

    private static async Task<string> RedirectAsync(InternetSession session, GopherClientAttack attack, ScriptedPeer gopher)
    {
        await using var http = ScriptedPeer.Answering($"HTTP/1.1 302 Found\r\nLocation: {gopher.Url(attack.Path, scheme: "gopher")}\r\nContent-Length: 0\r\n\r\n");
        try
        {
            await using var file = await session.OpenAsync(http.Url(), null, Token);
            return $"opens {file.Url}";
        }
        catch (HttpException e)
        {
            return $"fails {e.Kind}";
        }
    }
}
