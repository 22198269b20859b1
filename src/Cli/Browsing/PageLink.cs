using HiPerf.Cli.Sessions;

namespace HiPerf.Cli.Browsing;

/// <summary>Where an entry leads.</summary>
/// <param name="Action">What following it does.</param>
/// <param name="Url">Where it is had.</param>
/// <param name="Name">What the peer calls it, unescaped.</param>
internal sealed record PageLink(LinkAction Action, InternetUrl Url, string Name)
{
    /// <summary>Whether it can be saved to a file: a folder is many files, a Gopher menu is one.</summary>
    public bool IsFile => Action is LinkAction.Read or LinkAction.Save || (Action == LinkAction.List && GopherPlace.IsGopher(Url));
}
