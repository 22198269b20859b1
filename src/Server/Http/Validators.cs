using System.Globalization;
using System.Text;
using HiPerf.Http;

namespace HiPerf.Server;

/// <summary>The validators of one file: when it was last modified and its entity tag. RFC 9110 section 8.8.</summary>
/// <param name="Modified">Ticks (UTC) of the last modification in whole seconds, as Last-Modified says it.</param>
/// <param name="Tag">The entity tag, quotes included; strong: time of last write to 100 ns and length.</param>
internal sealed record Validators(long Modified, byte[] Tag)
{
    /// <summary>Makes those of a file.</summary>
    /// <param name="facts">The file.</param>
    /// <param name="now">Ticks (UTC): Last-Modified is never later than Date. RFC 9110 section 8.8.2.1.</param>
    public static Validators Of(in FileFacts facts, long now)
    {
        var modified = Math.Clamp(facts.Modified, DateTime.UnixEpoch.Ticks, Math.Max(now, DateTime.UnixEpoch.Ticks));
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{facts.Modified:x}-{facts.Length:x}\"");
        return new Validators(modified - (modified % TimeSpan.TicksPerSecond), Encoding.ASCII.GetBytes(tag));
    }

    /// <summary>The same for whoever evaluates preconditions.</summary>
    /// <param name="now">Ticks (UTC): a date less than a second old is a weak validator. RFC 9110 section 8.8.2.2.</param>
    public Representation At(long now) => new(Tag, Modified, now - Modified >= TimeSpan.TicksPerSecond);
}
