namespace HiPerf.Cli.Inspecting;

/// <summary>One reply of an FTP server, texts in ISO-8859-1.</summary>
/// <param name="Code">The reply code.</param>
/// <param name="Lines">The lines as they stand, codes and Telnet commands included, without their ends.</param>
/// <param name="Texts">The lines without the reply's code, Telnet taken out.</param>
internal sealed record InspectedReply(int Code, List<string> Lines, List<string> Texts);
