using System.Runtime.InteropServices;
using HiPerf.Bench.Quick;

namespace HiPerf.Bench.Peers;

/// <summary>What a call into a peer's library costs that does next to nothing; printed, subtracted nowhere.</summary>
internal static unsafe class NativeCallCost
{
    private static nuint s_sink;

    /// <summary>The two jobs for one library: its call with and without the switch between managed and native code.</summary>
    /// <param name="library">The library.</param>
    /// <param name="function">A function of it that takes a pointer to at least 16 octets, or nothing, and only answers.</param>
    public static Contestant[] Of(nint library, string function)
    {
        nint address = NativeLibrary.GetExport(library, function);
        var argument = (byte*)NativeMemory.AllocZeroed(64);
        var kept = (delegate* unmanaged[Cdecl]<byte*, nuint>)address;
        var suppressed = (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, nuint>)address;
        return
        [
            new Contestant(function + ", transition kept", operations =>
            {
                for (int i = 0; i < operations; i++)
                {
                    s_sink += kept(argument);
                }
            }),
            new Contestant(function + ", SuppressGCTransition", operations =>
            {
                for (int i = 0; i < operations; i++)
                {
                    s_sink += suppressed(argument);
                }
            }),
        ];
    }
}
