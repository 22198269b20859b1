using System.Buffers.Binary;

namespace HiPerf.Properties.Fuzz;

/// <summary>One execution's input: octets, and the choices that say how they are read and which law is tried on them. Used again for the next one.</summary>
internal sealed class FuzzInput
{
    /// <summary>The most octets an input has.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Room for the octets; oracles read it from 0 to <see cref="Length"/>.</summary>
    public byte[] Octets { get; } = new byte[MaxLength];

    public int Length { get; set; }

    /// <summary>Bits 0 to 7: the law. 8 to 31: the target's own, such as leniency and limits. 32 to 63: places to split or change.</summary>
    public ulong Choices { get; set; }

    public ReadOnlySpan<byte> Span => Octets.AsSpan(0, Length);

    /// <summary>Where to split, from 0 to the length.</summary>
    public int Split => Length == 0 ? 0 : (int)((Choices >> 32) % (ulong)(Length + 1));

    public void Set(ReadOnlySpan<byte> octets, ulong choices)
    {
        octets.CopyTo(Octets);
        Length = octets.Length;
        Choices = choices;
    }

    /// <summary>What <c>--replay</c> takes: choices, then octets.</summary>
    public string ToReplay()
    {
        byte[] all = new byte[8 + Length];
        BinaryPrimitives.WriteUInt64LittleEndian(all, Choices);
        Span.CopyTo(all.AsSpan(8));
        return Convert.ToBase64String(all);
    }

    public static FuzzInput? FromReplay(string text)
    {
        byte[] all = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, all, out int length) || length is < 8 or > MaxLength + 8)
        {
            return null;
        }

        var input = new FuzzInput();
        input.Set(all.AsSpan(8..length), BinaryPrimitives.ReadUInt64LittleEndian(all));
        return input;
    }
}
