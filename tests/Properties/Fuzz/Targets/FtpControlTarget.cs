using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Ftp;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The accounts of replies against a plain list of commands and the codes that RFC 959 section 5.4 and its successors give each. An octet is a command or a reply.</summary>
internal sealed class FtpControlTarget : IFuzzTarget
{
    private static readonly FtpCommand[] s_commands =
        [FtpCommand.Noop, FtpCommand.User, FtpCommand.Pasv, FtpCommand.Epsv, FtpCommand.Pwd, FtpCommand.Size, FtpCommand.Stat, FtpCommand.Rest, FtpCommand.Rnfr, FtpCommand.Rnto, FtpCommand.Retr, FtpCommand.Abor, FtpCommand.Quit, FtpCommand.Auth];

    private static readonly int[] s_codes = [150, 110, 120, 200, 213, 220, 221, 226, 227, 229, 230, 234, 250, 257, 331, 350, 421, 426, 550];

    public string Name => "ftp-control";

    public string Summary => "ControlState; reference from RFC 959 section 5.4";

    public IEnumerable<string> Samples =>
        [Script(220), Script(220, FtpCommand.User, 230, FtpCommand.Retr, 150, 226), Script(220, FtpCommand.Noop, 200, 200), Script(220, FtpCommand.Rnfr, 350, FtpCommand.Rnto, 250, FtpCommand.Quit, 221)];

    public Gen<string> Structure => Gen.Choose(0, 255).ArrayOf(12).Select(picks => Script(220) + string.Concat(picks.Select(p => (char)p)));

    public IReadOnlyList<string> Words { get; } =
        [Script(220), Script(FtpCommand.Retr, 150), Script(226), Script(FtpCommand.Pasv, 227), Script(FtpCommand.Noop, 200), Script(FtpCommand.Rnfr, 350, FtpCommand.Rnto), Script(550), Script(FtpCommand.User, 331)];

    public FuzzLaws Laws => FuzzLaws.None;

    // Done: every reply was taken. InvalidData: the error of the first that was not, at its place. What this end may not send is left out.
    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        var state = default(ControlState);
        int at = 0;
        foreach (byte octet in octets)
        {
            if ((octet & 1) == 0)
            {
                FtpCommand command = s_commands[(octet >> 1) % s_commands.Length];
                if (state.Outstanding < 4 && state.MaySend(command))
                {
                    state.Send(command);
                }
            }
            else
            {
                ControlAnswer reply = state.Receive(s_codes[(octet >> 1) % s_codes.Length]);
                if (reply.Kind == ControlAnswerKind.Refused)
                {
                    answer.Begin(OperationStatus.InvalidData, reply.Error, at);
                    return;
                }
            }

            at++;
        }

        answer.Begin(OperationStatus.Done, ParseError.None, at);
        answer.Add(state.Outstanding);
        answer.Add(state.IsClosed);
        answer.Add(state.IsTransferOpen);
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        var model = new ReferenceControl();
        int at = 0;
        foreach (byte octet in input.Span)
        {
            ParseError error = ParseError.None;
            if ((octet & 1) == 0)
            {
                model.Send(s_commands[(octet >> 1) % s_commands.Length]);
            }
            else
            {
                error = model.Receive(s_codes[(octet >> 1) % s_codes.Length]);
            }

            if (error != ParseError.None)
            {
                answer.Begin(OperationStatus.InvalidData, error, at);
                return;
            }

            at++;
        }

        answer.Begin(OperationStatus.Done, ParseError.None, at);
        answer.Add(model.Waiting.Count);
        answer.Add(model.IsClosed);
        answer.Add(model.IsOpen);
    }

    private static string Script(params object[] steps) => string.Concat(steps.Select(step => step is int code
        ? (char)((Array.IndexOf(s_codes, code) << 1) | 1)
        : (char)(Array.IndexOf(s_commands, (FtpCommand)step) << 1)));
}
