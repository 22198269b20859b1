using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace HiPerf.Server;

/// <summary>The server as menus name it to the client.</summary>
internal sealed class GopherOrigin
{
    private GopherOrigin(string host, int port)
    {
        Host = Encoding.UTF8.GetBytes(host);
        Port = port;
        Key = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\0{host}\t{port}"));
    }

    /// <summary>The host; an address of IPv6 stands without brackets.</summary>
    public byte[] Host { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>What tells this origin's answers from another's, behind a plain name: it begins with a NUL, which no name holds.</summary>
    public byte[] Key { get; }

    /// <summary>Knows the origin of each connection.</summary>
    public sealed class Table(GopherFolderOptions options)
    {
        // A server that is bound to any address of a large network has as many origins as that has addresses.
        private const int MaxKept = 1000;

        private readonly ConcurrentDictionary<IPEndPoint, GopherOrigin> _kept = new();

        /// <summary>The origin of a connection.</summary>
        /// <param name="local">The server's end; one that is no socket's is known as localhost, port 70.</param>
        /// <param name="serverName">The name that the client asked for by TLS; null or empty for none.</param>
        public GopherOrigin Of(EndPoint? local, string? serverName)
        {
            var endPoint = local as IPEndPoint ?? s_nowhere;
            if (options.HostName is null && Uri.CheckHostName(serverName) == UriHostNameType.Dns)
            {
                // A client takes items for had over TLS, as the menu was, where they name the very host that it asked.
                return new GopherOrigin(serverName!, PortOf(endPoint));
            }

            if (_kept.TryGetValue(endPoint, out var origin))
            {
                return origin;
            }

            origin = new GopherOrigin(options.HostName ?? HostOf(endPoint), PortOf(endPoint));
            if (_kept.Count < MaxKept)
            {
                _ = _kept.TryAdd(endPoint, origin);
            }

            return origin;
        }

        private static readonly IPEndPoint s_nowhere = new(IPAddress.None, 70);

        private int PortOf(IPEndPoint endPoint) => options.Port == 0 ? endPoint.Port : options.Port;

        private static string HostOf(IPEndPoint endPoint)
        {
            if (ReferenceEquals(endPoint, s_nowhere))
            {
                return "localhost";
            }

            // The scope of a link-local address is this machine's own business.
            var text = (endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address).ToString();
            var scope = text.IndexOf('%', StringComparison.Ordinal);
            return scope < 0 ? text : text[..scope];
        }
    }
}
