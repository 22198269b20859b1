using System.Runtime.CompilerServices;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>What may come next in each direction of an HTTP/1.1 connection: one value a connection, for the client's end and the server's alike.</summary>
/// <remarks>
/// <para>RFC 9112 sections 6.3, 8 and 9; RFC 9110 sections 7.8, 9.3.6, 10.1.1 and 15.2. The transitions, and the rules that join the two directions, are
/// in <see cref="ExchangeTable"/>; here stand the rules that need a head's own words, and the counts.</para>
/// <para>Every event, ours or the peer's, is reported by <see cref="On"/>. What the peer does wrong is an answer; what this end is about to do wrong throws
/// <see cref="InvalidOperationException"/> before it is done. It reads no octet, knows no time and allocates nothing. A value made by <c>default</c> is that of
/// a client that lets no interim response through.</para>
/// </remarks>
public struct ExchangeState
{
    private ExchangeTerms _terms;
    private ContentCount _requestContent;
    private ContentCount _responseContent;
    private ParseError _error;
    private MessageState _request;
    private MessageState _response;
    private readonly ExchangeRole _role;
    private bool _closes;
    private bool _connectsEarly;
    private bool _switches;

    /// <summary>Makes the state of a connection on which nothing has happened yet.</summary>
    /// <param name="role">Which end this is.</param>
    /// <param name="limits">MaxInterimResponses, and MaxHead, which all interim responses of one exchange share.</param>
    public ExchangeState(ExchangeRole role, in Http1Limits limits)
    {
        _role = role;
        _terms = new ExchangeTerms(in limits);
    }

    /// <summary>Which end this is.</summary>
    public readonly ExchangeRole Role => _role;

    /// <summary>How far the request has come.</summary>
    public readonly MessageState Request => _request;

    /// <summary>How far the response has come.</summary>
    public readonly MessageState Response => _response;

    /// <summary>The first rule that was broken, <see cref="ParseError.None"/> where none was.</summary>
    public readonly ParseError Error => _error;

    /// <summary>The method of the exchange under way, which decides how its response is framed.</summary>
    public readonly RequestMethod Method => _terms.Method;

    /// <summary>Whether another exchange may still follow: nobody said close, closed or broke a rule, and no switch was made. A server that sees false says close
    /// in its response. RFC 9112 section 9.3.</summary>
    public readonly bool KeepsAlive => !_closes && !_switches;

    /// <summary>Whether both messages are whole and <see cref="Reuse"/> may begin the next exchange.</summary>
    public readonly bool IsReusable => _request == MessageState.Done && _response == MessageState.Done;

    /// <summary>Whether this end has nothing more to do than to close. A server may read on for a while, so that its response is not lost (RFC 9112 section 9.6).</summary>
    public readonly bool MustClose => _response is MessageState.MustClose or MessageState.Error
        || (_response == MessageState.Closed && (!_switches || _request == MessageState.Closed));

    /// <summary>Whether the response is whole and only content of its request stands before the next exchange: a server reads and drops it, or closes.
    /// RFC 9112 section 9.3.</summary>
    public readonly bool MustDrain => _request == MessageState.Content && _response == MessageState.Done;

    /// <summary>Whether both directions belong to another protocol, or to a tunnel: no octet after this is HTTP's.</summary>
    public readonly bool HasSwitched => _request == MessageState.Switched && _response == MessageState.Switched;

    /// <summary>Whether the client withholds its content until a 100 (Continue) or a final response: a server sends 100 when its handler begins to read, and
    /// only then. RFC 9110 section 10.1.1.</summary>
    public readonly bool AwaitsContinue => _terms.AwaitsContinue;

    /// <summary>Interim responses of this exchange so far.</summary>
    public readonly int InterimResponses => _terms.InterimResponses;

    /// <summary>Octets of the request's content still due; −1 where its length is not known, 0 where none is due.</summary>
    public readonly long RequestRemaining => _request == MessageState.Content ? _requestContent.Remaining : 0;

    /// <summary>Octets of the response's content still due; −1 where its length is not known, 0 where none is due.</summary>
    public readonly long ResponseRemaining => _response == MessageState.Content ? _responseContent.Remaining : 0;

    /// <summary>Takes one event.</summary>
    /// <param name="event">What happened, or, of this end, what is about to.</param>
    /// <returns>Taken. Paused: the octets wait for the next exchange. Switched: the octets are another protocol's. Refused, with one of UnsolicitedResponse,
    /// TooManyInterimResponses, ContentInInterimResponse, InterimResponseToHttp10, UnofferedUpgrade, BadUpgrade, ConnectWithContent, MissingResponse, IncompleteHead,
    /// IncompleteContent, ExcessContent, MessageAfterClose, MessageAfterSwitch or what a parser refused: the connection is lost, and every later event of a lost
    /// direction is answered alike, whoever causes it.</returns>
    /// <exception cref="InvalidOperationException">This end may not do that now, or an event of the peer was reported that no octets can cause, such as content without a head.</exception>
    public ExchangeAnswer On(in ExchangeEvent @event)
    {
        bool isRequest = @event.Sender == ExchangeRole.Client;
        MessageState state = isRequest ? _request : _response;
        byte column = ExchangeColumn.Of(in @event, state, in (isRequest ? ref _requestContent : ref _responseContent), _terms.Method, own: @event.Sender == _role);
        byte entry = ExchangeTable.Next(@event.Sender, state, column);
        if (entry >= ExchangeTable.Misuse)
        {
            return Decline(entry, in @event);
        }

        if (@event.Kind == ExchangeEventKind.Head)
        {
            ParseError fault = isRequest ? ExchangeHeads.CheckRequest(in @event) : _terms.CheckResponse(in @event, _role);
            if (fault != ParseError.None)
            {
                return Refuse(fault, in @event);
            }

            if (isRequest)
            {
                TakeRequest(in @event);
            }
            else
            {
                TakeResponse(in @event, column);
            }
        }
        else if (@event.Kind == ExchangeEventKind.Content)
        {
            (isRequest ? ref _requestContent : ref _responseContent).Add(@event.Octets);
            if (isRequest && @event.Octets > 0)
            {
                _terms.ContinueUnasked();
            }
        }
        else if (@event.Kind == ExchangeEventKind.Begin && isRequest)
        {
            _response = See(ExchangeRole.Server, ExchangeTable.Other);
        }
        else if (@event.Kind == ExchangeEventKind.Refusal)
        {
            return Refuse(@event.Error, in @event);
        }

        if (isRequest)
        {
            _request = (MessageState)entry;
        }
        else
        {
            _response = (MessageState)entry;
        }

        ExchangeTable.Join(ref _request, ref _response, ref _closes, _terms.ProposesSwitch, _switches);
        return ExchangeAnswer.Taken;
    }

