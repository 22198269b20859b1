using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates dialogues of a control connection: exchanges one behind the other, some sent ahead of the reply before them.</summary>
internal static class FtpDialogueGenerator
{
    private static readonly Gen<Exchange> s_exchanges = Gen.Frequency(
        (6, Gen.Elements<Exchange>(
            new("NOOP", null, false, 200), new("PWD", null, false, 257), new("PASV", null, false, 227), new("EPSV", null, false, 229), new("EPSV", "ALL", false, 200), new("STAT", null, false, 213),
            new("SIZE", "a", false, 213), new("SIZE", "a", false, 550), new("REST", "5", false, 350), new("TYPE", "I", false, 200), new("CWD", "/a", false, 250), new("MDTM", "a", false, 213),
            new("USER", "ann", false, 331), new("USER", "ann", false, 230), new("HASH", "a", false, 213), new("XCRC", "a", false, 250), new("FOO", "x", false, 502))),
        (3, Gen.Elements<Exchange>(
            new("RETR", "a", true, 150, 226), new("RETR", "a", true, 150, 110, 226), new("RETR", "a", true, 125, 250), new("RETR", "a", true, 150, 426), new("RETR", "a", true, 550),
            new("STOR", "a", true, 150, 226), new("STOR", "a", true, 452), new("MLSD", null, true, 150, 226), new("LIST", "-a", true, 125, 226))),
        (1, Gen.Elements<Exchange>(new("RNFR", "a", true, 350), new("AUTH", "TLS", true, 234), new("AUTH", "TLS", true, 504))));

    public static Gen<FtpDialogueCase> Dialogues { get; } =
        from exchanges in Gen.Frequency((3, Gen.Choose(0, 4)), (1, Gen.Choose(5, 12))).SelectMany(count => s_exchanges.ArrayOf(count))
        from ahead in Gen.Elements(true, false).ArrayOf(exchanges.Length)
        from lines in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 4)))
        from delayed in Gen.Elements(false, false, true)
        from quits in Gen.Elements(true, false)
        select Join(exchanges, ahead, lines, delayed, quits);

    // A dialogue is made smaller by whole exchanges where nothing waits: from the end, then from behind the greeting.
    public static IEnumerable<FtpDialogueCase> Shrink(FtpDialogueCase dialogue)
    {
        List<int> quiet = Quiet(dialogue);
        for (int i = 0; i + 1 < quiet.Count; i++)
        {
            yield return new FtpDialogueCase([.. dialogue.Steps.Take(quiet[i]), .. dialogue.Steps.Skip(quiet[i + 1])]);
        }

        for (int i = 0; i < dialogue.Steps.Count; i++)
        {
            if (dialogue.Steps[i].Reply is { Lines.Count: > 1 } reply)
            {
                yield return new FtpDialogueCase([.. dialogue.Steps.Take(i), new(null, reply with { Lines = [reply.Lines[0]] }), .. dialogue.Steps.Skip(i + 1)]);
            }
        }
    }

    public static FtpDialogueStep Reply(int code, int lines = 1) => new(null, new FtpReplyCase(code, [.. Enumerable.Range(0, lines).Select(i => $"line {i}")]));

    /// <summary>Steps before which no command waits, the end among them; RNFR and its RNTO are not parted.</summary>
    public static List<int> Quiet(FtpDialogueCase dialogue)
    {
        List<int> quiet = [];
        int waiting = 1;
        for (int i = 0; i < dialogue.Steps.Count; i++)
        {
            FtpDialogueStep step = dialogue.Steps[i];
            if (waiting == 0 && step.Command?.Verb != "RNTO")
            {
                quiet.Add(i);
            }

            waiting += step.Command is not null ? 1 : step.Reply!.Code >= 200 ? -1 : 0;
        }

        quiet.Add(dialogue.Steps.Count);
        return quiet;
    }

    private static FtpDialogueCase Join(Exchange[] exchanges, bool[] ahead, int lines, bool delayed, bool quits)
    {
        List<FtpDialogueStep> steps = delayed ? [Reply(120), Reply(220, lines)] : [Reply(220, lines)];
        for (int i = 0; i < exchanges.Length; i++)
        {
            Exchange exchange = exchanges[i];
            steps.Add(exchange.Sent);
            if (ahead[i] && !exchange.StandsAlone && i + 1 < exchanges.Length && !exchanges[i + 1].StandsAlone)
            {
                steps.Add(exchanges[++i].Sent);
                steps.AddRange([.. exchange.Replies(1), .. exchanges[i].Replies(lines)]);
                continue;
            }

            steps.AddRange(exchange.Replies(lines));
            if (exchange.Verb == "RNFR")
            {
                steps.AddRange([new(new FtpCommandCase("RNTO", "b"), null), Reply(250, lines)]);
            }
        }

        return new FtpDialogueCase(quits ? [.. steps, new(new FtpCommandCase("QUIT", null), null), Reply(221)] : steps);
    }

    private sealed record Exchange(string Verb, string? Argument, bool StandsAlone, params int[] Codes)
    {
        public FtpDialogueStep Sent => new(new FtpCommandCase(Verb, Argument), null);

        public IEnumerable<FtpDialogueStep> Replies(int lines) => Codes.Select(code => Reply(code, lines));
    }
}
