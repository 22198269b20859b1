using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Cookies: <see cref="SetCookieParser"/>, <see cref="CookieReader"/>, <see cref="CookieDate"/>, and the writers.</summary>
[MemoryDiagnoser, ShortRunJob]
public class CookieBenchmarks
{
    private static readonly byte[] s_setCookie = "__Host-sid=AbCdEfGhIjKlMnOp0123456789; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Max-Age=3600; Secure; HttpOnly; SameSite=Lax"u8.ToArray();
    private static readonly byte[] s_cookie = "SID=31d4d96e407aad42; lang=en-US; theme=dark; _ga=GA1.1.1234567890.1700000000"u8.ToArray();
    private static readonly byte[] s_date = "Wed, 21 Oct 2026 07:28:00 GMT"u8.ToArray();
    private readonly byte[] _buffer = new byte[512];

    /// <summary>A session cookie with all the usual attributes.</summary>
    [Benchmark]
    public int SetCookie() => SetCookieParser.Parse(s_setCookie, out _).Consumed;

    /// <summary>A request's four cookies.</summary>
    [Benchmark]
    public int Cookies()
    {
        var reader = new CookieReader(s_cookie);
        int count = 0;
        while (reader.Read(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>A cookie date.</summary>
    [Benchmark]
    public long Date() => CookieDate.TryParse(s_date, out long ticks) ? ticks : 0;

    /// <summary>Set-Cookie written.</summary>
    [Benchmark]
    public int WriteSetCookie() =>
        SetCookieWriter.TryWrite(_buffer, new CookieToSet { Name = "sid"u8, Value = "AbCdEf0123456789"u8, Path = "/"u8, MaxAgeSeconds = 3600, IsSecure = true, IsHttpOnly = true }, out int written) ? written : 0;

    /// <summary>Cookie written.</summary>
    [Benchmark]
    public int WriteCookie()
    {
        var writer = new CookieWriter(_buffer);
        writer.Write("SID"u8, "31d4d96e407aad42"u8);
        writer.Write("lang"u8, "en-US"u8);
        writer.TryComplete(out int written);
        return written;
    }
}
