namespace HiPerf.Transport;

/// <summary>One grammar element read through a <see cref="ParsePump"/>: the seam between bytes that arrive and a parser of Core.</summary>
/// <remarks>An object, so that no span has to live across a wait; it keeps the caller's table and the head that was read. Make one a connection and use it again and again.
/// <see cref="Parse"/> is called with the octets from the element's start, however much of what follows is there already.</remarks>
public interface IPumpedParser
{
    /// <summary>The most octets the element may have, its end included; 1 to 2^30. The pump never joins more than this and one octet.</summary>
    int MaxLength { get; }

    /// <summary>Parses the element at the start of <paramref name="buffer"/>.</summary>
    /// <param name="buffer">Everything that is there, from the element's first octet.</param>
    /// <param name="examined">What <see cref="ParseResult.Position"/> was when this element last needed more data; 0 at first.</param>
    /// <returns>As a parser of Core does. NeedMoreData for more than <see cref="MaxLength"/> octets is answered for it by DestinationTooSmall.</returns>
    ParseResult Parse(ReadOnlySpan<byte> buffer, int examined);
}
