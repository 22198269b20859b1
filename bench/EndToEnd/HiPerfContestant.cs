using System.Security.Cryptography.X509Certificates;
using HiPerf.Http;

namespace HiPerf.Bench.EndToEnd;

/// <summary>Our client, in either of its two ways: the same file opened again, or a new file a request on the kept connection.</summary>
internal sealed class HiPerfContestant(bool reopens, int port, X509Certificate2? certificate) : HttpContestant(reopens ? "HiPerf ReopenAsync" : "HiPerf OpenAsync")
{
    private readonly InternetSession _session = new(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = certificate is null ? null : [certificate] } });
    private readonly string _origin = $"{(certificate is null ? "http" : "https")}://localhost:{port}";
    private HttpFile? _file;

    public override async Task<long> GetAsync(string target, Memory<long> times, Memory<byte> buffer)
    {
        string url = _origin + target;
        long sum = 0;
        if (!reopens)
        {
            for (int i = 0; i < times.Length; i++)
            {
                long start = Now;
                HttpFile file = await _session.OpenHttpAsync(url).ConfigureAwait(false);
                await using (file.ConfigureAwait(false))
                {
                    while (await file.ReadAsync(buffer).ConfigureAwait(false) is > 0 and int read)
                    {
                        sum += read;
                    }
                }

                times.Span[i] = Now - start;
            }

            return sum;
        }

        for (int i = 0; i < times.Length; i++)
        {
            long start = Now;
            _file = _file is null ? await _session.OpenHttpAsync(url).ConfigureAwait(false) : await _file.ReopenAsync(target).ConfigureAwait(false);
            while (await _file.ReadAsync(buffer).ConfigureAwait(false) is > 0 and int read)
            {
                sum += read;
            }

            times.Span[i] = Now - start;
        }

        return sum;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }

        await _session.DisposeAsync().ConfigureAwait(false);
    }
}
