using System.CommandLine;
using CommandLine = System.CommandLine.ParseResult;

namespace HiPerf.Cli.Sessions;

/// <summary>The options of every verb that asks a server.</summary>
internal sealed class SessionArguments
{
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Show what happens, and FTP's dialogue, on standard error." };
    private readonly Option<string?> _roots = new("--cacert") { Description = "Trust the certificates of this PEM file instead of the system's.", HelpName = "FILE" };
    private readonly Option<double?> _timeout = new("--timeout") { Description = "Wait no longer than this for a connection, a response, or more content.", HelpName = "SECONDS" };
    private readonly Option<string?> _tls = new("--ftp-tls") { Description = "TLS of FTP: auto, off, opportunistic, explicit or implicit.", HelpName = "MODE" };
    private readonly Option<string?> _charset = new("--gopher-charset") { Description = "How Gopher texts are read: auto, utf-8, latin1 or cp437.", HelpName = "NAME" };
    private readonly Option<int[]> _ports = new("--allow-port") { Description = "Speak Gopher to this port also where that is refused; may be given again.", HelpName = "N", AllowMultipleArgumentsPerToken = false };

    /// <summary>Hangs them on a command.</summary>
    public SessionArguments(Command command)
    {
        command.Options.Add(_verbose);
        command.Options.Add(_roots);
        command.Options.Add(_timeout);
        command.Options.Add(_tls);
        command.Options.Add(_charset);
        command.Options.Add(_ports);
    }

    /// <summary>What a command line says.</summary>
    public SessionSettings Read(CommandLine line) => new()
    {
        Verbose = line.GetValue(_verbose),
        TrustedRoots = line.GetValue(_roots),
        Timeout = line.GetValue(_timeout),
        FtpTls = line.GetValue(_tls),
        GopherCharset = line.GetValue(_charset),
        AllowedPorts = line.GetValue(_ports) ?? [],
    };
}
