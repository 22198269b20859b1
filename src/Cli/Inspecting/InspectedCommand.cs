namespace HiPerf.Cli.Inspecting;

/// <summary>One FTP command line, texts in ISO-8859-1.</summary>
/// <param name="Verb">The verb as it came.</param>
/// <param name="Argument">What follows it and one space, Telnet taken out; null where no space follows.</param>
/// <param name="IsRegistered">Whether the verb is one of the registry.</param>
internal sealed record InspectedCommand(string Verb, string? Argument, bool IsRegistered);
