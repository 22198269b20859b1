using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>LIST, NLST and MLSD over the data connection.</summary>
public sealed class ListingTests : FtpFixture
{
    [Theory]
    [InlineData("NLST", "sub big.bin empty hello.txt lines.txt")]
    [InlineData("NLST /", "sub big.bin empty hello.txt lines.txt")]
    [InlineData("NLST -la", "sub big.bin empty hello.txt lines.txt")]
    [InlineData("NLST -l -R sub", "a.txt|b b.bin|ü")]
    [InlineData("NLST sub/", "a.txt|b b.bin|ü")]
    [InlineData("NLST *.txt", "hello.txt lines.txt")]
    [InlineData("NLST sub/*.b?n", "b b.bin")]
    [InlineData("NLST sub/../s*", "sub")]
    [InlineData("NLST *", "sub big.bin empty hello.txt lines.txt")]
    [InlineData("NLST x*", "")]
    [InlineData("NLST hello.txt", "hello.txt")]
    [InlineData("NLST sub/a.txt", "a.txt")]
    public async Task Names_are_listed(string command, string names)
    {
        await using var client = await LogInAsync();
        var (opening, content, final) = await client.TransferAsync(command);
        Assert.Equal(("150 Here it comes.", "226 Done."), (opening, final));
        Assert.Equal(string.Concat(names.Split(names.Contains('|') || command.Contains("b?n", StringComparison.Ordinal) ? '|' : ' ', StringSplitOptions.RemoveEmptyEntries).Select(static name => name + "\r\n")), Encoding.UTF8.GetString(content));
    }

