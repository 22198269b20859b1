using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Properties.Fuzz;

/// <summary>What mutation starts from: the sample tables, which stay, and messages generated from the grammar, which are renewed by and by.</summary>
internal sealed class SeedPool
{
    private const int Generated = 1024;
    private const int Renewed = 32;
    private const int GeneratorSize = 50;

    private readonly IFuzzTarget _target;
    private readonly FuzzRandom _random;
    private readonly byte[][] _samples;
    private readonly byte[][] _generated;
    private int _next;

    public SeedPool(IFuzzTarget target, FuzzRandom random)
    {
        _target = target;
        _random = random;
        _samples = [.. target.Samples.Select(Encoding.Latin1.GetBytes).Where(s => s.Length <= FuzzInput.MaxLength)];
        _generated = Generate(Generated);
    }

    /// <summary>Any seed; two in three are generated.</summary>
    public byte[] Pick() => _samples.Length > 0 && _random.OneIn(3) ? _samples[_random.Below(_samples.Length)] : _generated[_random.Below(_generated.Length)];

    /// <summary>Puts new messages in the place of the oldest generated ones.</summary>
    public void Renew()
    {
        foreach (byte[] seed in Generate(Renewed))
        {
            _generated[_next] = seed;
            _next = (_next + 1) % _generated.Length;
        }
    }

    private byte[][] Generate(int count)
    {
        var seed = new Rnd(_random.Next(), _random.Next() | 1);
        return [.. Gen.Sample(_target.Structure, GeneratorSize, seed, count).Select(Encoding.Latin1.GetBytes).Where(s => s.Length <= FuzzInput.MaxLength)];
    }
}
