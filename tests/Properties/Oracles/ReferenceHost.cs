using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>uri-host [ ":" port ] as RFC 9110 section 7.2 and RFC 3986 section 3.2.2 word it, on text of the characters U+0000 to U+00FF.</summary>
internal static class ReferenceHost
{
    /// <summary>The first place that is wrong, the length where the value ends too early, −1 where nothing is.</summary>
    public static int FirstWrong(string host)
    {
        if (host.Length == 0)
        {
            return -1;
        }

        int at = host[0] == '[' ? Literal(host, out int wrong) : RegName(host, out wrong);
        if (wrong >= 0)
        {
            return wrong;
        }

        if (at == host.Length)
        {
            return -1;
        }

        return at == 0 || host[at] != ':' ? at : Port(host, at + 1);
    }

    /// <summary>Whether an absolute-form target and a Host that is not empty name the same host and port. RFC 9112 section 3.2.2.</summary>
    public static bool Agree(string target, string host)
    {
        int colon = target.IndexOf(':', StringComparison.Ordinal);
        string scheme = target[..colon];
        string rest = target[colon..];
        string authority = rest.StartsWith("://", StringComparison.Ordinal) ? rest[3..].Split('/', '?')[0] : "";
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        string port = scheme.ToLowerInvariant() switch { "http" => "80", "https" => "443", _ => "" };
        return WithoutPort(authority, port).Equals(WithoutPort(host, port), StringComparison.OrdinalIgnoreCase);
    }

    // An empty port is the default one. RFC 9110 section 4.2.3.
    private static string WithoutPort(string authority, string port)
    {
        int colon = authority.LastIndexOf(':');
        return colon >= 0 && (colon == authority.Length - 1 || authority[(colon + 1)..] == port) ? authority[..colon] : authority;
    }

    private static int RegName(string host, out int wrong)
    {
        wrong = -1;
        int at = 0;
        while (at < host.Length && (IsRegName(host[at]) || host[at] == '%'))
        {
            bool encoded = host[at++] == '%';
            for (int digit = 0; encoded && digit < 2; digit++, at++)
            {
                if (at == host.Length || !IsHex(host[at]))
                {
                    wrong = at;
                    return at;
                }
            }
        }

        return at;
    }

    // An address that is wrong as a whole is told at its closing bracket.
    private static int Literal(string host, out int wrong)
    {
        bool future = host.Length > 1 && host[1] is 'v' or 'V';
        int at = 1;
        while (at < host.Length && (future ? IsRegName(host[at]) || host[at] == ':' : IsHex(host[at]) || host[at] is ':' or '.'))
        {
            at++;
        }

        string text = host[1..at];
        wrong = at < host.Length && host[at] == ']' && (future ? IsFuture(text) : IsAddress(text)) ? -1 : at;
        return at + 1;
    }

    private static int Port(string host, int start)
    {
        int port = 0;
        for (int at = start; at < host.Length; at++)
        {
            if (!IsDigit(host[at]))
            {
                return at;
            }

            port = (port * 10) + host[at] - '0';
            if (port > 65535)
            {
                return at;
            }
        }

        return -1;
    }
}