    [Fact]
    public async Task Facts_are_listed_as_they_are_asked_for()
    {
        await using var client = await LogInAsync();
        Directory.SetLastWriteTimeUtc(Path.Join(Folder.Root, "sub"), new DateTime(2021, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.StartsWith("type=dir;modify=20210203040506;perm=el; sub\r\ntype=file;size=200000;modify=20200102030405;perm=r; big.bin\r\n",
            Encoding.UTF8.GetString((await client.TransferAsync("MLSD")).Content), StringComparison.Ordinal);
        _ = await client.CommandAsync("OPTS MLST size;");
        Assert.Equal("size=1; a.txt\r\nsize=2; b b.bin\r\nsize=1; ü\r\n", Encoding.UTF8.GetString((await client.TransferAsync("MLSD sub")).Content));
        _ = await client.CommandAsync("OPTS MLST ");
        Assert.Equal(" a.txt\r\n b b.bin\r\n ü\r\n", Encoding.UTF8.GetString((await client.TransferAsync("MLSD sub")).Content));
    }

    [Fact]
    public async Task Long_lines_are_read_by_our_own_parser()
    {
        File.SetLastWriteTimeUtc(Path.Join(Folder.Root, "hello.txt"), new DateTime(2029, 12, 24, 18, 30, 0, DateTimeKind.Utc));
        await using var client = await LogInAsync();
        var listing = (await client.TransferAsync("LIST")).Content;
        Assert.Contains("-r--r--r--   1 ftp      ftp                  5 Dec 24 18:30 hello.txt\r\n", Encoding.UTF8.GetString(listing), StringComparison.Ordinal);
        Assert.Contains("-r--r--r--   1 ftp      ftp             200000 Jan  2  2020 big.bin\r\n", Encoding.UTF8.GetString(listing), StringComparison.Ordinal);
        Assert.StartsWith("dr-xr-xr-x   2 ftp      ftp                  0 ", Encoding.UTF8.GetString(listing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_of_many_blocks_is_listed_whole()
    {
        for (var i = 0; i < 800; i++)
        {
            _ = Folder.Add($"many/{i:D4}-{new string('x', 100)}", "x");
        }

        await using var client = await LogInAsync();
        var names = Encoding.UTF8.GetString((await client.TransferAsync("NLST many")).Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, 800).Select(static i => $"{i:D4}-{new string('x', 100)}"), names);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(0)]
    public async Task Entries_beyond_MaxSortedEntries_come_as_they_are(int most)
    {
        await using var client = await LogInAsync(Options with { MaxSortedEntries = most });
        var names = Encoding.UTF8.GetString((await client.TransferAsync("NLST")).Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] all = ["sub", "big.bin", "empty", "hello.txt", "lines.txt"];
        Assert.Equal(all.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(names.Take(most).OrderBy(name => Array.IndexOf(all, name)), names.Take(most));
    }

    [Fact]
    public async Task Names_that_no_line_holds_and_what_is_not_served_are_left_out()
    {
        _ = Folder.Add("odd/good", "");
        _ = Folder.Add("odd/line\nfeed", "");
        _ = Folder.Add("odd/carriage\rreturn", "");
        _ = Folder.Add("odd/back\\slash", "");
        _ = Folder.Add("odd/.hidden", "");
        _ = Folder.AddFifo("odd/fifo");
        File.WriteAllText(Path.Join(Folder.Outside, "secret"), "secret");
        _ = File.CreateSymbolicLink(Path.Join(Folder.Root, "odd", "out"), "../../secret");
        _ = File.CreateSymbolicLink(Path.Join(Folder.Root, "odd", "in"), "../hello.txt");
        await using var client = await LogInAsync();
        Assert.Equal("good\r\nin\r\n", Encoding.UTF8.GetString((await client.TransferAsync("NLST odd")).Content));
        Assert.StartsWith("550 ", await client.CommandAsync("SIZE odd/out"), StringComparison.Ordinal);
        Assert.StartsWith("550 ", await client.CommandAsync("RETR odd/fifo"), StringComparison.Ordinal);
        Assert.StartsWith("550 ", await client.CommandAsync("RETR odd/.hidden"), StringComparison.Ordinal);
        Assert.Equal("213 5", await client.CommandAsync("SIZE odd/in"));
    }

    [Fact]
    public async Task Hidden_names_are_listed_where_they_are_served()
    {
        _ = Folder.Add("odd/.hidden", "h");
        await using var client = await LogInAsync(Options with { ServesHidden = true });
        Assert.Equal(".hidden\r\n", Encoding.UTF8.GetString((await client.TransferAsync("NLST odd")).Content));
        Assert.Equal("213 1", await client.CommandAsync("SIZE odd/.hidden"));
    }

    [Fact]
    public async Task Folder_that_is_gone_while_it_is_listed_is_550()
    {
        await using var client = await LogInAsync();
        Directory.Delete(Path.Join(Folder.Root, "sub"), recursive: true);
        Assert.StartsWith("550 ", await client.CommandAsync("MLSD sub"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, FtpFactNames.Type, "type=file; n")]
    [InlineData(5, FtpFactNames.Size | FtpFactNames.Modify, "size=5;modify=20200102030405; n")]
    [InlineData(5, FtpFactNames.None, " n")]
    public void Line_of_facts_holds_whole_seconds(long size, FtpFactNames facts, string expected)
    {
        var line = new byte[ListingLine.MaxLength];
        var entry = new FolderEntry("n", size, new DateTime(2020, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), false);
        Assert.Equal(expected + "\r\n", Encoding.UTF8.GetString(line, 0, ListingLine.Write(line, ListingForm.Facts, in entry, facts, DateTime.UtcNow)));
    }

    [Theory]
    [InlineData("2030-01-01T00:00:00", "Jan  1 00:00")]
    [InlineData("2029-07-05T00:00:01", "Jul  5 00:00")]
    [InlineData("2029-07-05T00:00:00", "Jul  5  2029")]
    [InlineData("2030-01-01T00:00:01", "Jan  1  2030")]
    [InlineData("0001-01-01T00:00:00", "Jan  1     1")]
    public void Time_of_a_long_line_has_a_year_where_it_is_not_of_the_last_180_days(string time, string expected)
    {
        var line = new byte[ListingLine.MaxLength];
        var entry = new FolderEntry(new string('ü', 127), long.MaxValue, DateTime.Parse(time), false);
        var length = ListingLine.Write(line, ListingForm.Long, in entry, FtpFactNames.None, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal($"-r--r--r--   1 ftp      ftp      9223372036854775807 {expected} {entry.Name}\r\n", Encoding.UTF8.GetString(line, 0, length));
    }
}
