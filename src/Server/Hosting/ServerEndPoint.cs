using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Server;

/// <summary>Where a server listens, and what it speaks there.</summary>
public sealed record ServerEndPoint
{
    /// <summary>The protocol, HTTP by default.</summary>
    public ServerProtocol Protocol { get; init; }

    /// <summary>The address, 127.0.0.1 by default: nobody outside reaches a server that does not ask for it.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, 0 to 65535; 0, the default, lets the system choose: see <see cref="InternetServer.EndPoints"/>.</summary>
    public int Port { get; init; }

    /// <summary>The certificate with its private key; needed for Https and Gophers, else unused. It stays the caller's to dispose.</summary>
    public X509Certificate2? Certificate { get; init; }
}
