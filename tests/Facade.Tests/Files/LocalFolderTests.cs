namespace HiPerf.Facade.Tests.Files;

public sealed class LocalFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-folder-").FullName;

    [Fact]
    public async Task Link_is_told_by_what_it_leads_to()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "0123456789", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        File.CreateSymbolicLink(Path.Combine(_folder, "to-file"), "file");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "to-sub"), "sub");
        File.CreateSymbolicLink(Path.Combine(_folder, "to-nothing"), "nothing");
        Dictionary<string, LocalEntry> entries = await ListAsync();
        Assert.Equal((10L, false), (entries["to-file"].Length, entries["to-file"].IsDirectory));
        Assert.True(entries["to-sub"].IsDirectory);
        Assert.EndsWith("/to-sub/", entries["to-sub"].Url.Href, StringComparison.Ordinal);
        Assert.Null(entries["to-sub"].Length);
        Assert.Equal((null, false), (entries["to-nothing"].Length, entries["to-nothing"].IsDirectory));
    }

    [Fact]
    public async Task Name_with_separators_of_a_URL_opens_by_its_entry()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a #?%41.txt"), "odd", TestContext.Current.CancellationToken);
        LocalEntry entry = Assert.Single((await ListAsync()).Values);
        await using var session = new InternetSession();
        await using InternetFile file = await session.OpenAsync(entry.Url.Href, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("odd", await new StreamReader(file).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Dictionary<string, LocalEntry>> ListAsync()
    {
        await using var session = new InternetSession();
        var entries = new Dictionary<string, LocalEntry>();
        await foreach (InternetEntry entry in session.EnumerateAsync(new Uri(_folder + "/").AbsoluteUri, cancellationToken: TestContext.Current.CancellationToken))
        {
            entries.Add(entry.Name, (LocalEntry)entry);
        }

        return entries;
    }
}
