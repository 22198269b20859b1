using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Challenges and credentials: their readers, parsers and writers.</summary>
[MemoryDiagnoser, ShortRunJob]
public class AuthenticationBenchmarks
{
    private static readonly byte[] s_challenges =
        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", Basic realm=\"simple\", charset=\"UTF-8\""u8.ToArray();

    private static readonly byte[] s_credentials = "Bearer mF_9.B5f-4.1JqM0bGc2l0ZTpzZWNyZXQ="u8.ToArray();
    private static readonly byte[] s_basic = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="u8.ToArray();
    private static readonly byte[] s_info = "nextnonce=\"47364c23432d2e131a5fb210812c\", qop=auth, nc=00000001"u8.ToArray();
    private readonly byte[] _buffer = new byte[256];

    /// <summary>WWW-Authenticate of two challenges.</summary>
    [Benchmark]
    public int Challenges()
    {
        var reader = new ChallengeReader(s_challenges);
        int count = 0;
        while (reader.Read(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>Authentication-Info of three parameters.</summary>
    [Benchmark]
    public int Parameters()
    {
        var reader = new AuthParameterReader(s_info);
        int count = 0;
        while (reader.Read(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>Authorization with a token.</summary>
    [Benchmark]
    public int Credentials() => CredentialsParser.Parse(s_credentials, out _).Consumed;

    /// <summary>Authorization by Basic, decoded.</summary>
    [Benchmark]
    public int Basic() => BasicCredentialsParser.Parse(s_basic, _buffer, out _).Consumed;

    /// <summary>The same written.</summary>
    [Benchmark]
    public int WriteBasic() => BasicCredentialsWriter.TryWrite(_buffer, "Aladdin"u8, "open sesame"u8, out int written) ? written : 0;

    /// <summary>One challenge written.</summary>
    [Benchmark]
    public int WriteChallenge()
    {
        var writer = new ChallengeWriter(_buffer);
        writer.WriteScheme("Basic"u8);
        writer.WriteParameter("realm"u8, "simple"u8);
        writer.TryComplete(out int written);
        return written;
    }
}
