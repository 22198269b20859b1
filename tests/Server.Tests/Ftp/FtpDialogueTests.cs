namespace HiPerf.Server.Tests.Ftp;

/// <summary>What each command is answered, octet by octet.</summary>
public sealed class FtpDialogueTests : FtpFixture
{
    [Theory]
    [InlineData("NOOP", "200 Done.")]
    [InlineData("noop", "200 Done.")]
    [InlineData("SYST", "215 UNIX Type: L8")]
    [InlineData("FEAT", "211-Features:\n EPSV\n MDTM\n MLST type*;size*;modify*;perm*;\n REST STREAM\n SIZE\n TVFS\n UTF8\n211 End.")]
    [InlineData("HELP", "214-Commands:\n ABOR ALLO CDUP CWD EPSV FEAT HELP LIST MDTM MLSD MLST MODE NLST NOOP\n OPTS PASS PASV PWD QUIT REST RETR SIZE STAT STRU SYST TYPE USER\n214 End.")]
    [InlineData("STAT", "211 No transfer is under way; TYPE I.")]
    [InlineData("STAT hello.txt", "504 STAT takes no name: use MLST or LIST.")]
    [InlineData("ALLO 100", "202 Not needed here.")]
    [InlineData("ACCT x", "202 Not needed here.")]
    [InlineData("ABOR", "226 No transfer was under way.")]
    [InlineData("TYPE A", "200 Done.")]
    [InlineData("TYPE a n", "200 Done.")]
    [InlineData("TYPE L 8", "200 Done.")]
    [InlineData("TYPE E", "504 The types are A and I.")]
    [InlineData("TYPE L 7", "504 The types are A and I.")]
    [InlineData("TYPE", "501 The types are A and I.")]
    [InlineData("MODE s", "200 Done.")]
    [InlineData("MODE Z", "504 That is not done here.")]
    [InlineData("MODE", "501 That is not done here.")]
    [InlineData("STRU F", "200 Done.")]
    [InlineData("STRU R", "504 That is not done here.")]
    [InlineData("OPTS UTF8 ON", "200 Names are UTF-8, always.")]
    [InlineData("opts utf8", "200 Names are UTF-8, always.")]
    [InlineData("OPTS UTF8 OFF", "501 No such option.")]
    [InlineData("OPTS HASH SHA-256", "501 No such option.")]
    [InlineData("OPTS MLST size;unknown;TYPE;", "200 MLST OPTS type;size;")]
    [InlineData("OPTS MLST", "200 MLST OPTS ")]
    [InlineData("OPTS", "501 No such option.")]
    [InlineData("PWD", "257 \"/\"")]
    [InlineData("XPWD", "257 \"/\"")]
    [InlineData("CWD sub", "250 Done.")]
    [InlineData("CWD", "501 A name is missing.")]
    [InlineData("CWD hello.txt", "550 No such folder.")]
    [InlineData("CDUP", "550 That is no path below the root, or not UTF-8.")]
    [InlineData("SIZE big.bin", "213 200000")]
    [InlineData("SIZE sub", "550 That is a folder.")]
    [InlineData("SIZE none", "550 No such file.")]
    [InlineData("SIZE", "501 A name is missing.")]
    [InlineData("MDTM hello.txt", "213 20200102030405")]
    [InlineData("MDTM", "501 A name is missing.")]
    [InlineData("MLST sub/ü", "250-Facts:\n type=file;size=1;modify=20200102030405;perm=r; /sub/ü\n250 End.")]
    [InlineData("MLST none", "550 No such file or folder.")]
    [InlineData("REST 5", "350 RETR comes next.")]
    [InlineData("RETR", "501 A name is missing.")]
    [InlineData("RETR none", "550 No such file.")]
    [InlineData("RETR sub", "550 That is a folder.")]
    [InlineData("RETR hello.txt", "425 EPSV or PASV comes first.")]
    [InlineData("LIST", "425 EPSV or PASV comes first.")]
    [InlineData("LIST none", "550 No such file or folder.")]
    [InlineData("MLSD hello.txt", "501 That is a file.")]
    [InlineData("MLSD *", "550 No such file or folder.")]
    [InlineData("EPSV ALL", "200 EPSV alone from now on.")]
    [InlineData("EPSV 2", "522 Network protocol not supported, use (1).")]
    [InlineData("EPSV 3", "522 Network protocol not supported, use (1).")]
    [InlineData("SITE HELP", "502 Not implemented.")]
    [InlineData("AUTH TLS", "502 Not implemented.")]
    [InlineData("HOST a", "502 Not implemented.")]
    [InlineData("REIN", "502 Not implemented.")]
    [InlineData("SMNT /", "502 Not implemented.")]
    [InlineData("PASS x", "503 USER comes first.")]
    [InlineData("USER", "501 A name is missing.")]
    [InlineData("XYZZY", "500 Command not known.")]
    [InlineData("MFMT 20200102030405 hello.txt", "502 Not implemented.")]
    public async Task Command_is_answered(string command, string reply)
    {
        await using var client = await LogInAsync();
        Assert.Equal(reply, await client.CommandAsync(command));
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
    }

