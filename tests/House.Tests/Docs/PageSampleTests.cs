using System.Text.RegularExpressions;

namespace HiPerf.House.Tests.Docs;

/// <summary>Holds the samples of the pages to code that is compiled and run: every line of a sample, comments aside, stands in the source named here, in order.</summary>
public sealed partial class PageSampleTests
{
    [Theory]
    [InlineData("docs/http-semantics.md", 6, "tests/Core.Tests/Http/FieldValuePageTests.cs")]
    [InlineData("docs/forms.md", 3, "tests/Core.Tests/Http/Forms/FormPageTests.cs")]
    [InlineData("docs/http1.md", 4, "tests/Core.Tests/Http1/Http1PageTests.cs", "samples/RawServer/Connection.cs")]
    [InlineData("docs/cookies.md", 3, "tests/Core.Tests/Http/FieldPageTests.cs")]
    [InlineData("docs/content-disposition-and-forwarded.md", 4, "tests/Core.Tests/Http/FieldPageTests.cs")]
    [InlineData("docs/gopher.md", 1, "tests/Core.Tests/Gopher/GopherPageTests.cs")]
    [InlineData("docs/gopher-client.md", 1, "tests/Facade.Tests/Gopher/GopherPageTests.cs")]
    [InlineData("docs/directories.md", 2, "tests/Facade.Tests/Directories/DirectoryPageSampleTests.cs", "tests/Core.Tests/Html/DirectoryPageSampleTests.cs")]
    [InlineData("docs/proxies.md", 1, "tests/Facade.Tests/ProxyOptionsTests.cs")]
    [InlineData("docs/ftp-server.md", 1, "tests/Server.Tests/Ftp/FtpServerPageTests.cs")]
    public void Samples_of_a_page_are_run(string page, int count, params string[] sources)
    {
        string[][] samples = [.. Sample().Matches(Read(page)).Select(match => Lines(match.Groups[1].Value))];
        Assert.Equal(count, samples.Length);
        string[][] code = [.. sources.Select(source => Lines(Read(source)))];
        Assert.All(samples, sample => Assert.Contains(code, lines => FirstMissing(sample, lines) is null));
    }

    [Fact]
    public void A_line_that_is_nowhere_is_missed()
    {
        Assert.Equal("b();", FirstMissing(Lines("a();   // why\nb();\n"), Lines("  a();\n  c();\n")));
        Assert.Equal("a();", FirstMissing(Lines("b();\na();\n"), Lines("a();\nb();\n")));
        Assert.Null(FirstMissing(Lines("if (a) { /* 400 */ }\n"), Lines("    if (a) { }\n")));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => Space().Replace(Comment().Replace(line, ""), " ").Trim()).Where(line => line.Length > 0)];

    private static string? FirstMissing(string[] sample, string[] code)
    {
        int at = 0;
        foreach (string line in sample)
        {
            int found = Array.IndexOf(code, line, at);
            if (found < 0)
            {
                return line;
            }

            at = found + 1;
        }

        return null;
    }

    [GeneratedRegex("```csharp\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();

    // A comment stands at the beginning of a line or behind white space; the slashes of a URL do not.
    [GeneratedRegex(@"(^|\s)//( .*)?$|/\*.*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
