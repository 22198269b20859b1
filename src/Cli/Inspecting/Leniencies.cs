using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Names of leniency flags: our own, and what other parsers call the same.</summary>
internal static class Leniencies
{
    /// <summary>The flags a text names, joined by any of <c>+ , ; space</c>. What names none of ours counts for nothing.</summary>
    public static Http1Leniency Of(string? names)
    {
        Http1Leniency flags = Http1Leniency.None;
        foreach (string name in Names(names))
        {
            flags |= One(string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant());
        }

        return flags;
    }

    /// <summary>The flags a text names, every one of them ours.</summary>
    /// <exception cref="ArgumentException">A name is no flag of ours: whoever typed it would else believe it to hold.</exception>
    public static Http1Leniency OfTyped(string? names)
    {
        foreach (string name in Names(names))
        {
            if (Of(name) == Http1Leniency.None)
            {
                throw new ArgumentException($"'{name}' is no leniency; known are {string.Join(", ", Enum.GetNames<Http1Leniency>().Skip(1))}.");
            }
        }

        return Of(names);
    }

    private static string[] Names(string? names) => (names ?? string.Empty).Split(['+', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static Http1Leniency One(string name) => name switch
    {
        "barelf" or "optionalcrbeforelf" or "allowbarelf" => Http1Leniency.BareLf,
        "obsfold" or "allowobsoletemultilineheadersinresponses" or "allowobsoletemultilineheadersinrequests" => Http1Leniency.ObsFold,
        "spacebeforecolon" or "allowspacesafterheadernameinresponses" => Http1Leniency.SpaceBeforeColon,
        "missingreasonspace" => Http1Leniency.MissingReasonSpace,
        "repeatedcontentlength" => Http1Leniency.RepeatedContentLength,
        _ => Http1Leniency.None,
    };
}
