using System.Text;
using HiPerf.Transport;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>What was said on control connections, for a failing test to show.</summary>
internal sealed class DialogueLog : IPhaseSink
{
    private readonly StringBuilder _lines = new();
    private readonly Lock _gate = new();

    public void OnPhase(in PhaseEvent phaseEvent)
    {
        if (phaseEvent is { Kind: PhaseEventKind.CommandSent or PhaseEventKind.ReplyReceived, Payload: string line })
        {
            lock (_gate)
            {
                _lines.Append(phaseEvent.Kind == PhaseEventKind.CommandSent ? "> " : "< ").AppendLine(line);
            }
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return _lines.ToString();
        }
    }
}
