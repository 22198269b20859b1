using System.Text;
using System.Text.Json;

namespace HiPerf.Core.Tests.Urls;

/// <summary>The cases of the shared corpus, which is found beside the folder that holds the solution, or is not there.</summary>
internal static class UrlConformance
{
    internal sealed record Case(string Id, string Input, string? Base, string[] Tags, Dictionary<string, string> Expected)
    {
        internal bool Accepted => string.Equals(Expected["verdict"], "accept", StringComparison.Ordinal);

        internal bool HasTagBeyondRelative => Tags.Any(tag => !string.Equals(tag, "relative-to-base", StringComparison.Ordinal));
    }

    internal static List<Case> Load()
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

        return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Read)];
    }

    private static Case Read(string line)
    {
        using var record = JsonDocument.Parse(line);
        var root = record.RootElement;
        return new(
            root.GetProperty("id").GetString()!,
            root.GetProperty("input").GetString()!,
            root.GetProperty("base").GetString(),
            [.. root.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)],
            root.GetProperty("expected").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal));
    }

    /// <summary>What the parts are called on the web, from the normal form and its offsets.</summary>
    internal static Dictionary<string, string> Parts(ReadOnlySpan<byte> href, in UrlParts parts)
    {
        var port = parts.Port < 0 ? "" : parts.Port.ToString();
        var host = Encoding.ASCII.GetString(parts.HostIn(href));
        var scheme = Encoding.ASCII.GetString(parts.SchemeIn(href));
        var withPort = port.Length == 0 ? host : host + ":" + port;
        return new(StringComparer.Ordinal)
        {
            ["verdict"] = "accept",
            ["href"] = Encoding.ASCII.GetString(href[..parts.Length]),
            ["protocol"] = scheme + ":",
            ["username"] = Encoding.ASCII.GetString(parts.UserNameIn(href)),
            ["password"] = Encoding.ASCII.GetString(parts.PasswordIn(href)),
            ["host"] = withPort,
            ["hostname"] = host,
            ["port"] = port,
            ["pathname"] = Encoding.ASCII.GetString(parts.PathIn(href)),
            ["search"] = parts.QueryLength > 0 ? "?" + Encoding.ASCII.GetString(parts.QueryIn(href)) : "",
            ["hash"] = parts.FragmentLength > 0 ? "#" + Encoding.ASCII.GetString(parts.FragmentIn(href)) : "",
            ["origin"] = parts.Scheme.IsSpecial() && parts.Scheme != UrlScheme.File ? scheme + "://" + withPort : "null",
        };
    }
}
