using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Transport;

/// <summary>Turns what a failed handshake left behind into the error family.</summary>
internal static class TlsErrors
{
    public static InternetException TimedOut(TimeSpan after, Exception inner)
    {
        var message = $"The TLS handshake took longer than {after.TotalSeconds:0.###} s.";
        return new InternetException(InternetErrorKind.Timeout, message, new TimeoutException(message, inner))
        {
            Phase = InternetPhase.TlsHandshake,
            Timeout = InternetTimeout.TlsHandshake,
        };
    }

    public static InternetException Truncated(Exception inner) =>
        new(InternetErrorKind.Truncated, "The peer closed the connection during the TLS handshake.", inner) { Phase = InternetPhase.TlsHandshake };

    // With a judgement of our own it is known why. Under a caller's callback the runtime's habit must do: a failed protocol step has an inner
    // exception, a certificate that was refused has none, and neither has a peer that speaks no TLS.
    public static InternetException Failed(Exception inner, byte? firstOctet, SslPolicyErrors errors, X509ChainStatusFlags chain)
    {
        var speaksTls = firstOctet is >= 20 and <= 23;
        if (errors == SslPolicyErrors.None && (inner.InnerException is not null || !speaksTls))
        {
            var reason = speaksTls ? (inner.InnerException ?? inner).Message : "the peer does not speak TLS.";
            return new InternetException(InternetErrorKind.TlsFailed, $"The TLS handshake failed: {reason}", inner)
            {
                Phase = InternetPhase.TlsHandshake,
            };
        }

        return new InternetException(InternetErrorKind.CertificateRejected, Describe(errors, chain), inner)
        {
            Phase = InternetPhase.TlsHandshake,
            NativeCode = NativeCode(errors, chain),
        };
    }

    private static string Describe(SslPolicyErrors errors, X509ChainStatusFlags chain)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "The peer sent no certificate.";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return "The peer's certificate is for another host.";
        }

        return chain == X509ChainStatusFlags.NoError
            ? "The peer's certificate was refused."
            : $"The peer's certificate is not trusted: {chain}.";
    }

    private static int NativeCode(SslPolicyErrors errors, X509ChainStatusFlags chain)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return WinInetCode.CertificateNameInvalid;
        }

        return chain.HasFlag(X509ChainStatusFlags.NotTimeValid) ? WinInetCode.CertificateDateInvalid : WinInetCode.InvalidCertificateAuthority;
    }
}
