namespace HiPerf.Samples.Catalogue;

/// <summary>The words that scripts of FTP servers are made of.</summary>
public static class FtpScript
{
    public static FtpStep AsUsual { get; } = new(FtpDoes.AsUsual);

    public static FtpStep StartTls { get; } = new(FtpDoes.StartTls);

    public static FtpStep Close { get; } = new(FtpDoes.Close);

    public static FtpStep Reset { get; } = new(FtpDoes.Reset);

    public static FtpStep Stall { get; } = new(FtpDoes.Stall);

    public static FtpStep OpenData { get; } = new(FtpDoes.OpenData);

    public static FtpStep ReceiveData { get; } = new(FtpDoes.ReceiveData);

    public static FtpStep EndData { get; } = new(FtpDoes.EndData);

    public static FtpStep CutData { get; } = new(FtpDoes.CutData);

    public static FtpStep ResetData { get; } = new(FtpDoes.ResetData);

    public static FtpStep DropData { get; } = new(FtpDoes.DropData);

    public static FtpRule On(string prefix, params FtpStep[] steps) => new(prefix, IsOnce: false, steps);

    public static FtpRule Once(string prefix, params FtpStep[] steps) => new(prefix, IsOnce: true, steps);

    public static FtpRule Greeting(params FtpStep[] steps) => new(string.Empty, IsOnce: false, steps);

    /// <summary>A command that is answered with one line.</summary>
    public static FtpRule Answer(string prefix, string line) => On(prefix, Reply(line));

    public static FtpStep Send(string octets) => new(FtpDoes.Send, octets);

    /// <summary>A reply of one line; its end is added.</summary>
    public static FtpStep Reply(string line) => new(FtpDoes.Send, line + "\r\n");

    public static FtpStep Drip(string octets) => new(FtpDoes.Drip, octets);

    public static FtpStep Flood(string octets) => new(FtpDoes.Flood, octets);

    public static FtpStep IntrudeData(string octets) => new(FtpDoes.IntrudeData, octets);

    public static FtpStep OpenSecondData(string octets) => new(FtpDoes.OpenSecondData, octets);

    public static FtpStep SendData(string octets) => new(FtpDoes.SendData, octets);

    public static FtpStep FloodData(string octets) => new(FtpDoes.FloodData, octets);

    /// <summary>A listing by MLSD, one fact line an entry.</summary>
    public static FtpRule Listing(params string[] lines) => On("MLSD", Reply("150 here"), OpenData, SendData(string.Concat(lines.Select(line => line + "\r\n"))), EndData, Reply("226 done"));
}
