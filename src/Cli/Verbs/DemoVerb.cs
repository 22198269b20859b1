using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Cli.Demonstrating;
using HiPerf.Cli.Terminals;
using HiPerf.Server;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf demo</c>: opens the same file by every scheme, from an embedded server and from disk, and shows what that costs.</summary>
internal sealed class DemoVerb(CliConsole console)
{
    public static Command Create(CliConsole console)
    {
        var command = new Command("demo", "Serve a sample folder on loopback, open it by every scheme, compare and time.");
        VerbAction.Set(command, console, (_, cancellationToken) => new DemoVerb(console).RunAsync(cancellationToken));
        return command;
    }

    /// <summary>Runs it.</summary>
    /// <returns>Ok when the octets agree everywhere.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using SampleFolder folder = SampleFolder.Create();
        using X509Certificate2 certificate = ThrowAwayCertificate.Make();
        var server = new InternetServer(new InternetServerOptions
        {
            // One connection serves all repeats, so that they measure requests and not connections.
            Http = new HttpFolderOptions { Folder = folder.FullPath, MaxRequests = int.MaxValue },
            Ftp = new FtpFolderOptions { Folder = folder.FullPath },
            Gopher = new GopherFolderOptions { Folder = folder.FullPath },
            EndPoints =
            [
                new ServerEndPoint(),
                new ServerEndPoint { Protocol = ServerProtocol.Https, Certificate = certificate },
                new ServerEndPoint { Protocol = ServerProtocol.Ftp },
                new ServerEndPoint { Protocol = ServerProtocol.Gopher },
            ],
        });
        await using (server.ConfigureAwait(false))
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            var session = new InternetSession(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [certificate] } });
            await using (session.ConfigureAwait(false))
            {
                List<TrialResult> results = [];
                foreach (Uri root in (Uri[])[.. server.Urls, new Uri(folder.FullPath + Path.DirectorySeparatorChar)])
                {
                    results.Add(await new SchemeTrial(session, root, folder).RunAsync(cancellationToken).ConfigureAwait(false));
                }

                DemoTable.Write(console, results);
            }
        }

        console.Error.WriteLine("One 1 KiB and one 16 MiB file, opened by every scheme; SHA-256 agrees with the sample's. Warm: 2,000 repeats of 1 KiB on one");
        console.Error.WriteLine("connection after 20,000 to warm up (ftp, gopher: 2,000); allocated counts the whole process, client and server. A local file is opened anew");
        console.Error.WriteLine("each time, and so is an ftp file: its login is kept, but each transfer has a data connection of its own. Gopher has a connection an item.");
        return ExitCode.Ok;
    }
}
