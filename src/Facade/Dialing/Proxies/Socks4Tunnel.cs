// request  = VN:4 CD:1 DSTPORT(2) DSTIP(4) USERID NUL [ HOST NUL ]   ; 4a: the host when DSTIP is 0.0.0.1
// reply    = VN:0 CD DSTPORT(2) DSTIP(4)                             ; CD 90 grants
// "SOCKS: A protocol for TCP proxy across firewalls" (Koblas, Lee), and its 4a extension; neither is an RFC. Octets are read as the reply counts
// them and never beyond: what follows is the tunnel's.

using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace HiPerf;

/// <summary>Opens a tunnel through a SOCKS4 or SOCKS4a proxy.</summary>
internal static class Socks4Tunnel
{
    private const byte Version = 4;
    private const byte Connect = 1;
    private const byte Granted = 90;
    private const int ReplyLength = 8;

    /// <summary>Asks for the tunnel.</summary>
    /// <param name="stream">The connection to the proxy.</param>
    /// <param name="target">What is asked for.</param>
    /// <param name="address">Its IPv4 address; null to have the proxy look the name up, which SOCKS4a alone does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async ValueTask OpenAsync(Stream stream, ProxyTarget target, IPAddress? address, CancellationToken cancellationToken)
    {
        var request = MakeRequest(target, address);
        try
        {
            await stream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(request);
        }

        var reply = new byte[ReplyLength];
        await stream.ReadExactlyAsync(reply.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        if (reply[0] != 0)
        {
            throw ProxyErrors.Violation(target, $"a SOCKS4 reply begins with 0 and not with {reply[0]}", 0);
        }

        if (reply[1] != Granted)
        {
            throw ProxyErrors.Socks4Reply(target, reply[1]);
        }

        await stream.ReadExactlyAsync(reply.AsMemory(2), cancellationToken).ConfigureAwait(false);
    }

    private static byte[] MakeRequest(ProxyTarget target, IPAddress? address)
    {
        var user = target.Proxy.UserName ?? string.Empty;
        var userLength = Encoding.UTF8.GetByteCount(user);
        var request = new byte[9 + userLength + (address is null ? target.Host.Length + 1 : 0)];
        request[0] = Version;
        request[1] = Connect;
        BinaryPrimitives.WriteUInt16BigEndian(request.AsSpan(2), (ushort)target.Port);
        _ = Encoding.UTF8.GetBytes(user, request.AsSpan(8));
        if (address is null)
        {
            // 0.0.0.x with x other than 0 cannot be an address: a name follows.
            request[7] = 1;
            _ = Encoding.ASCII.GetBytes(target.Host, request.AsSpan(9 + userLength));
        }
        else
        {
            _ = address.TryWriteBytes(request.AsSpan(4), out _);
        }

        return request;
    }
}
