using System.Text;

namespace HiPerf.Properties.Fuzz;

/// <summary>Changes a seed in place: octets, numbers, words, blocks, other seeds' ends.</summary>
internal sealed class Mutator(FuzzRandom random, SeedPool seeds, IEnumerable<string> words)
{
    // Nearly all inputs stay short, for a short one goes where a long one goes; a few are as long as any may be.
    private const int Short = 4096;

    private static readonly byte[] s_interesting = [.. "\r\n\0 \t:;,\"\\%=/?#@[]()<>+-*'.0"u8, 0x7F, 0x80, 0xC3, 0xFF];

    private readonly byte[][] _words = [.. words.Concat(
    [
        "\r\n", "\r\n\r\n", "\n\n", "\r\r\n", "%00", "%2f", "%zz", "0x", "00000000000000000000", "9223372036854775807", "9223372036854775808", "18446744073709551616",
        "2147483648", "65536", "7fffffffffffffff", "8000000000000000", "ffffffffffffffff", "\"\"", "\\\"", "-1", "\u00C3\u00A9",
    ]).Select(Encoding.Latin1.GetBytes)];

    private readonly byte[] _block = new byte[Short];

    /// <summary>Fills the input with a seed and changes it; one in sixteen stays as it is.</summary>
    public void Fill(FuzzInput input)
    {
        input.Set(seeds.Pick(), random.Next());
        if (random.OneIn(16))
        {
            return;
        }

        int most = random.OneIn(4096) ? FuzzInput.MaxLength : Math.Max(Short, input.Length);
        do
        {
            Mutate(input, most);
        }
        while (random.OneIn(2));
    }

    private void Mutate(FuzzInput input, int most)
    {
        byte[] octets = input.Octets;
        int length = input.Length;
        int at = random.Below(length + 1);
        int run = Math.Min(random.OneIn(4) ? random.Below(64) + 1 : random.Below(4) + 1, length - at);
        switch (random.Below(14))
        {
            case 0 when run > 0:
                octets[at] ^= (byte)(1 << random.Below(8));
                break;
            case 1 when run > 0:
                octets[at] = s_interesting[random.Below(s_interesting.Length)];
                break;
            case 2 when run > 0:
                octets[at] = (byte)random.Below(256);
                break;
            case 3:
                Insert(input, at, s_interesting.AsSpan(random.Below(s_interesting.Length), 1), most);
                break;
            case 4 or 5:
                Insert(input, at, _words[random.Below(_words.Length)], most);
                break;
            case 6:
                octets.AsSpan((at + run)..length).CopyTo(octets.AsSpan(at));
                input.Length -= run;
                break;
            case 7 when run > 0:
                Insert(input, at, Copy(octets.AsSpan(at, run)), most);
                break;
            case 8 when run > 0:
                Insert(input, random.Below(length + 1), Copy(octets.AsSpan(at, run)), most);
                break;
            case 9 when run > 0:
                Repeat(input, at, run, most);
                break;
            case 10:
                BumpNumber(octets.AsSpan(0, length), at);
                break;
            case 11:
                byte[] other = seeds.Pick();
                int from = random.Below(other.Length + 1);
                input.Length = at;
                Insert(input, at, other.AsSpan(from), most);
                break;
            case 12 when random.OneIn(4):
                input.Length = at;
                break;
            case 13 when run > 0 && char.IsAsciiLetter((char)octets[at]):
                octets[at] ^= 0x20;
                break;
        }
    }

    private ReadOnlySpan<byte> Copy(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(_block);
        return _block.AsSpan(0, octets.Length);
    }

    private static void Insert(FuzzInput input, int at, ReadOnlySpan<byte> octets, int most)
    {
        int count = Math.Min(octets.Length, most - input.Length);
        if (count <= 0)
        {
            return;
        }

        input.Octets.AsSpan(at..input.Length).CopyTo(input.Octets.AsSpan(at + count));
        octets[..count].CopyTo(input.Octets.AsSpan(at));
        input.Length += count;
    }

    private void Repeat(FuzzInput input, int at, int run, int most)
    {
        ReadOnlySpan<byte> block = Copy(input.Octets.AsSpan(at, run));
        int times = most > Short ? most : random.OneIn(8) ? random.Below(200) : random.Below(6);
        int count = (int)Math.Min((long)times * run, most - input.Length);
        if (count <= 0)
        {
            return;
        }

        input.Octets.AsSpan(at..input.Length).CopyTo(input.Octets.AsSpan(at + count));
        for (int i = 0; i < count; i++)
        {
            input.Octets[at + i] = block[i % run];
        }

        input.Length += count;
    }

    // The digits at or behind the place: one up or down at some digit.
    private void BumpNumber(Span<byte> octets, int at)
    {
        int digit = octets[at..].IndexOfAnyInRange((byte)'0', (byte)'9');
        if (digit >= 0)
        {
            ref byte octet = ref octets[at + digit];
            octet = (byte)('0' + ((octet - '0' + (random.OneIn(2) ? 1 : 9)) % 10));
        }
    }
}
