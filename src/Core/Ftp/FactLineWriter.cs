using System.Buffers.Text;

namespace HiPerf.Ftp;

/// <summary>Writes one line of MLSD, or of a reply to MLST, and the argument of OPTS MLST.</summary>
/// <remarks>
/// <code>
/// entry = *( factname "=" value ";" ) SP pathname
/// </code>
/// RFC 3659 section 7.2. Facts come first, the name last; the line end, and for MLST the space before the line, are the caller's, who also doubles an IAC there
/// (<see cref="FtpReplyWriter.TryWriteIndented"/>). A text fact is visible octets but the semicolon; a name holds no CR, LF or NUL.
/// </remarks>
public ref struct FactLineWriter
{
    private readonly Span<byte> _destination;
    private int _at;
    private bool _isFull;

    /// <summary>Begins a line.</summary>
    /// <param name="destination">Takes it.</param>
    public FactLineWriter(Span<byte> destination)
    {
        _destination = destination;
    }

    /// <summary>Writes the fact <c>type</c>.</summary>
    /// <exception cref="ArgumentException">Unknown and Other have no word.</exception>
    public void WriteType(FtpFactType type) => WriteFact(FtpFactNames.Type, type switch
    {
        FtpFactType.File => "file"u8,
        FtpFactType.Directory => "dir"u8,
        FtpFactType.CurrentDirectory => "cdir"u8,
        FtpFactType.ParentDirectory => "pdir"u8,
        FtpFactType.Link => "OS.unix=slink"u8,
        _ => default,
    });

    /// <summary>Writes the fact <c>size</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public void WriteSize(long size)
    {
        if (size < 0)
        {
            FtpMisuse.BadNumber(size);
        }

        Span<byte> digits = stackalloc byte[20];
        _ = Utf8Formatter.TryFormat(size, digits, out int length);
        WriteFact(FtpFactNames.Size, digits[..length]);
    }

    /// <summary>Writes the fact <c>modify</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ticks are no date.</exception>
    public void WriteModify(long utcTicks)
    {
        Span<byte> time = stackalloc byte[TimeValWriter.MaxLength];
        _ = TimeValWriter.TryWrite(time, utcTicks, out int length);
        WriteFact(FtpFactNames.Modify, time[..length]);
    }

    /// <summary>Writes the fact <c>perm</c>, which may be empty.</summary>
    public void WritePermissions(FtpPermissions permissions)
    {
        Span<byte> letters = stackalloc byte[10];
        int length = 0;
        for (int i = 0; i < 10; i++)
        {
            if (((int)permissions & (1 << i)) != 0)
            {
                letters[length++] = "acdeflmprw"u8[i];
            }
        }

        Put(FtpFactTable.Bytes((int)FtpFactNames.Perm), (byte)'=');
        Put(letters[..length], (byte)';');
    }

    /// <summary>Writes the fact <c>UNIX.mode</c> as four octal digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mode is not 0 to octal 7777.</exception>
    public void WriteUnixMode(int mode)
    {
        if (mode is < 0 or > 0xFFF)
        {
            FtpMisuse.BadNumber(mode);
        }

        WriteFact(FtpFactNames.UnixMode, [(byte)('0' + (mode >> 9)), (byte)('0' + ((mode >> 6) & 7)), (byte)('0' + ((mode >> 3) & 7)), (byte)('0' + (mode & 7))]);
    }

    /// <summary>Writes any one fact.</summary>
    /// <param name="name">One fact.</param>
    /// <param name="value">One or more visible octets but the semicolon.</param>
    /// <exception cref="ArgumentException">The name is none or several, or the value may not be written.</exception>
    public void WriteFact(FtpFactNames name, scoped ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> octets = FtpFactTable.Bytes((int)name);
        if (octets.IsEmpty || value.IsEmpty || value.Contains((byte)';') || value.Contains<byte>(0x7F) || value.ContainsAnyInRange((byte)0, (byte)0x20))
        {
            FtpMisuse.BadFact();
        }

        Put(octets, (byte)'=');
        Put(value, (byte)';');
    }

    /// <summary>Writes the name, and ends the line.</summary>
    /// <param name="name">One or more octets but CR, LF and NUL.</param>
    /// <param name="written">Octets of the line; 0 when it did not fit.</param>
    /// <returns>False when the destination was too short.</returns>
    /// <exception cref="ArgumentException">The name may not be written.</exception>
    public bool TryComplete(scoped ReadOnlySpan<byte> name, out int written)
    {
        if (name.IsEmpty || !FtpOctets.IsLine(name))
        {
            FtpMisuse.BadFact();
        }

        Put(default, (byte)' ');
        _isFull |= !_isFull && !name.TryCopyTo(_destination[_at..]);
        written = _isFull ? 0 : _at + name.Length;
        return !_isFull;
    }

    /// <summary>Writes the argument of OPTS MLST: the facts that the server shall send.</summary>
    /// <param name="destination">Takes it.</param>
    /// <param name="facts">Any facts.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <remarks>RFC 3659 section 7.9.</remarks>
    public static bool TryWriteOptions(Span<byte> destination, FtpFactNames facts, out int written)
    {
        var writer = new FactLineWriter(destination);
        writer.Put("MLST"u8, (byte)' ');
        for (int i = 0; i < FtpFactTable.Count; i++)
        {
            if (((int)facts & (1 << i)) != 0)
            {
                writer.Put(FtpFactTable.Bytes(1 << i), (byte)';');
            }
        }

        written = writer._isFull ? 0 : writer._at;
        return !writer._isFull;
    }

    private void Put(scoped ReadOnlySpan<byte> octets, byte behind)
    {
        if (_isFull || _destination.Length - _at <= octets.Length)
        {
            _isFull = true;
            return;
        }

        octets.CopyTo(_destination[_at..]);
        _at += octets.Length;
        _destination[_at++] = behind;
    }
}
