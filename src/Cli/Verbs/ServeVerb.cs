using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Terminals;
using HiPerf.Server;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf serve DIR</c>: serves a folder until it is stopped.</summary>
internal sealed class ServeVerb(CliConsole console)
{
    /// <summary>What the command line says.</summary>
    internal sealed record Request(string Folder)
    {
        /// <summary>Port for http; 0 takes a free one, null serves none.</summary>
        public int? Http { get; init; }

        /// <summary>Port for https; 0 takes a free one, null serves none.</summary>
        public int? Https { get; init; }

        /// <summary>Port for ftp; 0 takes a free one, null serves none.</summary>
        public int? Ftp { get; init; }

        /// <summary>Port for gopher; 0 takes a free one, null serves none.</summary>
        public int? Gopher { get; init; }

        /// <summary>Port for gophers; 0 takes a free one, null serves none.</summary>
        public int? Gophers { get; init; }

        /// <summary>The host that Gopher menus name; null for the address that was reached.</summary>
        public string? HostName { get; init; }

        /// <summary>All ports that were named, by what is spoken there.</summary>
        public IEnumerable<(ServerProtocol Protocol, int Port)> Ports
        {
            get
            {
                (ServerProtocol, int?)[] named =
                [
                    (ServerProtocol.Http, Http), (ServerProtocol.Https, Https), (ServerProtocol.Ftp, Ftp), (ServerProtocol.Gopher, Gopher), (ServerProtocol.Gophers, Gophers),
                ];
                return named.Where(static end => end.Item2 is not null).Select(static end => (end.Item1, end.Item2!.Value)).DefaultIfEmpty((ServerProtocol.Http, 0));
            }
        }

        /// <summary>Whether TLS is spoken anywhere.</summary>
        public bool NeedsCertificate => (Https ?? Gophers) is not null;

        /// <summary>The address to listen on.</summary>
        public string Address { get; init; } = "127.0.0.1";

        /// <summary>PEM file of the certificate, its chain's other members left out; null makes one that lives as long as the process.</summary>
        public string? Certificate { get; init; }

        /// <summary>PEM file of the private key; null: it stands in the certificate's file.</summary>
        public string? Key { get; init; }

        /// <summary>Where the certificate that was made is written, for clients to trust.</summary>
        public string? CertificateOut { get; init; }
    }

    public static Command Create(CliConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder." };
        var http = new Option<int?>("--http") { Description = "Serve http on this port; 0 takes a free one.", HelpName = "PORT" };
        var https = new Option<int?>("--https") { Description = "Serve https on this port; 0 takes a free one.", HelpName = "PORT" };
        var ftp = new Option<int?>("--ftp") { Description = "Serve ftp, for reading, on this port; 0 takes a free one.", HelpName = "PORT" };
        var gopher = new Option<int?>("--gopher") { Description = "Serve gopher on this port; 0 takes a free one.", HelpName = "PORT" };
        var gophers = new Option<int?>("--gophers") { Description = "Serve gopher over TLS on this port; 0 takes a free one.", HelpName = "PORT" };
        var host = new Option<string?>("--gopher-host") { Description = "The host that Gopher menus name; by default the address that a client reached.", HelpName = "NAME" };
        var address = new Option<string>("--address") { Description = "The address to listen on.", HelpName = "IP", DefaultValueFactory = _ => "127.0.0.1" };
        var certificate = new Option<string?>("--cert") { Description = "The certificate, PEM; without it one is made for this run.", HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = "Its private key, PEM; by default in the same file.", HelpName = "FILE" };
        var certificateOut = new Option<string?>("--cert-out") { Description = "Write the certificate made for this run here, for clients to trust.", HelpName = "FILE" };
        var command = new Command("serve", "Serve a folder until Ctrl-C or SIGTERM.") { folder, http, https, ftp, gopher, gophers, host, address, certificate, key, certificateOut };
        VerbAction.Set(command, console, (line, cancellationToken) => new ServeVerb(console).RunAsync(new Request(line.GetRequiredValue(folder))
        {
            Http = line.GetValue(http),
            Https = line.GetValue(https),
            Ftp = line.GetValue(ftp),
            Gopher = line.GetValue(gopher),
            Gophers = line.GetValue(gophers),
            HostName = line.GetValue(host),
            Address = line.GetRequiredValue(address),
            Certificate = line.GetValue(certificate),
            Key = line.GetValue(key),
            CertificateOut = line.GetValue(certificateOut),
        }, cancellationToken));
        return command;
    }

