using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using HiPerf.Cli.Failures;
using HiPerf.Ftp;
using HiPerf.Gopher;
using HiPerf.Http;

namespace HiPerf.Cli.Demonstrating;

/// <summary>Opens the sample files through one scheme: are they the same octets, how fast, at what cost in memory.</summary>
internal sealed class SchemeTrial(InternetSession session, Uri root, SampleFolder folder)
{
    private const int WarmUps = 20_000;

    // Each costs a connection: their ports rest a while behind them.
    private const int ConnectingWarmUps = 2000;
    private const int Repeats = 2000;
    private const int LargeRepeats = 4;

    private readonly byte[] _buffer = new byte[256 * 1024];

    public async Task<TrialResult> RunAsync(CancellationToken cancellationToken)
    {
        Uri small = UrlOf(SampleFolder.SmallName);
        Uri large = UrlOf(SampleFolder.LargeName);
        long start = TimeProvider.System.GetTimestamp();
        string hash = await HashAsync(small, cancellationToken).ConfigureAwait(false);
        TimeSpan first = TimeProvider.System.GetElapsedTime(start);
        Compare(small, hash, folder.SmallSha256);
        Compare(large, await HashAsync(large, cancellationToken).ConfigureAwait(false), folder.LargeSha256);

        var times = new TimeSpan[Repeats];
        long allocated;
        InternetFile file = await session.OpenAsync(small, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            // A login that a file holds cannot be lent to the next.
            await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < (file is FtpFile or GopherFile ? ConnectingWarmUps : WarmUps); i++)
            {
                await RepeatAsync(small, file, SampleFolder.SmallLength, cancellationToken).ConfigureAwait(false);
            }

            allocated = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < Repeats; i++)
            {
                start = TimeProvider.System.GetTimestamp();
                await RepeatAsync(small, file, SampleFolder.SmallLength, cancellationToken).ConfigureAwait(false);
                times[i] = TimeProvider.System.GetElapsedTime(start);
            }

            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        }

        Array.Sort(times);
        return new TrialResult(root.Scheme, first, times[Repeats / 2], times[Repeats * 99 / 100], (double)allocated / Repeats,
            await RateAsync(large, cancellationToken).ConfigureAwait(false));
    }

    // A Gopher URL says the type of what is had: octets. RFC 4266 section 2.1.
    private Uri UrlOf(string name) => new(root, root.Scheme == "gopher" ? "/9/" + name : name);

    private async Task<double> RateAsync(Uri large, CancellationToken cancellationToken)
    {
        InternetFile file = await session.OpenAsync(large, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            TimeSpan best = TimeSpan.MaxValue;
            for (int i = 0; i < LargeRepeats; i++)
            {
                long start = TimeProvider.System.GetTimestamp();
                await RepeatAsync(large, file, SampleFolder.LargeLength, cancellationToken).ConfigureAwait(false);
                TimeSpan time = TimeProvider.System.GetElapsedTime(start);
                if (time < best)
                {
                    best = time;
                }
            }

            return SampleFolder.LargeLength / best.TotalSeconds;
        }
    }

    // An HTTP file asks again on its kept connection; others are opened anew, an FTP file on a login that is kept, a Gopher item on a connection of its own.
    // Pooled, as users on a hot path would have it: the figures are HiPerf's then, not this method's.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RepeatAsync(Uri url, InternetFile file, int length, CancellationToken cancellationToken)
    {
        if (file is HttpFile http)
        {
            _ = await http.ReopenAsync(cancellationToken).ConfigureAwait(false);
            await ReadAsync(http, url, length, cancellationToken).ConfigureAwait(false);
            return;
        }

        InternetFile opened = await session.OpenAsync(url, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            await ReadAsync(opened, url, length, cancellationToken).ConfigureAwait(false);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReadAsync(InternetFile file, Uri url, int length, CancellationToken cancellationToken)
    {
        int total = 0;
        int count;
        while ((count = await file.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            total += count;
        }

        if (total != length)
        {
            throw new VerbException(ExitCode.Failed, $"{url} gave {total} octets, not {length}.");
        }
    }

    private async Task<string> HashAsync(Uri url, CancellationToken cancellationToken)
    {
        InternetFile file = await session.OpenAsync(url, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            if (file is HttpFile http)
            {
                _ = http.EnsureSuccess();
            }

            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        }
    }

    private static void Compare(Uri url, string hash, string expected)
    {
        if (hash != expected)
        {
            throw new VerbException(ExitCode.Failed, $"{url} gave other octets than the sample file holds: SHA-256 {hash}, not {expected}.");
        }
    }
}
