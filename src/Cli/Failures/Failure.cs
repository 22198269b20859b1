using HiPerf.Cli.Terminals;
using HiPerf.Gopher;

namespace HiPerf.Cli.Failures;

/// <summary>What went wrong, as the process says it: one line and a number.</summary>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
/// <param name="Line">One sentence, escaped.</param>
internal readonly record struct Failure(int Code, string Line)
{
    /// <summary>Finds number and sentence of an exception; null for one that is nobody's fault but ours.</summary>
    public static Failure? Of(Exception error) => error switch
    {
        VerbException e => new(e.ExitCode, TerminalText.Escape(e.Message)),
        OperationCanceledException => new(ExitCode.Cancelled, "Stopped."),
        // What a peer said is escaped where the sentence is made: its backslashes are not doubled again.
        InternetException e => new(CodeOf(e), TerminalText.EscapeLine(SentenceOf(e))),
        NotSupportedException => new(ExitCode.UnsupportedScheme, TerminalText.Escape(error.Message)),
        UriFormatException or ArgumentException => new(ExitCode.Usage, TerminalText.Escape(error.Message)),
        IOException or UnauthorizedAccessException => new(ExitCode.LocalFile, TerminalText.Escape(error.Message)),
        _ => null,
    };

    // Who it was is part of every sentence.
    private static string SentenceOf(InternetException error) => error is GopherException { Kind: InternetErrorKind.AccessDenied, Phase: InternetPhase.Connecting }
        ? $"{error.EndPoint}: Gopher is not spoken to this port unless --allow-port names it."
        : error.EndPoint is { } peer && !error.Message.Contains(peer, StringComparison.Ordinal)
        ? $"{peer}: {error.Message}"
        : error.Message;

    private static int CodeOf(InternetException error) => error.Kind switch
    {
        _ when error.Protocol == "file" => ExitCode.LocalFile,
        InternetErrorKind.NotFound or InternetErrorKind.AccessDenied when error.Protocol is null => ExitCode.LocalFile,
        InternetErrorKind.NotFound or InternetErrorKind.AccessDenied or InternetErrorKind.AuthenticationFailed => ExitCode.ClientErrorStatus,
        InternetErrorKind.ServerError => ExitCode.ServerErrorStatus,
        InternetErrorKind.NameNotResolved => ExitCode.NameNotResolved,
        InternetErrorKind.CannotConnect => ExitCode.CannotConnect,
        InternetErrorKind.CertificateRejected or InternetErrorKind.TlsFailed => ExitCode.Tls,
        InternetErrorKind.Truncated or InternetErrorKind.ConnectionReset or InternetErrorKind.ConnectionAborted => ExitCode.Cut,
        InternetErrorKind.Timeout => ExitCode.Timeout,
        InternetErrorKind.ProtocolViolation or InternetErrorKind.LimitExceeded or InternetErrorKind.RedirectRefused
            or InternetErrorKind.TooManyRedirects or InternetErrorKind.ContentCorrupt => ExitCode.Protocol,
        _ => ExitCode.Failed,
    };
}
