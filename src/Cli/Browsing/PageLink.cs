namespace HiPerf.Cli.Browsing;

/// <summary>Where an entry leads.</summary>
/// <param name="Action">What following it does.</param>
/// <param name="Url">Where it is had.</param>
/// <param name="Name">What the peer calls it, unescaped.</param>
internal sealed record PageLink(LinkAction Action, InternetUrl Url, string Name);
