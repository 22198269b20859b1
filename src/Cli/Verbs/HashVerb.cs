using System.CommandLine;
using System.Security.Cryptography;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf hash URL</c>: the hash of a file as its server computes it; of a local file as it is computed here.</summary>
internal sealed class HashVerb(CliConsole console)
{
    private static readonly (string Name, FtpHashAlgorithms Algorithm, HashAlgorithmName Local)[] s_algorithms =
    [
        ("sha-512", FtpHashAlgorithms.Sha512, HashAlgorithmName.SHA512), ("sha-384", FtpHashAlgorithms.Sha384, HashAlgorithmName.SHA384),
        ("sha-256", FtpHashAlgorithms.Sha256, HashAlgorithmName.SHA256), ("sha-1", FtpHashAlgorithms.Sha1, HashAlgorithmName.SHA1),
        ("md5", FtpHashAlgorithms.Md5, HashAlgorithmName.MD5), ("crc32", FtpHashAlgorithms.Crc32, default),
    ];

    public static Command Create(CliConsole console)
    {
        var url = new Argument<string>("URL") { Description = "ftp, ftps or file." };
        var algorithm = new Option<string?>("--algorithm")
        {
            Description = "sha-512, sha-384, sha-256, sha-1, md5 or crc32; the strongest the server offers by default, sha-256 for a local file.",
            HelpName = "NAME",
        };
        var command = new Command("hash", "Show the hash of a file, computed where it lies.") { url, algorithm };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) =>
            new HashVerb(console).RunAsync(line.GetRequiredValue(url), line.GetValue(algorithm), session.Read(line), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string url, string? name, SessionSettings settings, CancellationToken cancellationToken)
    {
        var (_, algorithm, local) = name is null ? default : Array.Find(s_algorithms, entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (name is not null && algorithm == FtpHashAlgorithms.None)
        {
            throw new VerbException(ExitCode.Usage, $"There is no algorithm {name}; known are {string.Join(", ", s_algorithms.Select(static entry => entry.Name))}.");
        }

        if (InternetUrl.ParseOrNull(url)?.Scheme == "file")
        {
            Write(await OfFileAsync(url, name is null ? HashAlgorithmName.SHA256 : local, settings, cancellationToken).ConfigureAwait(false), name ?? "sha-256");
            return ExitCode.Ok;
        }

        FtpPlace place = await FtpPlace.OpenAsync(console, settings, url, cancellationToken).ConfigureAwait(false);
        await using (place.ConfigureAwait(false))
        {
            FtpHash hash = await place.Connection.GetHashAsync(place.FilePath(), algorithm, cancellationToken).ConfigureAwait(false)
                ?? throw new NotSupportedException($"{place.Url.HostAndPort} offers no {name ?? "hash"}.");
            Write(hash.Hex, Array.Find(s_algorithms, entry => entry.Algorithm == hash.Algorithm).Name);
        }

        return ExitCode.Ok;
    }

    private async Task<string> OfFileAsync(string url, HashAlgorithmName algorithm, SessionSettings settings, CancellationToken cancellationToken)
    {
        if (algorithm.Name is null)
        {
            throw new NotSupportedException("CRC-32 of a local file is not computed here.");
        }

        InternetSession session = settings.Open(console, InternetUrl.ParseOrNull(url));
        await using (session.ConfigureAwait(false))
        {
            LocalFile file = session.OpenLocal(url);
            await using (file.ConfigureAwait(false))
            {
                return Convert.ToHexStringLower(await CryptographicOperations.HashDataAsync(algorithm, file, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    private void Write(string hash, string algorithm)
    {
        using StreamWriter output = console.OpenText();
        output.WriteLine($"{algorithm} {hash}");
    }
}
