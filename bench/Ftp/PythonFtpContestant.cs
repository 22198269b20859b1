using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace HiPerf.Bench.Ftp;

/// <summary>Python's ftplib in a process of its own, which measures inside: nothing of its start or of the pipe to it is in the figures.</summary>
internal sealed class PythonFtpContestant : FtpContestant
{
    private const string Script = """
        import ftplib, json, ssl, sys, threading, time
        host, port, secure, user, password, certificate, length, connections, block = sys.argv[1:]
        length, connections, block = int(length), int(connections), int(block)
        class Secure(ftplib.FTP_TLS):
            # ftplib does not resume the control connection's TLS session, which the server requires.
            def ntransfercmd(self, command, rest=None):
                connection, size = ftplib.FTP.ntransfercmd(self, command, rest)
                return self.context.wrap_socket(connection, server_hostname=host, session=self.sock.session), size
        class Source:
            def __init__(self):
                self.left = length
                self.block = bytes(block)
            def read(self, size):
                size = min(size, self.left)
                self.left -= size
                return self.block if size == block else self.block[:size]
        def connect():
            ftp = Secure(context=ssl.create_default_context(cafile=certificate)) if secure == 'True' else ftplib.FTP()
            ftp.connect(host, int(port))
            ftp.login(user, password)
            if secure == 'True':
                ftp.prot_p()
            ftp.voidcmd('TYPE I')
            return ftp
        ftps = [connect() for i in range(connections)]
        ftp = ftps[0]
        def file(ftp, name):
            pieces = []
            ftp.retrbinary('RETR ' + name, pieces.append)
            assert len(b''.join(pieces)) == 1024
        def files(names):
            for name in names:
                file(ftp, name)
        def parallel(names):
            def some(i):
                for name in names[i::connections]:
                    file(ftps[i], name)
            threads = [threading.Thread(target=some, args=(i,)) for i in range(connections)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
        def noop(names):
            for name in names:
                ftp.voidcmd('NOOP')
        def size(names):
            ftp.voidcmd('TYPE I')
            for name in names:
                ftp.size('small/f0000')
        def listing(names):
            lines = []
            ftp.retrlines('LIST list', lines.append)
        def down(names):
            pieces = [0]
            def count(piece):
                pieces[0] += len(piece)
            ftp.retrbinary('RETR big', count, blocksize=block)
            assert pieces[0] == length
        def up(names):
            ftp.storbinary('STOR up/python', Source(), blocksize=block)
        jobs = dict(noop=noop, size=size, files=files, batch=files, parallel=parallel, list=listing, down=down, up=up)
        for line in sys.stdin:
            job, count, there = line.split()
            names = ['small/f%04d' % (i % int(there)) for i in range(int(count))]
            start = time.perf_counter()
            jobs[job](names)
            print(json.dumps(dict(job=job, seconds=time.perf_counter() - start)), flush=True)
        """;

    private readonly Process _process;
    private readonly FtpFolder _folder;

    private PythonFtpContestant(Process process, FtpFolder folder)
        : base("ftplib")
    {
        _process = process;
        _folder = folder;
    }

    public static string Program => "/usr/bin/python3";

    public override bool IsHere => false;

    public static PythonFtpContestant Start(VsftpdProcess server, FtpFolder folder, bool secure)
    {
        var start = new ProcessStartInfo(
            Program,
            [
                "-c", Script, VsftpdProcess.Host, server.Port.ToString(CultureInfo.InvariantCulture), secure.ToString(), VsftpdProcess.UserName, VsftpdProcess.Password,
                folder.Of("cert.pem"), folder.Length.ToString(CultureInfo.InvariantCulture), Connections.ToString(CultureInfo.InvariantCulture), BufferLength.ToString(CultureInfo.InvariantCulture),
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new PythonFtpContestant(Process.Start(start)!, folder);
    }

    public override async Task<TimeSpan> TimeAsync(FtpJob job, int count)
    {
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{job.Name} {count} {_folder.Names.Count}")).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        string line = await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) ?? throw new InvalidOperationException("Python ended.");
        using JsonDocument answer = JsonDocument.Parse(line);
        return TimeSpan.FromSeconds(answer.RootElement.GetProperty("seconds").GetDouble());
    }

    public override async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private protected override Task RunAsync(FtpJob job, int count) => TimeAsync(job, count);
}
