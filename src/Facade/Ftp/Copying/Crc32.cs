namespace HiPerf.Ftp;

/// <summary>CRC-32 as XCRC means it (ISO 3309, reflected, polynomial 04C11DB7); the base library has none.</summary>
internal struct Crc32()
{
    private static readonly uint[] Table = MakeTable();

    private uint _state = uint.MaxValue;

    /// <summary>The value so far.</summary>
    public readonly uint Value => ~_state;

    public void Append(ReadOnlySpan<byte> octets)
    {
        var state = _state;
        foreach (var octet in octets)
        {
            state = Table[(byte)(state ^ octet)] ^ (state >> 8);
        }

        _state = state;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
