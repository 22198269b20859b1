using System.Runtime.CompilerServices;

namespace HiPerf.Http;

/// <summary>What Cache-Control says, as plain data.</summary>
/// <remarks>
/// RFC 9111 sections 4.2.1 and 5.2. Of a time that stands twice the first counts. A time that is no number is the most restrictive there is: stale at once. An
/// argument to a directive that takes none is passed over where the directive restricts, and takes the directive away where it allows.
/// </remarks>
public struct CacheControl
{
    /// <summary>The greatest time, 2^31 seconds: what is more is read as this. RFC 9111 section 1.2.2.</summary>
    public const long MaxSeconds = 1L << 31;

    private uint _present;
    private uint _invalid;
    private uint _repeated;
    private Times _times;
    private FieldText _noCacheFields;
    private FieldText _privateFields;

    [InlineArray(6)]
    private struct Times
    {
        private uint _first;
    }

    /// <summary>The fields that <c>no-cache="…"</c> is about, for <see cref="TokenListReader"/>; absent where it is about the whole response.</summary>
    public readonly FieldText NoCacheFields => _noCacheFields;

    /// <summary>The fields that <c>private="…"</c> is about; absent where it is about the whole response.</summary>
    public readonly FieldText PrivateFields => _privateFields;

    /// <summary>Whether a directive is given. Where it names fields, see <see cref="NoCacheFields"/> and <see cref="PrivateFields"/>.</summary>
    public readonly bool Has(CacheDirective directive) => (_present & Bit(directive)) != 0;

    /// <summary>Whether a directive stood there with an argument that it does not take.</summary>
    public readonly bool IsInvalid(CacheDirective directive) => (_invalid & Bit(directive)) != 0;

    /// <summary>Whether a directive stood there again with another argument: a careful cache takes the response for stale. RFC 9111 section 4.2.1.</summary>
    public readonly bool IsConflicting(CacheDirective directive) => (_repeated & Bit(directive)) != 0;

    /// <summary>The time of a directive that has one.</summary>
    /// <param name="directive">MaxAge to StaleIfError.</param>
    /// <returns>0 to <see cref="MaxSeconds"/>; −1 where it is not given or has no time.</returns>
    public readonly long Seconds(CacheDirective directive) => TakesSeconds(directive) && Has(directive) ? _times[(int)directive - 1] : -1;

    internal static bool TakesSeconds(CacheDirective directive) => directive is >= CacheDirective.MaxAge and <= CacheDirective.StaleIfError;

    internal static bool TakesFields(CacheDirective directive) => directive is CacheDirective.NoCache or CacheDirective.Private;

    // What lets a cache do more than it could without.
    private static bool Allows(CacheDirective directive) => directive is CacheDirective.Public or CacheDirective.Immutable or CacheDirective.MustUnderstand;

    internal void Add(ReadOnlySpan<byte> value, CacheDirective directive, FieldText argument)
    {
        if (directive == CacheDirective.Unknown)
        {
            return;
        }

        if (TakesSeconds(directive))
        {
            AddSeconds(value, directive, argument);
        }
        else if (TakesFields(directive))
        {
            AddFields(value, directive, argument);
        }
        else
        {
            _invalid |= argument.IsPresent ? Bit(directive) : 0;
            _present |= argument.IsPresent && Allows(directive) ? 0 : Bit(directive);
        }
    }

    private void AddSeconds(ReadOnlySpan<byte> value, CacheDirective directive, FieldText argument)
    {
        bool unbounded = directive == CacheDirective.MaxStale && !argument.IsPresent;
        bool valid = DeltaSecondsParser.Parse(argument.In(value), out long seconds).IsDone || unbounded;
        if (unbounded || (!valid && directive == CacheDirective.MinFresh))
        {
            seconds = MaxSeconds;
        }

        if (Has(directive))
        {
            _repeated |= seconds != Seconds(directive) ? Bit(directive) : 0;
            return;
        }

        _present |= Bit(directive);
        _invalid |= valid ? 0 : Bit(directive);
        _times[(int)directive - 1] = (uint)seconds;
    }

    // Named fields restrict less than none: they count only where nothing else is said.
    private void AddFields(ReadOnlySpan<byte> value, CacheDirective directive, FieldText argument)
    {
        bool valid = !argument.IsPresent || IsFieldNames(value, argument);
        ref FieldText fields = ref _noCacheFields;
        if (directive == CacheDirective.Private)
        {
            fields = ref _privateFields;
        }

        bool again = Has(directive);
        _repeated |= again && (argument.IsPresent || fields.IsPresent) ? Bit(directive) : 0;
        _invalid |= valid ? 0 : Bit(directive);
        _present |= Bit(directive);
        fields = valid && !again ? argument : default;
    }

    private static bool IsFieldNames(ReadOnlySpan<byte> value, FieldText argument)
    {
        var names = new TokenListReader(value, argument);
        int count = 0;
        while (names.Read(out _))
        {
            count++;
        }

        return count > 0 && names.Result.IsDone;
    }

    private static uint Bit(CacheDirective directive) => directive == CacheDirective.Unknown ? 0 : 1u << ((int)directive - 1);
}
