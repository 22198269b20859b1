namespace HiPerf.Server;

/// <summary>Tells a request of HTTP that came to the wrong port.</summary>
internal static class HttpVerbs
{
    /// <summary>Whether a verb is a method of HTTP, as they are written: in upper case.</summary>
    public static bool IsOne(ReadOnlySpan<byte> verb) => verb.Length switch
    {
        3 => verb.SequenceEqual("GET"u8) || verb.SequenceEqual("PUT"u8) || verb.SequenceEqual("PRI"u8),
        4 => verb.SequenceEqual("POST"u8) || verb.SequenceEqual("HEAD"u8),
        5 => verb.SequenceEqual("PATCH"u8) || verb.SequenceEqual("TRACE"u8),
        6 => verb.SequenceEqual("DELETE"u8),
        7 => verb.SequenceEqual("OPTIONS"u8) || verb.SequenceEqual("CONNECT"u8),
        8 => verb.SequenceEqual("PROPFIND"u8),
        _ => false,
    };
}
