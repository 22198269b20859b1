namespace HiPerf.Http;

/// <summary>What all HTTP exchanges of a session share.</summary>
internal sealed class HttpClientCore : IDisposable
{
    public HttpClientCore(InternetSessionOptions options)
    {
        Options = options;
        Dialer = new Dialer(options);
        Pool = new ConnectionPool(options.Pool, options.TimeProvider);
    }

    public InternetSessionOptions Options { get; }

    public Dialer Dialer { get; }

    public ConnectionPool Pool { get; }

    public void Dispose() => Pool.Dispose();
}
