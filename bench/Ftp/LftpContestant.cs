using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HiPerf.Bench.Ftp;

/// <summary>lftp in a process of its own, kept and logged in; timed from its command's line to the word it is told to say behind it.</summary>
internal sealed class LftpContestant : FtpContestant
{
    private const string Done = "--done--";
    private readonly Process _process;
    private readonly FtpFolder _folder;
    private readonly bool _isSecure;

    private LftpContestant(Process process, FtpFolder folder, bool secure)
        : base("lftp")
    {
        _process = process;
        _folder = folder;
        _isSecure = secure;
    }

    public static string Program => "/usr/bin/lftp";

    public override bool IsHere => false;

    public static async Task<LftpContestant> StartAsync(VsftpdProcess server, FtpFolder folder, bool secure)
    {
        // What it downloads goes to a folder in memory, the big one through a link to nowhere: it would make room for a file by the name of /dev/null.
        File.Delete(folder.Of("out/nowhere"));
        File.CreateSymbolicLink(folder.Of("out/nowhere"), "/dev/null");
        var start = new ProcessStartInfo(Program, ["--norc"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["HOME"] = start.Environment["LFTP_HOME"] = folder.Of("out");
        var lftp = new LftpContestant(Process.Start(start)!, folder, secure);
        await lftp.SayAsync(string.Create(CultureInfo.InvariantCulture, $"""
            set cmd:interactive no
            set net:max-retries 1
            set net:timeout 20
            set xfer:clobber yes
            set xfer:make-backup no
            set ftp:ssl-allow {secure}
            set ftp:ssl-force {secure}
            set ftp:ssl-protect-data {secure}
            set ssl:verify-certificate no
            open -p {server.Port} -u {VsftpdProcess.UserName},{VsftpdProcess.Password} ftp://127.0.0.1
            quote NOOP
            """)).ConfigureAwait(false);
        return lftp;
    }

    // Under TLS it waits some 50 ms a file, and its mirror knows no number of files.
    public override int CountOf(FtpJobKind job, int count) => !_isSecure ? count : job switch
    {
        FtpJobKind.Files or FtpJobKind.Batch => Math.Min(count, 10),
        FtpJobKind.Parallel => 0,
        _ => count,
    };

    public override async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private protected override Task RunAsync(FtpJob job, int count) => SayAsync(Commands(job.Kind, count));

    private string Commands(FtpJobKind job, int count) => job switch
    {
        FtpJobKind.NoOp => string.Concat(Enumerable.Repeat("quote NOOP\n", count)),
        FtpJobKind.Size => string.Concat(Enumerable.Repeat($"quote SIZE {_folder.Names[0]}\n", count)),
        FtpJobKind.Files or FtpJobKind.Batch => $"get -O {_folder.Of("out")} {string.Join(' ', _folder.Names.Take(count))}",
        FtpJobKind.Parallel => $"mirror --transfer-all --parallel={Connections} small {_folder.Of("out/small")}",
        FtpJobKind.List => "cache flush\ncls -l list > " + _folder.Of("out/nowhere"),
        FtpJobKind.Download => "get big -o " + _folder.Of("out/nowhere"),
        _ => $"put {_folder.Of("root/big")} -o up/lftp",
    };

    private async Task SayAsync(string commands)
    {
        // As octets at once: a writer would split a long line over several writes.
        await _process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes($"{commands}\necho {Done}\n")).ConfigureAwait(false);
        await _process.StandardInput.BaseStream.FlushAsync().ConfigureAwait(false);
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is not Done and { } line)
        {
            if (line.StartsWith('5'))
            {
                throw new InvalidOperationException("lftp: " + line);
            }
        }
    }
}
