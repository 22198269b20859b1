using System.IO.Pipelines;
using System.Net.Security;
using HiPerf.Transport;

namespace HiPerf.Server;

/// <summary>A connection's transport under TLS. RFC 8446; content of HTTP is framed, so a client that omits close_notify is none the worse.</summary>
internal sealed class TlsTransport : IDuplexPipe, IHalfClose, IAsyncDisposable
{
    // One TLS record holds at most this much: smaller segments would make more records.
    private const int RecordSize = 16 * 1024;

    private readonly TlsStream _tls;
    private readonly IHalfClose? _below;
    private bool _ended;

    private TlsTransport(TlsStream tls, IHalfClose? below)
    {
        _tls = tls;
        _below = below;
        Input = PipeReader.Create(tls, new StreamPipeReaderOptions(leaveOpen: true));
        Output = PipeWriter.Create(tls, new StreamPipeWriterOptions(minimumBufferSize: RecordSize, leaveOpen: true));
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    /// <summary>The name by which the client asked for the server (SNI, RFC 6066 section 3); empty where it did not.</summary>
    public string ServerName => _tls.Session.TargetHostName;

    /// <summary>Shakes hands as the server.</summary>
    /// <exception cref="InternetException">It failed, or took too long.</exception>
    /// <exception cref="IOException">The connection failed.</exception>
    public static async Task<TlsTransport> AcceptAsync(IDuplexPipe transport, IHalfClose? below, SslServerAuthenticationOptions options, TimeSpan timeout,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var tls = new TlsStream(new TransportStream(transport), leaveInnerOpen: true, clock) { AllowsTruncation = true };
        try
        {
            await tls.AuthenticateAsServerAsync(options, timeout, cancellationToken).ConfigureAwait(false);
            return new TlsTransport(tls, below);
        }
        catch
        {
            await tls.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask ShutdownSendAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        try
        {
            await _tls.ShutdownAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            // The peer was faster.
        }

        if (_below is not null)
        {
            await _below.ShutdownSendAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync().ConfigureAwait(false);

        // Without an exception it would still send what was not flushed: the beginning of an answer whose handler has failed.
        await Output.CompleteAsync(new OperationCanceledException()).ConfigureAwait(false);
        await _tls.DisposeAsync().ConfigureAwait(false);
    }
}
