namespace HiPerf.Server.Tests.Ftp;

public sealed class LoginTests : FtpFixture
{
    private readonly WatchedClock _watched;

    public LoginTests() => _watched = new WatchedClock(Clock);

    [Theory]
    [InlineData("anonymous", true)]
    [InlineData("ANONYMOUS", true)]
    [InlineData("ftp", true)]
    [InlineData("root", false)]
    [InlineData("anonymous ", false)]
    public async Task Anonymous_takes_two_names_and_any_password(string user, bool isValid) =>
        Assert.Equal(isValid, await FtpLogin.Anonymous.IsValidAsync(user, "", Token));

    [Theory]
    [InlineData("u", "p", true)]
    [InlineData("u", "q", false)]
    [InlineData("v", "p", false)]
    [InlineData("U", "p", false)]
    [InlineData("u", "", false)]
    [InlineData("u", "pp", false)]
    public async Task Single_takes_one_pair(string user, string password, bool isValid) =>
        Assert.Equal(isValid, await FtpLogin.Single("u", "p").IsValidAsync(user, password, Token));

    [Fact]
    public void Nothing_secret_is_told()
    {
        var options = Options with { Login = FtpLogin.Single("somebody", "secret") };
        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_is_asked_with_what_the_client_said()
    {
        List<(string, string)> asked = [];
        await using var client = await ConnectAsync(Options with
        {
            Login = FtpLogin.By((user, password, _) =>
            {
                asked.Add((user, password));
                return new(password == "p ö");
            }),
        });
        Assert.StartsWith("331 ", await client.CommandAsync("USER ü"), StringComparison.Ordinal);
        Assert.StartsWith("230 ", await client.CommandAsync("PASS p ö"), StringComparison.Ordinal);
        Assert.Equal([("ü", "p ö")], asked);
    }

    [Fact]
    public async Task Callback_that_throws_ends_its_session_alone()
    {
        var handler = Handler(Options with { Login = FtpLogin.By(static (_, _, _) => throw new InvalidOperationException()) });
        await using var other = await ConnectAsync(handler: handler);
        await using var client = await ConnectAsync(handler: handler);
        await client.SendAsync("USER a\r\nPASS b\r\n");
        await client.Served;
        Assert.True(client.WasAborted);
        Assert.StartsWith("200 ", await other.CommandAsync("NOOP"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_password_is_answered_after_1_s_then_2_s_and_the_third_ends()
    {
        await using var client = await ConnectAsync(handler: Handler(Options with { Login = FtpLogin.Single("u", "p") }, _watched));
        await FailAsync(client, "u", TimeSpan.FromSeconds(1), "530 Not logged in.");
        await FailAsync(client, "nobody", TimeSpan.FromSeconds(2), "530 Not logged in.");
        await FailAsync(client, "u", TimeSpan.FromSeconds(4), "421 Too many wrong passwords.");
        client.End();
        await client.Served;
        Assert.False(client.WasAborted);
    }

    [Fact]
    public async Task Delay_of_a_wrong_password_is_doubled_up_to_16_times()
    {
        await using var client = await ConnectAsync(handler: Handler(Options with { Login = FtpLogin.Single("u", "p"), MaxLoginTries = 7, LoginTimeout = TimeSpan.FromHours(1) }, _watched));
        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 16])
        {
            await FailAsync(client, "u", TimeSpan.FromSeconds(seconds), "530 Not logged in.");
        }
    }

    [Fact]
    public async Task Right_password_behind_two_wrong_ones_logs_in()
    {
        await using var client = await ConnectAsync(Options with { Login = FtpLogin.Single("u", "p"), LoginDelay = TimeSpan.Zero });
        for (var i = 0; i < 2; i++)
        {
            _ = await client.CommandAsync("USER u");
            Assert.Equal("530 Not logged in.", await client.CommandAsync("PASS x"));
        }

        Assert.Equal("331 Password, please.", await client.CommandAsync("USER u"));
        Assert.Equal("230 Logged in, for reading.", await client.CommandAsync("PASS p"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Last_of_the_tries_ends(int tries)
    {
        await using var client = await ConnectAsync(Options with { Login = FtpLogin.Single("u", "p"), MaxLoginTries = tries, LoginDelay = TimeSpan.Zero });
        for (var i = 1; i <= tries; i++)
        {
            _ = await client.CommandAsync("USER u");
            Assert.StartsWith(i < tries ? "530 " : "421 ", await client.CommandAsync("PASS x"), StringComparison.Ordinal);
        }

        client.End();
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task User_behind_a_login_needs_a_password_again()
    {
        await using var client = await LogInAsync();
        Assert.StartsWith("331 ", await client.CommandAsync("USER ftp"), StringComparison.Ordinal);
        Assert.StartsWith("530 ", await client.CommandAsync("PWD"), StringComparison.Ordinal);
        Assert.StartsWith("230 ", await client.CommandAsync("PASS x"), StringComparison.Ordinal);
        Assert.StartsWith("257 ", await client.CommandAsync("PWD"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_behind_a_long_session_has_time_for_a_password()
    {
        await using var client = await LogInAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(200));
        Assert.StartsWith("331 ", await client.CommandAsync("USER ftp"), StringComparison.Ordinal);
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.StartsWith("230 ", await client.CommandAsync("PASS x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_that_never_answers_is_ended_with_the_login_time()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var client = await ConnectAsync(Options with
        {
            Login = FtpLogin.By(async (_, _, token) =>
            {
                var ended = new TaskCompletionSource<bool>();
                await using var registration = token.Register(() => ended.SetCanceled(token));
                asked.SetResult();
                return await ended.Task;
            }),
        });
        await client.SendAsync("USER a\r\nPASS b\r\n");
        await asked.Task.WaitAsync(Token);
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("331 Password, please.\r\n421 The time is over.\r\n", await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    public async Task Last_of_the_unknown_commands_before_the_login_ends(int most)
    {
        await using var client = await ConnectAsync(Options with { MaxUnknownCommands = most });
        for (var i = 1; i < most; i++)
        {
            Assert.Equal("500 Command not known.", await client.CommandAsync("XYZZY"));
        }

        Assert.Equal("421 Too many unknown commands.", await client.CommandAsync("XYZZY"));
        client.End();
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Unknown_commands_behind_the_login_do_not_end()
    {
        await using var client = await LogInAsync();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("500 Command not known.", await client.CommandAsync("XYZZY"));
        }
    }

    // The delay's timer is the one thing the session waits for: once it is set, the time moves.
    private async Task FailAsync(FtpTestClient client, string user, TimeSpan delay, string reply)
    {
        Assert.Equal("331 Password, please.", await client.CommandAsync("USER " + user));
        var waits = _watched.WhenSetAsync(delay);
        await client.SendAsync("PASS x\r\n");
        await waits;
        Clock.Advance(delay - TimeSpan.FromMilliseconds(1));
        var answer = client.ReadReplyAsync();
        Assert.False(answer.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(reply, await answer);
    }
}
