using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Names of leniency flags: our own, and what other parsers call the same.</summary>
internal static class Leniencies
{
    /// <summary>The flags a text names, joined by any of <c>+ , ; space</c>. What names none of ours counts for nothing.</summary>
    public static Http1Leniency Of(string? names)
    {
        Http1Leniency flags = Http1Leniency.None;
        foreach (string name in (names ?? string.Empty).Split(['+', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
            flags |= One(string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant());
        return flags;
    }

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