    /// <summary>Serves. One line <c>Listening on URL</c> an end point goes to standard output once all are bound.</summary>
    /// <param name="request">What to serve, and where.</param>
    /// <param name="cancellationToken">Stops it: requests under way are let end.</param>
    public async Task<int> RunAsync(Request request, CancellationToken cancellationToken)
    {
        using X509Certificate2? certificate = request.NeedsCertificate ? FindCertificate(request) : null;
        var server = new InternetServer(new InternetServerOptions
        {
            Http = new HttpFolderOptions { Folder = request.Folder },
            Ftp = request.Ftp is null ? null : new FtpFolderOptions { Folder = request.Folder },
            Gopher = (request.Gopher ?? request.Gophers) is null ? null : new GopherFolderOptions { Folder = request.Folder, HostName = request.HostName },
            EndPoints = [.. EndPoints(request, certificate)],
        });
        await using (server.ConfigureAwait(false))
        {
            await StartAsync(server, request, cancellationToken).ConfigureAwait(false);
            StreamWriter output = console.OpenText();
            await using (output.ConfigureAwait(false))
            {
                foreach (Uri url in server.Urls)
                {
                    await output.WriteLineAsync($"Listening on {url}").ConfigureAwait(false);
                }
            }

            var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellationToken.Register(stopped.SetResult))
            {
                await stopped.Task.ConfigureAwait(false);
            }

            await server.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }

    private static async Task StartAsync(InternetServer server, Request request, CancellationToken cancellationToken)
    {
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when ((e as SocketException ?? e.InnerException as SocketException) is { } error)
        {
            string ports = string.Join(" and ", request.Ports.Select(static end => end.Port));
            throw new VerbException(ExitCode.CannotListen, $"Cannot listen on {request.Address}:{ports}: {error.Message}.");
        }
    }

    private static IEnumerable<ServerEndPoint> EndPoints(Request request, X509Certificate2? certificate)
    {
        if (!IPAddress.TryParse(request.Address, out IPAddress? address))
        {
            throw new VerbException(ExitCode.Usage, $"'{request.Address}' is no IP address.");
        }

        foreach ((ServerProtocol protocol, int port) in request.Ports)
        {
            yield return new ServerEndPoint
            {
                Protocol = protocol,
                Address = address,
                Port = Port(port),
                Certificate = protocol is ServerProtocol.Https or ServerProtocol.Gophers ? certificate : null,
            };
        }
    }

    private static int Port(int port) => port is >= 0 and <= 65535
        ? port
        : throw new VerbException(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{port} is no port: 0 to 65535."));

    private static X509Certificate2 FindCertificate(Request request)
    {
        if (request.Certificate is null)
        {
            X509Certificate2 made = ThrowAwayCertificate.Make();
            if (request.CertificateOut is { } path)
            {
                File.WriteAllText(path, made.ExportCertificatePem() + "\n");
            }

            return made;
        }

        try
        {
            using X509Certificate2 read = X509Certificate2.CreateFromPemFile(request.Certificate, request.Key);
            return ThrowAwayCertificate.Usable(read);
        }
        catch (CryptographicException e)
        {
            throw new VerbException(ExitCode.LocalFile, $"{request.Certificate} holds no certificate with its key: {e.Message}");
        }
    }
}