    [Theory]
    [InlineData("NOOP", "200 Done.")]
    [InlineData("OPTS UTF8 ON", "200 Names are UTF-8, always.")]
    [InlineData("PASS x", "503 USER comes first.")]
    [InlineData("PWD", "530 Log in first.")]
    [InlineData("CWD sub", "530 Log in first.")]
    [InlineData("EPSV", "530 Log in first.")]
    [InlineData("PASV", "530 Log in first.")]
    [InlineData("RETR hello.txt", "530 Log in first.")]
    [InlineData("STOR x", "530 Log in first.")]
    [InlineData("SYST", "530 Log in first.")]
    [InlineData("ABOR", "530 Log in first.")]
    [InlineData("XYZZY", "500 Command not known.")]
    public async Task Command_before_the_login_is_answered(string command, string reply)
    {
        await using var client = await ConnectAsync();
        Assert.Equal(reply, await client.CommandAsync(command));
    }

    [Fact]
    public async Task Folder_is_entered_and_left()
    {
        await using var client = await LogInAsync();
        Assert.Equal("250 Done.", await client.CommandAsync("CWD /sub/./"));
        Assert.Equal("257 \"/sub\"", await client.CommandAsync("PWD"));
        Assert.Equal("213 1", await client.CommandAsync("SIZE a.txt"));
        Assert.Equal("213 5", await client.CommandAsync("SIZE ../hello.txt"));
        Assert.Equal("213 5", await client.CommandAsync("SIZE //hello.txt"));
        Assert.Equal("250 Done.", await client.CommandAsync("CDUP"));
        Assert.Equal("257 \"/\"", await client.CommandAsync("PWD"));
    }

    [Fact]
    public async Task Quotes_in_a_folder_are_doubled()
    {
        _ = Folder.Add("a\"b/c", "c");
        await using var client = await LogInAsync();
        Assert.Equal("250 Done.", await client.CommandAsync("CWD a\"b"));
        Assert.Equal("257 \"/a\"\"b\"", await client.CommandAsync("PWD"));
    }

    [Fact]
    public async Task Quit_is_answered_and_ends_the_session()
    {
        await using var client = await LogInAsync();
        await client.SendAsync("QUIT\r\nNOOP\r\n");
        Assert.Equal("221 Goodbye.\r\n", await client.ReadToEndAsync());
        await client.Served;
        Assert.False(client.WasAborted);
        Assert.Equal(0, Sessions.Count);
    }

    [Fact]
    public async Task Commands_that_come_together_are_answered_in_order()
    {
        await using var client = await LogInAsync();
        await client.SendAsync("PWD\r\nCWD sub\r\nPWD\r\nSIZE a.txt\r\nQUIT\r\n");
        Assert.Equal("257 \"/\"\r\n250 Done.\r\n257 \"/sub\"\r\n213 1\r\n221 Goodbye.\r\n", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Commands_octet_by_octet_are_read_as_whole()
    {
        await using var client = new FtpTestClient(Handler(), static server => server.ReceiveInPieces(1));
        await client.SendAsync("USER ftp\r\nPASS \r\nPWD\r\nQUIT\r\n");
        Assert.Equal("220 HiPerf ready.\r\n331 Password, please.\r\n230 Logged in, for reading.\r\n257 \"/\"\r\n221 Goodbye.\r\n", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Size_of_text_is_not_told()
    {
        await using var client = await LogInAsync();
        _ = await client.CommandAsync("TYPE A");
        Assert.Equal("550 SIZE needs TYPE I.", await client.CommandAsync("SIZE hello.txt"));
    }

    [Fact]
    public async Task Session_is_listed_and_counted()
    {
        await using var client = await LogInAsync();
        var session = Assert.Single(Sessions.List());
        Assert.Equal(("ftp", 3L), (session.Protocol, session.Requests));
        Assert.Equal("USER anonymous\r\nPASS a@b\r\nTYPE I\r\n".Length, session.BytesReceived);
        Assert.Equal("220 HiPerf ready.\r\n331 Password, please.\r\n230 Logged in, for reading.\r\n200 Done.\r\n".Length, session.BytesSent);
        Assert.True(Sessions.Abort(session.Id));
        await client.Served;
        Assert.True(client.WasAborted);
        Assert.Equal(0, Sessions.Count);
    }
}
