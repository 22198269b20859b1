// greeting   = VER:5 NMETHODS METHODS                    reply = VER:5 METHOD         ; 0 nobody, 2 user and password, FF none
// user       = VER:1 ULEN UNAME PLEN PASSWD              reply = VER:1 STATUS         ; RFC 1929
// request    = VER:5 CMD:1 RSV:0 ATYP DST.ADDR DST.PORT  reply = VER:5 REP RSV:0 ATYP BND.ADDR BND.PORT
// ATYP       = 1 (4 octets) / 3 (length, name) / 4 (16 octets)
// RFC 1928. Octets are read as a reply counts them and never beyond: what follows is the tunnel's. GSSAPI, BIND and UDP are not spoken.

using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace HiPerf;

/// <summary>Opens a tunnel through a SOCKS5 proxy. Names are the proxy's to look up: none leaves this side another way.</summary>
internal static class Socks5Tunnel
{
    private const byte Version = 5;
    private const byte UserVersion = 1;
    private const byte Nobody = 0;
    private const byte UserAndPassword = 2;
    private const byte NoMethod = 0xFF;
    private const byte IPv4 = 1;
    private const byte Name = 3;
    private const byte IPv6 = 4;

    /// <summary>Says who asks, and asks for the tunnel.</summary>
    public static async ValueTask OpenAsync(Stream stream, ProxyTarget target, CancellationToken cancellationToken)
    {
        var buffer = new byte[ProxyServer.MaxNameLength + 2];
        byte[] greeting = target.Proxy.UserName is null ? [Version, 1, Nobody] : [Version, 2, Nobody, UserAndPassword];
        await SendAsync(stream, greeting, cancellationToken).ConfigureAwait(false);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        ExpectVersion(target, buffer[0], Version);
        switch (buffer[1])
        {
            case Nobody:
                break;
            case UserAndPassword when target.Proxy.UserName is not null:
                await SayWhoAsync(stream, target, buffer, cancellationToken).ConfigureAwait(false);
                break;
            case NoMethod:
                throw ProxyErrors.NoMethod(target);
            default:
                throw ProxyErrors.Violation(target, $"it chose method {buffer[1]}, which was not offered", 1);
        }

        await SendAsync(stream, MakeRequest(target), cancellationToken).ConfigureAwait(false);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        ExpectVersion(target, buffer[0], Version);
        if (buffer[1] != 0)
        {
            // Some proxies send a refusal without its address: it says all there is to say.
            throw ProxyErrors.Socks5Reply(target, buffer[1]);
        }

        await stream.ReadExactlyAsync(buffer.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        if (buffer[0] != 0)
        {
            throw ProxyErrors.Violation(target, $"its reserved octet is {buffer[0]}", 2);
        }

        var length = buffer[1] switch
        {
            IPv4 => 4,
            IPv6 => 16,
            Name => await ReadLengthAsync(stream, buffer, cancellationToken).ConfigureAwait(false),
            _ => throw ProxyErrors.Violation(target, $"{buffer[1]} is no type of address", 3),
        };

        // The address it connects from is of no use here, but stands before the tunnel's first octet.
        await stream.ReadExactlyAsync(buffer.AsMemory(0, length + 2), cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask SayWhoAsync(Stream stream, ProxyTarget target, byte[] buffer, CancellationToken cancellationToken)
    {
        var (user, password) = (target.Proxy.UserName!, target.Proxy.Password!);
        var (userLength, passwordLength) = (Encoding.UTF8.GetByteCount(user), Encoding.UTF8.GetByteCount(password));
        var message = new byte[3 + userLength + passwordLength];
        message[0] = UserVersion;
        message[1] = (byte)userLength;
        _ = Encoding.UTF8.GetBytes(user, message.AsSpan(2));
        message[2 + userLength] = (byte)passwordLength;
        _ = Encoding.UTF8.GetBytes(password, message.AsSpan(3 + userLength));
        await SendAsync(stream, message, cancellationToken).ConfigureAwait(false);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        ExpectVersion(target, buffer[0], UserVersion);
        if (buffer[1] != 0)
        {
            throw ProxyErrors.WrongPassword(target, buffer[1]);
        }
    }

    private static byte[] MakeRequest(ProxyTarget target)
    {
        byte[] address = target.Address?.GetAddressBytes() ?? [(byte)target.Host.Length, .. Encoding.ASCII.GetBytes(target.Host)];
        var type = target.Address is null ? Name : target.Address.AddressFamily == AddressFamily.InterNetwork ? IPv4 : IPv6;
        byte[] request = [Version, 1, 0, type, .. address, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(request.AsSpan(request.Length - 2), (ushort)target.Port);
        return request;
    }

    private static async ValueTask<int> ReadLengthAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 1), cancellationToken).ConfigureAwait(false);
        return buffer[0];
    }

    // Sent once and wiped: one of the messages holds the password.
    private static async ValueTask SendAsync(Stream stream, byte[] message, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(message, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
        }
    }

    private static void ExpectVersion(ProxyTarget target, byte actual, byte expected)
    {
        if (actual != expected)
        {
            throw ProxyErrors.Violation(target, $"its answer is of version {actual} and not {expected}", 0);
        }
    }
}
