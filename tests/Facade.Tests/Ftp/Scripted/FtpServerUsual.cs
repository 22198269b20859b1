using System.Globalization;
using HiPerf.Samples.Catalogue;
using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Facade.Tests.Ftp.Scripted;

/// <summary>What an honest server does at each command: one folder <c>/</c> with one file that every path leads to.</summary>
internal sealed class FtpServerUsual(ScriptedFtpServer server)
{
    private const string Time = "20260101000000";

    private int _offset;

    public IEnumerable<FtpStep> Steps(string line, FtpServerData data)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var argument = space < 0 ? string.Empty : line[(space + 1)..];
        var verb = (space < 0 ? line : line[..space]).ToUpperInvariant();
        switch (verb)
        {
            case "":
                return [Reply("220 ready")];
            case "USER":
                return [Reply("331 and the password")];
            case "PASS":
                return [Reply("230 in")];
            case "AUTH" when server.Certificate is not null:
                return [Reply("234 go"), StartTls];
            case "PBSZ":
                return [Reply("200 PBSZ=0")];
            case "PROT":
                data.IsProtected = argument == "P";
                return [Reply("200 ok")];
            case "FEAT":
                return [Send("211-Features:\r\n AUTH TLS\r\n PBSZ\r\n PROT\r\n EPRT\r\n EPSV\r\n SIZE\r\n MDTM\r\n MFMT\r\n REST STREAM\r\n MLST type*;size*;modify*;\r\n UTF8\r\n211 End\r\n")];
            case "EPSV":
                return [Reply("229 Entering Extended Passive Mode (|||{port}|)")];
            case "PASV":
                return [Reply("227 Entering Passive Mode (127,0,0,1,{hi},{lo})")];
            case "PORT" or "EPRT":
                return [Reply(data.TryAim(verb, argument) ? "200 ok" : "501 no")];
            case "REST":
                _offset = int.Parse(argument, CultureInfo.InvariantCulture);
                return [Reply("350 and what?")];
            case "RETR":
                var rest = server.Content[Math.Min(_offset, server.Content.Length)..];
                _offset = 0;
                return [Reply("150 here"), OpenData, SendData(rest), EndData, Reply("226 done")];
            case "STOR" or "APPE" or "STOU":
                return [Reply("150 give"), OpenData, ReceiveData, Reply("226 done")];
            case "MLSD":
                return Transfer($"type=file;size={server.Content.Length};modify={Time}; hello.txt\r\n");
            case "LIST":
                return Transfer($"-rw-r--r--   1 owner group {server.Content.Length} Jan 01 2026 hello.txt\r\n");
            case "NLST":
                return Transfer("hello.txt\r\n");
            case "MLST":
                return [Send($"250-Listing\r\n type=file;size={server.Content.Length};modify={Time}; {argument}\r\n250 End\r\n")];
            case "QUIT":
                return [Reply("221 bye"), Close];
            default:
                return [Reply(Plain(verb))];
        }
    }

    private static FtpStep[] Transfer(string octets) => [Reply("150 here"), OpenData, SendData(octets), EndData, Reply("226 done")];

    private string Plain(string verb) => verb switch
    {
        "SIZE" => $"213 {server.Content.Length}",
        "MDTM" => $"213 {Time}",
        "MFMT" => $"213 modify={Time}; hello.txt",
        "PWD" => "257 \"/\" is current",
        "MKD" => "257 \"/made\" made",
        "RNFR" => "350 to what?",
        "STAT" => "211 fine",
        "SYST" => "215 UNIX Type: L8",
        "ABOR" => "226 nothing to stop",
        "TYPE" or "MODE" or "STRU" or "OPTS" or "NOOP" or "ALLO" or "CLNT" or "LANG" or "SITE" => "200 ok",
        "CWD" or "CDUP" or "RMD" or "DELE" or "RNTO" => "250 ok",
        "HOST" => "220 ok",
        _ => "502 no",
    };
}
