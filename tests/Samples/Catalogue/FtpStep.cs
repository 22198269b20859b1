namespace HiPerf.Samples.Catalogue;

/// <summary>What a scripted FTP server does.</summary>
public enum FtpDoes
{
    /// <summary>Sends octets on the control connection. <c>{port}</c>, <c>{hi}</c> and <c>{lo}</c> become the port, and its two octets, of a data connection that is listened for.</summary>
    Send,

    /// <summary>The same octet by octet.</summary>
    Drip,

    /// <summary>Sends octets on the control connection again and again, until the client goes away.</summary>
    Flood,

    /// <summary>What an honest server would do.</summary>
    AsUsual,

    /// <summary>Begins TLS on the control connection.</summary>
    StartTls,

    /// <summary>Ends the control connection in good order.</summary>
    Close,

    /// <summary>Ends the control connection with a reset.</summary>
    Reset,

    /// <summary>Says that it does nothing any more, and waits for the client to go away.</summary>
    Stall,

    /// <summary>Makes the data connection: lets the client in, or goes to where PORT or EPRT said. Under TLS where PROT P was granted.</summary>
    OpenData,

    /// <summary>Goes to where PORT or EPRT said from a foreign address, and sends octets there.</summary>
    IntrudeData,

    /// <summary>Goes to where PORT or EPRT said a second time, and sends octets there.</summary>
    OpenSecondData,

    /// <summary>Sends octets on the data connection.</summary>
    SendData,

    /// <summary>Sends octets on the data connection again and again, until the client goes away.</summary>
    FloodData,

    /// <summary>Reads the data connection to its end.</summary>
    ReceiveData,

    /// <summary>Ends the data connection in good order: FIN, and close_notify before it under TLS.</summary>
    EndData,

    /// <summary>Ends the data connection by FIN alone, under TLS too.</summary>
    CutData,

    /// <summary>Ends the data connection with a reset.</summary>
    ResetData,

    /// <summary>Ends the listening for a data connection; who came meanwhile is reset.</summary>
    DropData,
}

/// <summary>One step of a scripted FTP server.</summary>
/// <param name="Does">What it does.</param>
/// <param name="Octets">With which octets, ISO-8859-1.</param>
public sealed record FtpStep(FtpDoes Does, string Octets = "");
