using CommandLine = System.CommandLine.ParseResult;

namespace HiPerf.Cli.Failures;

/// <summary>Words what is wrong with a command line: one line, and no names of .NET types, which the parser's own sentences hold.</summary>
internal static class UsageFault
{
    private const string TypeName = " as expected type ";

    public static string SentenceOf(CommandLine line)
    {
        // Here the parser says that a command is missing, not that this is none.
        if (line.CommandResult.Parent is null && line.UnmatchedTokens is [var word, ..])
        {
            return $"There is no command '{word}'; see hiperf --help.";
        }

        string sentence = line.Errors[0].Message;
        int end = sentence.IndexOf(TypeName, StringComparison.Ordinal);
        if (end >= 0)
        {
            return sentence[..end] + ".";
        }

        string flat = string.Join(' ', sentence.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Tokens.Count > 0 ? flat : flat + " See hiperf --help.";
    }
}
