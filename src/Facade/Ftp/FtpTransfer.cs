#pragma warning disable CA1822, CA1065, MA0025
namespace HiPerf.Ftp;

/// <summary>One transfer: its data connection, its replies, its end.</summary>
internal sealed class FtpTransfer
{
    public long? Length => throw new NotImplementedException();

    public bool IsComplete => throw new NotImplementedException();

    public bool IsUpload => throw new NotImplementedException();
}