    /// <summary>Begins the next exchange: both directions are Idle again. What was paused may be reported now.</summary>
    /// <exception cref="InvalidOperationException"><see cref="IsReusable"/> is false. RFC 9112 section 9.3.</exception>
    public void Reuse()
    {
        if (!IsReusable)
        {
            ExchangeMisuse.NotReusable(_request, _response);
        }

        _request = _response = MessageState.Idle;
        _terms.Reuse();
        _connectsEarly = false;
    }

    private void TakeRequest(in ExchangeEvent head)
    {
        _terms.TakeRequest(in head);
        _closes |= !head.KeepsAlive;
        _requestContent.Begin(head.Framing, head.Framing switch
        {
            BodyFramingKind.Length => head.Octets,
            BodyFramingKind.None => 0,
            _ => long.MaxValue,
        });
        _response = See(ExchangeRole.Server, ExchangeTable.Other);
        if (_response is not (MessageState.Awaited or MessageState.Head))
        {
            // It was answered before its head was whole.
            _terms.Settle();
        }
    }

    private void TakeResponse(in ExchangeEvent head, byte column)
    {
        if (column == ExchangeTable.Interim)
        {
            _terms.TakeInterim(in head);
            return;
        }

        _terms.Settle();
        _responseContent.Begin(head.Framing, head.Status == 205 ? 0 : head.Framing == BodyFramingKind.Length ? head.Octets : long.MaxValue);
        if (column == ExchangeTable.Switch)
        {
            _switches = true;
            _request = See(ExchangeRole.Client, ExchangeTable.Switch);
            return;
        }

        // One that sent octets behind a CONNECT that failed meant them for the tunnel, not for us.
        _closes |= !head.KeepsAlive || _connectsEarly || !_terms.KeepsHttp10(in head, _role);

        // A response to a request that is not whole yet, and never will be read further: 408, or what a refused request is told.
        _closes |= _request == MessageState.Head;
        _request = See(ExchangeRole.Client, ExchangeTable.Other);
    }

    // What one direction makes of an event of the other.
    private readonly MessageState See(ExchangeRole direction, byte column)
    {
        MessageState state = direction == ExchangeRole.Client ? _request : _response;
        byte entry = ExchangeTable.Next(direction, state, column);
        return entry < ExchangeTable.Misuse ? (MessageState)entry : state;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ExchangeAnswer Decline(byte entry, in ExchangeEvent @event)
    {
        bool own = @event.Sender == _role;
        switch (entry)
        {
            case ExchangeTable.Again:
                return ExchangeAnswer.Refused(_error);
            case ExchangeTable.Paused when !own:
                _connectsEarly |= _request == MessageState.Proposed && _terms.Method == RequestMethod.Connect;
                return ExchangeAnswer.Of(ExchangeAnswerKind.Paused);
            case ExchangeTable.Foreign:
                return ExchangeAnswer.Of(ExchangeAnswerKind.Switched);
            case ExchangeTable.Misuse or ExchangeTable.Paused:
                ExchangeMisuse.BadOrder(@event.Sender, @event.Kind, _request, _response);
                return default;
            default:
                return Refuse(ExchangeTable.Error(entry), in @event);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ExchangeAnswer Refuse(ParseError error, in ExchangeEvent @event)
    {
        // To give a message up is nobody's mistake: it ends the connection, as it does when the peer gives up.
        bool own = @event.Sender == _role;
        if (own && @event.Kind != ExchangeEventKind.Reset)
        {
            ExchangeMisuse.Own(error, @event.Kind, _request, _response);
        }

        if (_error == ParseError.None)
        {
            _error = error;
        }

        if (@event.Sender == ExchangeRole.Client && _request is MessageState.Idle or MessageState.Head)
        {
            _terms.RefuseRequest(@event.Method);
        }

        // Once the server has switched, no response is left to answer with. RFC 9110 section 7.8.
        bool canAnswer = _role == ExchangeRole.Server && !own && !_switches;
        _closes = true;
        _terms.Settle();
        _request = MessageState.Error;
        _response = canAnswer ? See(ExchangeRole.Server, ExchangeTable.Other) : MessageState.Error;
        ExchangeTable.Join(ref _request, ref _response, ref _closes, _terms.ProposesSwitch, _switches);
        return ExchangeAnswer.Refused(_error);
    }
}
