using System.Globalization;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>Events in words, and what became of the last one. <c>&gt;</c> is the client's direction, <c>&lt;</c> the server's; heads of this end are made as
/// written ones, those of the peer as read ones.</summary>
/// <remarks>
/// <code>
/// step = ( ">" / "&lt;" ) ( "begin" / "end" / "close" / "reset" / "+" octets / "!" error / head ) / "reuse"
/// head = ( method / status ) [ "/" ( octets / "chunked" / "until" ) ] *( "," ( "close" / "keep" / "1.0" / "upgrade" / "field" / "expect" / "expects" / octets "B" ) )
/// </code>
/// </remarks>
internal static class ExchangeScript
{
    /// <summary>Runs a script.</summary>
    /// <returns>The last step's answer (Taken, Paused, Switched, an error's name, or "throws"), the state of both directions, and what else is true.</returns>
    public static string Run(string script, ExchangeRole role, out ExchangeState state, Http1Limits? limits = null)
    {
        state = new ExchangeState(role, limits ?? Http1Limits.Client);
        string answer = "Taken";
        foreach (string step in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.False(answer == "throws", "Nothing follows what throws.");
            ExchangeState before = state;
            try
            {
                answer = Take(ref state, step, role);
            }
            catch (InvalidOperationException)
            {
                answer = "throws";
                Assert.Equal(before, state);
            }
        }

        return $"{answer} {state.Request} {state.Response}{Flags(in state)}";
    }

    public static ExchangeEvent Event(string step, ExchangeRole role)
    {
        ExchangeRole sender = step[0] == '>' ? ExchangeRole.Client : ExchangeRole.Server;
        string what = step[1..];
        return what switch
        {
            "begin" => ExchangeEvent.Begin(sender),
            "end" => ExchangeEvent.End(sender),
            "close" => ExchangeEvent.Close(sender),
            "reset" => ExchangeEvent.Reset(sender),
            ['+', ..] => ExchangeEvent.Content(sender, long.Parse(what.AsSpan(1), CultureInfo.InvariantCulture)),
            ['!', ..] => ExchangeEvent.Refusal(sender, Enum.Parse<ParseError>(what[1..])),
            _ => Head(what, sender, own: sender == role),
        };
    }

    private static string Take(ref ExchangeState state, string step, ExchangeRole role)
    {
        if (step == "reuse")
        {
            state.Reuse();
            return "Taken";
        }

        ExchangeAnswer answer = state.On(Event(step, role));
        Assert.Equal(answer.Kind == ExchangeAnswerKind.Taken, answer.IsTaken);
        Assert.Equal(answer.Kind == ExchangeAnswerKind.Refused, answer.Error != ParseError.None);
        return answer.Error == ParseError.None ? answer.Kind.ToString() : answer.Error.ToString();
    }

    private static ExchangeEvent Head(string text, ExchangeRole sender, bool own)
    {
        string[] parts = text.Split(',');
        string[] start = parts[0].Split('/');
        string frame = start.Length > 1 ? start[1] : "";
        var version = HttpVersion.Http11;
        var options = ConnectionOptions.None;
        int octets = 0;
        foreach (string part in parts[1..])
        {
            switch (part)
            {
                case "1.0": version = HttpVersion.Http10; break;
                case "close": options |= ConnectionOptions.Close; break;
                case "keep": options |= ConnectionOptions.KeepAlive; break;
                case "upgrade": options |= ConnectionOptions.Upgrade | ConnectionOptions.UpgradeField; break;
                case "field": options |= ConnectionOptions.UpgradeField; break;
                case "expect": options |= ConnectionOptions.ExpectContinue; break;
                case "expects": options |= ConnectionOptions.ExpectOther; break;
                default: octets = int.Parse(part.AsSpan(0, part.Length - 1), CultureInfo.InvariantCulture); break;
            }
        }

        BodyFramingKind kind = frame switch { "" => BodyFramingKind.None, "chunked" => BodyFramingKind.Chunked, "until" => BodyFramingKind.UntilClose, _ => BodyFramingKind.Length };
        long length = kind == BodyFramingKind.Length ? long.Parse(frame, CultureInfo.InvariantCulture) : -1;
        bool keeps = (options & ConnectionOptions.Close) == 0 && kind != BodyFramingKind.UntilClose
            && (version == HttpVersion.Http11 || (options & ConnectionOptions.KeepAlive) != 0);
        var framing = new BodyFraming(kind, length, options, keeps);
        if (sender == ExchangeRole.Client)
        {
            RequestMethod method = Enum.Parse<RequestMethod>(start[0], ignoreCase: true);
            var head = new RequestHead { Method = method, Version = version };
            return own ? ExchangeEvent.RequestHead(method, in framing, options) : ExchangeEvent.RequestHead(in head, in framing);
        }

        ushort status = ushort.Parse(start[0], CultureInfo.InvariantCulture);
        if (own)
        {
            return ExchangeEvent.ResponseHead(status, in framing, options);
        }

        // As BodyFramingParser leaves it: what has no content keeps what it declares.
        var response = new ResponseHead { Status = status, Version = version };
        var read = status is < 200 or 204 or 304 ? new BodyFraming(BodyFramingKind.None, length, options, keeps, kind == BodyFramingKind.Chunked) : framing;
        return ExchangeEvent.ResponseHead(in response, in read, octets);
    }

    private static string Flags(in ExchangeState state) =>
        (state.IsReusable ? " reusable" : "") + (state.MustClose ? " must-close" : "") + (state.MustDrain ? " must-drain" : "")
        + (state.HasSwitched ? " switched" : "") + (state.AwaitsContinue ? " awaits-100" : "")
        + (state.RequestRemaining != 0 ? $" >{state.RequestRemaining}" : "") + (state.ResponseRemaining != 0 ? $" <{state.ResponseRemaining}" : "");
}
