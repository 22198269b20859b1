using System.Text;

namespace HiPerf.Samples.Catalogue;

/// <summary>One stimulus on a server's control connection.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Sent">What the client sends at once, ISO-8859-1.</param>
/// <param name="Answers">The codes of the replies, in order; <c>close</c> behind them where the server ends the connection by itself.</param>
/// <param name="IsLoggedIn">Whether the client logged in before, as anonymous, and chose TYPE I.</param>
public sealed record FtpServerAttack(string Id, string What, string Sent, string Answers, bool IsLoggedIn = true) : ICatalogued
{
    public byte[] Octets => Encoding.Latin1.GetBytes(Sent);

    public override string ToString() => $"{Id}: {What}";
}
