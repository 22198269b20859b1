using System.Text.RegularExpressions;

namespace HiPerf.House.Tests.Docs;

/// <summary>Holds the pages to one another: what they link to is there, and the README names them all.</summary>
public sealed partial class PageLinkTests
{
    public static TheoryData<string> Pages =>
        [.. Names(".").Concat(Names("docs")).Concat(Names("samples/RawServer"))];

    [Theory, MemberData(nameof(Pages))]
    public void Links_of_a_page_lead_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        Assert.All(
            Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups[1].Value).Where(link => !link.Contains(':', StringComparison.Ordinal)),
            link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{page}: {link}"));
    }

    [Fact]
    public void Readme_names_every_page()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.All(Names("docs"), page => Assert.Contains($"({page})", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md").Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal);

    // The part behind a number sign is a place on the page.
    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
