using System.Text.Json;

namespace HiPerf.Facade.Tests.Urls;

public class InternetUrlConformanceTests
{
    [Fact]
    public void Corpus_every_case_agrees_in_every_part_the_web_names()
    {
        foreach (var line in Corpus())
        {
            using var record = JsonDocument.Parse(line);
            var root = record.RootElement;
            var expected = root.GetProperty("expected");
            var baseUrl = InternetUrl.ParseOrNull(root.GetProperty("base").GetString());
            var done = InternetUrl.Read(root.GetProperty("input").GetString()!, baseUrl, out var url).IsDone;
            Assert.Equal(expected.GetProperty("verdict").GetString(), done ? "accept" : "reject");
            if (url is null)
            {
                continue;
            }

            foreach (var part in expected.EnumerateObject())
            {
                if (part.NameEquals("verdict"))
                {
                    continue;
                }

                Assert.Equal($"{root.GetProperty("id")} {part.Name} {part.Value}", $"{root.GetProperty("id")} {part.Name} {Part(url, part.Name)}");
            }
        }
    }

    private static string Part(InternetUrl url, string name) => name switch
    {
        "href" => url.Href,
        "protocol" => url.Scheme + ":",
        "username" => url.EncodedUserName,
        "password" => url.EncodedPassword,
        "host" => url.HostAndPort,
        "hostname" => url.HostName,
        "port" => url.Parts.Port < 0 ? "" : url.Parts.Port.ToString(),
        "pathname" => url.Path,
        "search" => url.Query.Length > 0 ? "?" + url.Query : "",
        "hash" => url.Fragment.Length > 0 ? "#" + url.Fragment : "",
        "origin" => url.Origin,
        _ => throw new InvalidOperationException(name),
    };

    private static IEnumerable<string> Corpus()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HiPerf.sln")))
        {
            folder = folder.Parent;
        }

        var file = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "data", "urls.jsonl");
        if (file is null || !File.Exists(file))
        {
            Assert.Skip("The shared corpus urls.jsonl is not beside this clone.");
        }

        return File.ReadLines(file).Where(line => line.Length > 0);
    }
}
