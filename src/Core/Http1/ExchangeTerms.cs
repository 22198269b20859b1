using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>What the heads of the exchange under way have said that its later heads are held to, and how many interim responses it had.</summary>
/// <remarks>RFC 9110 sections 7.8, 10.1.1 and 15.2; RFC 9112 section 9.3.</remarks>
internal struct ExchangeTerms
{
    private readonly int _maxInterimResponses;
    private readonly int _maxInterimOctets;
    private int _interimOctets;
    private HttpVersion _version;
    private bool _offersUpgrade;
    private bool _continues;

    public ExchangeTerms(in Http1Limits limits)
    {
        _maxInterimResponses = limits.MaxInterimResponses;
        _maxInterimOctets = limits.MaxHead;
    }

    public RequestMethod Method { get; private set; }

    public int InterimResponses { get; private set; }

    public bool AwaitsContinue { get; private set; }

    /// <summary>Whether a response could hand the connection to another protocol or to a tunnel.</summary>
    public readonly bool ProposesSwitch => _offersUpgrade || Method == RequestMethod.Connect;

    public void TakeRequest(in ExchangeEvent head)
    {
        Method = head.Method;
        _version = head.Version;
        _offersUpgrade = ExchangeHeads.HasUpgrade(in head);

        // A 100 that came while the head was under way has told the client to go on already.
        AwaitsContinue = ExchangeHeads.ExpectsContinue(in head) && !_continues;
    }

    /// <summary>Of a head that was refused only this still matters: a HEAD is answered without content, and a CONNECT by no tunnel.</summary>
    public void RefuseRequest(RequestMethod method) => Method = method == RequestMethod.Head ? RequestMethod.Head : RequestMethod.Unknown;

    public readonly ParseError CheckResponse(in ExchangeEvent head, ExchangeRole role)
    {
        if (head.Status >= 200)
        {
            return ExchangeHeads.CheckFinal(in head, Method, _version, own: role == ExchangeRole.Server);
        }

        ParseError fault = ExchangeHeads.CheckInterim(in head, _version, _offersUpgrade, AwaitsContinue);
        bool tooMany = role == ExchangeRole.Client && (InterimResponses >= _maxInterimResponses || head.HeadOctets > _maxInterimOctets - _interimOctets);
        return fault == ParseError.None && tooMany ? ParseError.TooManyInterimResponses : fault;
    }

    public void TakeInterim(in ExchangeEvent head)
    {
        InterimResponses++;
        _interimOctets += head.HeadOctets;
        _continues |= head.Status == 100;
        AwaitsContinue &= !_continues;
    }

    /// <summary>The client began its content before it was told to. RFC 9110 section 10.1.1.</summary>
    public void ContinueUnasked() => AwaitsContinue = false;

    /// <summary>Nothing the request asked for is open any more: its final response has come, or never will.</summary>
    public void Settle() => AwaitsContinue = _offersUpgrade = false;

    /// <summary>Whether the response lets a connection go on as far as an HTTP/1.0 client is concerned, which keeps its own only where it is told so.</summary>
    public readonly bool KeepsHttp10(in ExchangeEvent head, ExchangeRole role) =>
        role == ExchangeRole.Client || _version != HttpVersion.Http10 || (head.Options & ConnectionOptions.KeepAlive) != ConnectionOptions.None;

    public void Reuse()
    {
        Method = RequestMethod.Unknown;
        _version = HttpVersion.Unknown;
        InterimResponses = _interimOctets = 0;
        _continues = false;
    }
}
