using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HiPerf.Properties.Oracles;

/// <summary>The three forms of HTTP-date, as RFC 9110 section 5.6.7 words them, each a pattern; the day of the week need not be that of the date, second 60 counts as 59.</summary>
internal static partial class ReferenceHttpDate
{
    private const string Time = @"(?<h>[01][0-9]|2[0-3]):(?<m>[0-5][0-9]):(?<s>[0-5][0-9]|60)";
    private const string Month = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private const string Day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private const string LongDay = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";

    /// <summary>Ticks, UTC; null where the value is no date.</summary>
    public static long? Read(ReadOnlySpan<byte> value, DateTime now)
    {
        string text = Encoding.Latin1.GetString(value);
        Match match = Imf().Match(text);
        match = match.Success ? match : Rfc850().Match(text);
        match = match.Success ? match : Asctime().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int year = Number(match, "year");
        if (match.Groups["year"].Length > 2)
        {
            return Ticks(match, year);
        }

        // "appears to be more than 50 years in the future as representing the most recent year in the past that had the same last two digits"
        year += now.Year / 100 * 100;
        year = year > now.Year + 50 ? year - 100 : year <= now.Year - 50 ? year + 100 : year;
        long? ticks = Ticks(match, year);
        return ticks > now.AddYears(50).Ticks ? Ticks(match, year - 100) : ticks;
    }

    private static long? Ticks(Match match, int year)
    {
        int month = ("JanFebMarAprMayJunJulAugSepOctNovDec".IndexOf(match.Groups["month"].Value, StringComparison.Ordinal) / 3) + 1;
        int day = Number(match, "day");
        return year is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateTime(year, month, day, Number(match, "h"), Number(match, "m"), Math.Min(Number(match, "s"), 59), DateTimeKind.Utc).Ticks;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A" + Day + ", (?<day>[0-9]{2}) " + Month + " (?<year>[0-9]{4}) " + Time + @" GMT\z", RegexOptions.CultureInvariant)]
    private static partial Regex Imf();

    [GeneratedRegex(@"\A" + LongDay + ", (?<day>[0-9]{2})-" + Month + "-(?<year>[0-9]{2}) " + Time + @" GMT\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc850();

    [GeneratedRegex(@"\A" + Day + " " + Month + " (?<day>[0-9 ][0-9]) " + Time + @" (?<year>[0-9]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Asctime();
}
