using System.Text;

namespace HiPerf.Samples.Catalogue;

/// <summary>One stimulus on a server for Gopher, with what lies in its folder and the words of its answer.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Sent">What the client sends at once, ISO-8859-1.</param>
/// <param name="Answer">How the answer begins; empty where the server ends the connection without one.</param>
/// <param name="Name">A file that lies in the folder; null for none beside the usual ones.</param>
/// <param name="Content">What is in it.</param>
public sealed record GopherFolderAttack(string Id, string What, string Sent, string Answer, string? Name = null, string Content = "") : ICatalogued
{
    public byte[] Octets => Encoding.Latin1.GetBytes(Sent);

    public override string ToString() => $"{Id}: {What}";
}
