using System.Runtime.InteropServices;

namespace HiPerf.Bench.Peers;

/// <summary>The C parsers of Debian's packages, by the names their packages give them; what is not installed is left out.</summary>
/// <remarks>They are baseline x86-64 builds: Debian compiles for every x86-64 processor, so the SSE4.2 that picohttpparser has in its source is not in them.</remarks>
internal static class NativeLibraries
{
    /// <summary>picohttpparser, as a part of libh2o0.13; 0 when missing.</summary>
    public static nint H2o { get; } = Load("libh2o.so.0.13");

    /// <summary>Node's former parser, libhttp-parser2.9; 0 when missing.</summary>
    public static nint HttpParser { get; } = Load("libhttp_parser.so.2.9");

    private static nint Load(string name) => NativeLibrary.TryLoad(name, out nint library) ? library : 0;
}
