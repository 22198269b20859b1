using System.Globalization;
using HiPerf.Cli.Terminals;
using HiPerf.Transport;

namespace HiPerf.Cli.Getting;

/// <summary>Writes phase events as lines for <c>-v</c>. Passwords in URLs are masked, everything from a peer is escaped.</summary>
/// <param name="error">Standard error.</param>
/// <param name="url">What is asked for first; null when it is no URL.</param>
internal sealed class PhaseLog(TextWriter error, InternetUrl? url) : IPhaseSink
{
    private readonly Lock _gate = new();
    private InternetUrl? _url = url;
    private long _first;

    public void OnPhase(in PhaseEvent phaseEvent)
    {
        if (phaseEvent is { Kind: PhaseEventKind.CommandSent or PhaseEventKind.ReplyReceived, Payload: string lines })
        {
            Write(phaseEvent.Kind == PhaseEventKind.CommandSent ? '>' : '<', lines);
            return;
        }

        if (Sentence(in phaseEvent) is not { } sentence)
        {
            return;
        }

        lock (_gate)
        {
            if (_first == 0)
            {
                _first = phaseEvent.Timestamp;
            }

            double elapsed = TimeProvider.System.GetElapsedTime(_first, phaseEvent.Timestamp).TotalMilliseconds;
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"* {elapsed,8:0.000} ms  {TerminalText.Escape(sentence)}"));
            if (phaseEvent.Kind == PhaseEventKind.RequestSent && _url?.Scheme is "http" or "https")
            {
                error.WriteLine($"> GET {TerminalText.Escape(_url.PathAndQuery)} HTTP/1.1{error.NewLine}> Host: {TerminalText.Escape(_url.HostAndPort)}");
            }

            _url = phaseEvent is { Kind: PhaseEventKind.Redirecting, Payload: InternetUrl next } ? next : _url;
        }
    }

    // Secrets are masked where the line is made.
    private void Write(char mark, string lines)
    {
        lock (_gate)
        {
            foreach (string line in lines.Split('\n'))
            {
                error.WriteLine($"{mark} {TerminalText.Escape(line)}");
            }
        }
    }

    private static string? Sentence(in PhaseEvent e) => e.Kind switch
    {
        PhaseEventKind.ResolvingName => $"looking up {e.Host}",
        PhaseEventKind.NameResolved => $"{e.Host} found",
        PhaseEventKind.Connecting => $"connecting to {e.Payload}",
        PhaseEventKind.Connected => $"connected to {e.Payload}",
        PhaseEventKind.ConnectionReused => $"using the connection to {e.Payload} again",
        PhaseEventKind.TlsHandshake => $"TLS handshake with {e.Host}",
        PhaseEventKind.TlsEstablished => $"TLS established with {e.Host}",
        PhaseEventKind.RequestSent => $"request sent, {e.Bytes} octets",
        PhaseEventKind.InformationalResponse => $"interim response {e.StatusCode}",
        PhaseEventKind.ResponseReceived when e.StatusCode == 0 => $"answer begins, {e.Bytes} octets so far",
        PhaseEventKind.ResponseReceived => $"response {e.StatusCode}, head of {e.Bytes} octets",
        PhaseEventKind.Redirecting => $"redirected by {e.StatusCode} to {e.Payload}",
        PhaseEventKind.Retrying => $"sending again, attempt {e.StatusCode}",
        PhaseEventKind.ContentReceived => $"content received, {e.Bytes} octets",
        PhaseEventKind.ClosingConnection => $"closing the connection to {e.Payload}",
        PhaseEventKind.Completed when e.Payload is Exception => "failed",
        _ => null,
    };
}
