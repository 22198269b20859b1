using HiPerf.Ftp;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>One input and what is known about it.</summary>
internal sealed record InspectCase
{
    /// <summary>The octets to read; UTF-8 for a URL.</summary>
    public required ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>What grammar the octets are read by.</summary>
    public required InspectKind Kind { get; init; }

    /// <summary>The case's id as JSON text; <c>null</c> where there is none.</summary>
    public string Id { get; init; } = "null";

    /// <summary>Whether the connection ends behind the input. A close-delimited content is whole then; anything framed that is cut short stays incomplete.</summary>
    public bool EndsConnection { get; init; }

    /// <summary>Whether the first head alone is read.</summary>
    public bool HeadOnly { get; init; }

    /// <summary>Whether the input is one chunk-size line and no whole body.</summary>
    public bool ChunkSizeLine { get; init; }

    /// <summary>Whether the rules for Host hold.</summary>
    public bool RequireHost { get; init; } = true;

    /// <summary>The method of the request a response answers.</summary>
    public RequestMethod RequestMethod { get; init; } = RequestMethod.Get;

    /// <summary>What may pass.</summary>
    public Http1Leniency Leniency { get; init; }

    /// <summary>The format of a listing; Detect when it is not told.</summary>
    public FtpListingFormat ListingFormat { get; init; }

    /// <summary>Whether the input is one line of a listing, which has to be an entry.</summary>
    public bool IsListLine { get; init; }

    /// <summary>The time when a listing was made, in the server's zone; 0 when not known.</summary>
    public long NowTicks { get; init; }

    /// <summary>The base a URL is resolved against; null when there is none.</summary>
    public byte[]? Base { get; init; }
}
