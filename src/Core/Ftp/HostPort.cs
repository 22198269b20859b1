using System.Buffers.Binary;

namespace HiPerf.Ftp;

/// <summary>Where a data connection goes: an address of sixteen octets, and a port.</summary>
/// <remarks>RFC 959 section 4.1.2, RFC 2428 section 2. An IPv4 address stands in its sixteen octets as <c>::ffff:a.b.c.d</c> (RFC 4291 section 2.5.5.2).
/// What a peer claims here is a claim: a client goes to its control peer's address (RFC 2577 section 3).</remarks>
public readonly record struct HostPort
{
    private HostPort(UInt128 address, ushort port, byte protocol)
    {
        Address = address;
        Port = port;
        NetworkProtocol = protocol;
    }

    /// <summary>The sixteen octets in network order, as a number; 0 where there is no address.</summary>
    public UInt128 Address { get; }

    /// <summary>The port, 1 to 65535.</summary>
    public ushort Port { get; }

    /// <summary>1 for IPv4, 2 for IPv6, 0 where there is no address. RFC 2428 section 2.</summary>
    public byte NetworkProtocol { get; }

    /// <summary>Whether there is an address; a 229 reply has none.</summary>
    public bool HasAddress => NetworkProtocol != 0;

    /// <summary>Whether the address is one of IPv4.</summary>
    public bool IsIPv4 => NetworkProtocol == 1;

    /// <summary>The four octets of an IPv4 address in network order, as a number.</summary>
    public uint IPv4 => (uint)Address;

    /// <summary>Makes one from the octets of an address.</summary>
    /// <param name="address">4 or 16 octets in network order.</param>
    /// <param name="port">1 to 65535.</param>
    /// <exception cref="ArgumentException">The address has another length, or the port is out of range.</exception>
    public static HostPort From(ReadOnlySpan<byte> address, int port)
    {
        switch (address.Length)
        {
            case 4:
                return FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(address), port);
            case 16:
                return FromIPv6(BinaryPrimitives.ReadUInt128BigEndian(address), port);
            default:
                FtpMisuse.BadAddress();
                return default;
        }
    }

    /// <summary>Makes one of IPv4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The port is not 1 to 65535.</exception>
    public static HostPort FromIPv4(uint address, int port) => new(((UInt128)0xFFFF << 32) | address, Checked(port), 1);

    /// <summary>Makes one of IPv6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The port is not 1 to 65535.</exception>
    public static HostPort FromIPv6(UInt128 address, int port) => new(address, Checked(port), 2);

    /// <summary>Makes one without address.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The port is not 1 to 65535.</exception>
    public static HostPort FromPort(int port) => new(UInt128.Zero, Checked(port), 0);

    /// <summary>Copies the address in network order.</summary>
    /// <param name="destination">4 octets for IPv4, 16 for IPv6.</param>
    /// <param name="written">Octets copied; 0 when they did not fit or there is no address.</param>
    /// <returns>False when nothing was copied.</returns>
    public bool TryCopyAddress(Span<byte> destination, out int written)
    {
        written = NetworkProtocol switch
        {
            1 when BinaryPrimitives.TryWriteUInt32BigEndian(destination, IPv4) => 4,
            2 when BinaryPrimitives.TryWriteUInt128BigEndian(destination, Address) => 16,
            _ => 0,
        };
        return written != 0;
    }

    private static ushort Checked(int port)
    {
        if (port is < 1 or > ushort.MaxValue)
        {
            FtpMisuse.BadPort(port);
        }

        return (ushort)port;
    }
}
