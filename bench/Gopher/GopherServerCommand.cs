using HiPerf.Server;

namespace HiPerf.Bench.Gopher;

/// <summary>Our server, in a process of its own, with the options it has by default.</summary>
internal static class GopherServerCommand
{
    /// <summary>Serves a folder on a free port, prints the port, and ends when the input does.</summary>
    public static async Task<int> RunAsync(string folder, TextReader input, TextWriter output)
    {
        var server = new InternetServer(new InternetServerOptions
        {
            Gopher = new GopherFolderOptions { Folder = folder },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Gopher }],
        });
        await using (server.ConfigureAwait(false))
        {
            await server.StartAsync().ConfigureAwait(false);
            await output.WriteLineAsync(FormattableString.Invariant($"{server.EndPoints[0].Port}")).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            while (await input.ReadLineAsync().ConfigureAwait(false) is not null)
            {
            }
        }

        return 0;
    }
}
