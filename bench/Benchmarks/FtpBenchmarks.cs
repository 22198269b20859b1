using BenchmarkDotNet.Attributes;
using HiPerf.Ftp;

namespace HiPerf.Bench.Benchmarks;

/// <summary>FTP's control connection: its parsers and writers.</summary>
[MemoryDiagnoser, ShortRunJob]
public class FtpBenchmarks
{
    private static readonly byte[] s_reply = "226 Transfer complete.\r\n"u8.ToArray();
    private static readonly byte[] s_features = "211-Features:\r\n AUTH TLS\r\n EPRT\r\n EPSV\r\n MDTM\r\n MLST type*;size*;modify*;\r\n PBSZ\r\n PROT\r\n REST STREAM\r\n SIZE\r\n UTF8\r\n211 End\r\n"u8.ToArray();
    private static readonly byte[] s_facts = "type=file;size=1024990;modify=20261120195701;UNIX.mode=0644;UNIX.owner=1000;UNIX.group=1000;unique=fd01g12c; a file.txt"u8.ToArray();
    private readonly byte[] _buffer = new byte[256];
    private FtpReply _reply;

    /// <summary>A reply of one line.</summary>
    [Benchmark]
    public int Reply() => FtpReplyParser.Parse(s_reply, ref _reply, FtpLimits.Default).Consumed;

    /// <summary>A reply of twelve lines, each looked at.</summary>
    [Benchmark]
    public int ReplyLines()
    {
        int consumed = FtpReplyParser.Parse(s_features, ref _reply, FtpLimits.Default).Consumed;
        FtpReplyLineReader lines = _reply.LinesIn(s_features);
        while (lines.Next(out FtpText line, out _))
        {
            consumed += line.Length;
        }

        return consumed;
    }

    /// <summary>FEAT.</summary>
    [Benchmark]
    public int Features() => FtpReplyParser.Parse(s_features, ref _reply, FtpLimits.Default).IsDone ? FtpFeaturesParser.Parse(s_features, in _reply, out _).Consumed : 0;

    /// <summary>A command with its argument.</summary>
    [Benchmark]
    public int Command()
    {
        FtpCommandLine line = default;
        return FtpCommandParser.Parse("RETR /pub/a file.txt\r\n"u8, ref line, FtpLimits.Default).Consumed;
    }

    /// <summary>A command written.</summary>
    [Benchmark]
    public int WriteCommand() => FtpCommandWriter.TryWrite(_buffer, FtpCommand.Retr, "/pub/a file.txt"u8, out int written) ? written : 0;

    /// <summary>A reply written.</summary>
    [Benchmark]
    public int WriteReply() => FtpReplyWriter.TryWrite(_buffer, 226, "Transfer complete."u8, out int written) ? written : 0;

    /// <summary>The text of 227.</summary>
    [Benchmark]
    public int Passive() => HostPortParser.ParsePassive("Entering Passive Mode (192,168,1,100,10,229)."u8, out _).Consumed;

    /// <summary>EPRT written.</summary>
    [Benchmark]
    public int WriteExtendedPort()
    {
        var value = HostPort.FromIPv4(0x7F000001, 2789);
        return HostPortWriter.TryWriteExtended(_buffer, in value, out int written) ? written : 0;
    }

    /// <summary>A line of MLSD.</summary>
    [Benchmark]
    public int Facts() => FactLineParser.Parse(s_facts, out _).Consumed;

    /// <summary>A line of MLSD written.</summary>
    [Benchmark]
    public int WriteFacts()
    {
        var writer = new FactLineWriter(_buffer);
        writer.WriteType(FtpFactType.File);
        writer.WriteSize(1_024_990);
        writer.WriteModify(638_000_000_000_000_000);
        return writer.TryComplete("a file.txt"u8, out int written) ? written : 0;
    }

    /// <summary>The path name of 257.</summary>
    [Benchmark]
    public int QuotedPath() => QuotedPathParser.Parse("\"/pub/a \"\"b\"\"\" is current"u8, out _).Consumed;

    /// <summary>A time.</summary>
    [Benchmark]
    public int Time() => TimeValParser.Parse("20261120195701.123"u8, out _).Consumed;

    /// <summary>A time written.</summary>
    [Benchmark]
    public int WriteTime() => TimeValWriter.TryWrite(_buffer, 638_000_000_000_000_000, out int written) ? written : 0;

    /// <summary>A size.</summary>
    [Benchmark]
    public int Size() => SizeParser.Parse("1024990"u8, out _).Consumed;

    /// <summary>A hash.</summary>
    [Benchmark]
    public int Hash() => FtpHashParser.Parse("MD5 0-5 d41d8cd98f00b204e9800998ecf8427e a"u8, FtpHashAlgorithms.Md5, _buffer, out int written).IsDone ? written : 0;

    /// <summary>A command and its reply in the accounts.</summary>
    [Benchmark]
    public int Accounts()
    {
        var state = default(ControlState);
        _ = state.Receive(220);
        state.Send(FtpCommand.Noop);
        return state.Receive(200).Kind == ControlAnswerKind.Final ? 1 : 0;
    }
}
