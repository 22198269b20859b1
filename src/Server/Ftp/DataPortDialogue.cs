using System.Net;
using System.Net.Sockets;
using HiPerf.Ftp;

namespace HiPerf.Server;

/// <summary>PASV and EPSV: where this session's next data connection goes. It has at most one port; a new one takes the place of the old.</summary>
internal sealed class DataPortDialogue(FtpFolderOptions options, PassivePorts ports, ReplySender replies, IPAddress? local) : IDisposable
{
    private bool _extendedOnly;

    /// <summary>The port that is lent; null before PASV or EPSV, and once it was used.</summary>
    public PassivePort? Port { get; private set; }

    /// <summary>PASV. RFC 959 section 4.1.2.</summary>
    public void Passive()
    {
        if (_extendedOnly)
        {
            replies.Write(501, "EPSV ALL was said: use EPSV."u8);
        }
        else if (local is null || local.AddressFamily != AddressFamily.InterNetwork)
        {
            replies.Write(425, "PASV is for IPv4: use EPSV."u8);
        }
        else if (TryLend(local, out var port))
        {
            Span<byte> octets = stackalloc byte[4];
            _ = (options.PassiveAddress ?? local).TryWriteBytes(octets, out _);
            Span<byte> text = stackalloc byte[64];
            "Entering Passive Mode ("u8.CopyTo(text);
            _ = HostPortWriter.TryWrite(text[23..], HostPort.From(octets, port), out var written);
            ")."u8.CopyTo(text[(23 + written)..]);
            replies.Write(227, text[..(25 + written)]);
        }
    }

    /// <summary>EPSV, with a protocol's number, with ALL, or alone. RFC 2428 section 3.</summary>
    public void ExtendedPassive(ReadOnlySpan<byte> argument)
    {
        if (System.Text.Ascii.EqualsIgnoreCase(argument, "ALL"u8))
        {
            _extendedOnly = true;
            replies.Write(200, "EPSV alone from now on."u8);
            return;
        }

        if (local is null)
        {
            replies.Write(425, "No data connection is possible here."u8);
            return;
        }

        var isIPv4 = local.AddressFamily == AddressFamily.InterNetwork;
        if (!argument.IsEmpty && !argument.SequenceEqual(isIPv4 ? "1"u8 : "2"u8))
        {
            replies.Write(522, isIPv4 ? "Network protocol not supported, use (1)."u8 : "Network protocol not supported, use (2)."u8);
        }
        else if (TryLend(local, out var port))
        {
            Span<byte> text = stackalloc byte[64];
            "Entering Extended Passive Mode ("u8.CopyTo(text);
            _ = HostPortWriter.TryWriteExtendedPassive(text[32..], HostPort.FromPort(port), out var written);
            ")."u8.CopyTo(text[(32 + written)..]);
            replies.Write(229, text[..(34 + written)]);
        }
    }

    /// <summary>Says that a transfer begins on the port.</summary>
    /// <returns>The time that is left to connect; zero or less when there is none.</returns>
    public TimeSpan Claim() => Port is { } port ? ports.Claim(port, this) : TimeSpan.Zero;

    /// <summary>Gives the port back.</summary>
    public void Return()
    {
        if (Port is { } port)
        {
            Port = null;
            ports.Return(local!, port, this);
        }
    }

    public void Dispose() => Return();

    private bool TryLend(IPAddress address, out int number)
    {
        Return();
        Port = ports.TryLend(address, this);
        number = Port?.Port ?? 0;
        if (Port is null)
        {
            replies.Write(425, "No port is free, try again later."u8);
        }

        return Port is not null;
    }
}
