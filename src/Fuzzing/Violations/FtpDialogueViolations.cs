using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>The ways to break a dialogue by one reply: unasked, late, twice, too early. RFC 959 section 5.4.</summary>
internal static class FtpDialogueViolations
{
    private static readonly (string Name, Func<FtpDialogueCase, FtpBrokenDialogueCase?> Break)[] s_all =
    [
        ("a reply that nobody asked for", d => Ends(d) ? null : Insert(d, d.Steps.Count, 200, ParseError.UnsolicitedReply, "a reply that nobody asked for")),
        ("a reply behind the close", d => Ends(d) ? Insert(d, d.Steps.Count, 200, ParseError.ReplyAfterClose, "a reply behind the close") : null),
        ("the greeting of another protocol", d => Insert(d, 0, 200, ParseError.MismatchedReply, "the greeting of another protocol")),
        ("150 twice", d => Opened(d) is { } i ? Insert(d, i + 1, 150, ParseError.RepeatedPreliminaryReply, "150 twice") : null),
        ("226 before 150", d => Opened(d) is { } i ? Insert(d, i, 226, ParseError.MissingPreliminaryReply, "226 before 150") : null),
        ("226 to another command", d => Alone(d) is { } i ? Insert(d, i + 1, 226, ParseError.MismatchedReply, "226 to another command") : null),
        ("234 to another command", d => Alone(d) is { } i ? Insert(d, i + 1, 234, ParseError.MismatchedReply, "234 to another command") : null),
        ("a reply between two commands", d => FtpDialogueGenerator.Quiet(d) is [var i, .., _] && i > 0 ? Insert(d, i, 226, ParseError.UnsolicitedReply, "a reply between two commands") : null),
    ];

    public static Arbitrary<FtpBrokenDialogueCase> Arbitrary(Arbitrary<FtpDialogueCase> dialogues)
    {
        Gen<FtpBrokenDialogueCase> generator =
            from dialogue in dialogues.Generator
            from start in Gen.Choose(0, s_all.Length - 1)
            select Enumerable.Range(start, s_all.Length).Select(i => s_all[i % s_all.Length].Break(dialogue)).First(broken => broken is not null)!;
        return Arb.From(generator, broken => dialogues.Shrinker(Mended(broken)).Select(smaller => s_all.First(v => v.Name == broken.Violation).Break(smaller)).OfType<FtpBrokenDialogueCase>());
    }

    private static FtpDialogueCase Mended(FtpBrokenDialogueCase broken) => new([.. broken.Dialogue.Steps.Where((_, i) => i != broken.Step)]);

    private static FtpBrokenDialogueCase Insert(FtpDialogueCase dialogue, int at, int code, ParseError error, string name) =>
        new(new FtpDialogueCase([.. dialogue.Steps.Take(at), FtpDialogueGenerator.Reply(code), .. dialogue.Steps.Skip(at)]), name, error, at);

    private static bool Ends(FtpDialogueCase dialogue) => dialogue.Steps.Any(step => step.Command?.Verb == "QUIT");

    // The first reply that begins a transfer.
    private static int? Opened(FtpDialogueCase dialogue) => First(dialogue, i => dialogue.Steps[i].Reply is { Code: 125 or 150 });

    // The first command whose only reply follows and that no 226 or 234 answers.
    private static int? Alone(FtpDialogueCase dialogue) => First(dialogue, i => dialogue.Steps[i].Command is { Verb: "NOOP" or "PWD" or "SIZE" or "TYPE" or "PASV" or "USER" }
        && dialogue.Steps[i - 1].Reply is { Code: >= 200 } && FtpDialogueGenerator.Quiet(dialogue).Contains(i));

    private static int? First(FtpDialogueCase dialogue, Func<int, bool> holds)
    {
        for (int i = 0; i < dialogue.Steps.Count; i++)
        {
            if (holds(i))
            {
                return i;
            }
        }

        return null;
    }
}
