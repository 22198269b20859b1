using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Bench.EndToEnd;

/// <summary>What users have now: HttpClient, content read as a stream into the same buffer.</summary>
internal sealed class HttpClientContestant(int port, X509Certificate2? certificate) : HttpContestant("HttpClient")
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => certificate?.Equals(shown) == true },
    });

    private readonly string _origin = $"{(certificate is null ? "http" : "https")}://localhost:{port}";

    public override async Task<long> GetAsync(string target, Memory<long> times, Memory<byte> buffer)
    {
        var url = new Uri(_origin + target);
        long sum = 0;
        for (int i = 0; i < times.Length; i++)
        {
            long start = Now;
            using HttpResponseMessage response = await _client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            Stream content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                while (await content.ReadAsync(buffer).ConfigureAwait(false) is > 0 and int read)
                {
                    sum += read;
                }
            }

            times.Span[i] = Now - start;
        }

        return sum;
    }

    public override ValueTask DisposeAsync()
    {
        _client.Dispose();
        return default;
    }
}
