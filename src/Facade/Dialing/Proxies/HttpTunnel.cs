using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf;

/// <summary>Opens a tunnel through an HTTP proxy. RFC 9110 section 9.3.6.</summary>
/// <remarks>
/// The request says where to, and who asks (Basic, RFC 7617), and nothing else: no field of what will go through the tunnel.
/// A 2xx has no content, whatever it says of its length; what follows its head is the tunnel's and handed on. Any other final response fails; its
/// content is never read, so that nobody takes it for the host's.
/// </remarks>
internal static class HttpTunnel
{
    private const int ReadSize = 4096;

    /// <summary>Asks for the tunnel.</summary>
    /// <returns>The stream to go on with: the same, or one that begins with the octets that came behind the head.</returns>
    public static async ValueTask<Stream> OpenAsync(Stream stream, ProxyTarget target, Http1Limits limits, CancellationToken cancellationToken)
    {
        await SendAsync(stream, target, cancellationToken).ConfigureAwait(false);

        limits = limits with { MaxHead = Math.Min(limits.MaxHead, ProxyOptions.MaxConnectHead) };
        var reader = new ResponseHeadReader(limits, Http1Leniency.None);
        using var pump = ParsePump.Create(stream, ReadSize);
        for (var interim = 0; ; interim++)
        {
            var result = await pump.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
            if (!result.IsDone)
            {
                throw result.NeedsMoreData ? ProxyErrors.Truncated(target) : ProxyErrors.Head(target, in result);
            }

            // Nobody asked to switch protocols: 101 is no interim response here.
            int status = reader.Head.Status;
            if (status is >= 200 or 101)
            {
                return status is >= 200 and < 300 ? Continue(stream, pump.Buffer.Span[result.Consumed..])
                    : throw ProxyErrors.Status(target, status, Encoding.Latin1.GetString(reader.Head.ReasonIn(pump.Buffer.Span)));
            }

            if (interim >= limits.MaxInterimResponses)
            {
                throw ProxyErrors.TooManyInterimResponses(target);
            }

            pump.Advance(result.Consumed);
        }
    }

    /// <summary>The value of Proxy-Authorization; null when nobody in particular asks.</summary>
    public static string? CredentialsOf(ProxyServer proxy)
    {
        if (proxy.UserName is not { } user)
        {
            return null;
        }

        var password = proxy.Password ?? string.Empty;
        var buffer = new byte[16 + (2 * Encoding.UTF8.GetByteCount(user)) + (2 * Encoding.UTF8.GetByteCount(password))];
        var written = BasicCredentialsWriter.TryWrite(buffer, user, password, out var length);
        var value = Encoding.ASCII.GetString(buffer, 0, length);
        CryptographicOperations.ZeroMemory(buffer);
        return written ? value : throw new InvalidOperationException("The credentials outgrew their buffer.");
    }

    private static async ValueTask SendAsync(Stream stream, ProxyTarget target, CancellationToken cancellationToken)
    {
        var output = new ArrayBufferWriter<byte>(512);
        Write(output, target);
        try
        {
            await stream.WriteAsync(output.WrittenMemory, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The buffer holds the password, all but in clear.
            output.Clear();
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, ProxyTarget target)
    {
        var authority = Encoding.ASCII.GetBytes(target.EndPoint);
        var writer = new RequestHeadWriter(output);
        writer.WriteRequestLine(RequestMethod.Connect, authority, authority);
        if (CredentialsOf(target.Proxy) is { } credentials)
        {
            writer.WriteField(FieldName.ProxyAuthorization, credentials);
        }

        _ = writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out _);
    }

    private static Stream Continue(Stream stream, ReadOnlySpan<byte> early) => early.IsEmpty ? stream : new PrefixedStream(early.ToArray(), stream);
}
