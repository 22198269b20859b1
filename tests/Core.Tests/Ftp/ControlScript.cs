using System.Globalization;
using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

/// <summary>Runs commands (<c>&gt;NOOP</c>), replies (<c>&lt;200</c>), the end of data (<c>eof</c>) and TLS (<c>tls/octets buffered</c>) and tells the last answer.</summary>
internal static class ControlScript
{
    public static string Run(string script, out ControlState state)
    {
        state = default;
        string last = string.Empty;
        foreach (string word in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '<')
            {
                last = Tell(state.Receive(int.Parse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)));
            }
            else if (word == "eof")
            {
                state.EndData();
            }
            else if (word.StartsWith("tls/", StringComparison.Ordinal))
            {
                ParseError error = state.BeginTls(int.Parse(word.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture));
                last = error == ParseError.None ? "tls" : error.ToString();
            }
            else
            {
                FtpCommand command = FtpCommands.Find(Encoding.ASCII.GetBytes(word[1..]));
                bool may = state.MaySend(command);
                try
                {
                    state.Send(command);
                    Assert.True(may);
                }
                catch (InvalidOperationException)
                {
                    Assert.False(may);
                    return "throws";
                }
            }
        }

        return last + (state.IsTransferComplete ? " complete" : string.Empty);
    }

    private static string Tell(ControlAnswer answer) => answer.Kind == ControlAnswerKind.Refused
        ? answer.Error.ToString()
        : $"{answer.Kind} {(answer.Command == FtpCommand.Unknown ? string.Empty : FtpCommands.Text(answer.Command))}".TrimEnd();
}
