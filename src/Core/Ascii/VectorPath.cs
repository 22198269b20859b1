using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace HiPerf.Ascii;

/// <summary>Which of the paths of <see cref="IBlockMasks"/> this process takes.</summary>
/// <remarks>
/// To force one on .NET 10: <c>DOTNET_EnableAVX512v2=0</c> (512 bits without VBMI), <c>DOTNET_EnableAVX512=0</c> (256),
/// <c>DOTNET_EnableAVX2=0</c> (128), <c>DOTNET_EnableHWIntrinsic=0</c> (scalar). A forced test run names the path it
/// expects in <c>HIPERF_EXPECT_PATH</c>.
/// </remarks>
internal enum VectorPath
{
    /// <summary><see cref="ScalarMasks"/>.</summary>
    Scalar,

    /// <summary><see cref="Portable128Masks"/>.</summary>
    Portable128,

    /// <summary><see cref="Wide256Masks"/>.</summary>
    Wide256,

    /// <summary><see cref="Wide512Masks"/>.</summary>
    Wide512,

    /// <summary><see cref="VbmiMasks"/>.</summary>
    Vbmi,
}

/// <summary>The choice of path; constants to the compiler, so a caller's switch over them costs nothing.</summary>
internal static class VectorPaths
{
    /// <summary>The widest path that this machine and its settings allow.</summary>
    public static VectorPath Active
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512Vbmi.IsSupported ? VectorPath.Vbmi
            : Avx512BW.IsSupported ? VectorPath.Wide512
            : Avx2.IsSupported ? VectorPath.Wide256
            : Vector128.IsHardwareAccelerated && (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported) ? VectorPath.Portable128
            : VectorPath.Scalar;
    }

    /// <summary>Whether a path can run here.</summary>
    public static bool IsSupported(VectorPath path) => path switch
    {
        VectorPath.Vbmi => Avx512Vbmi.IsSupported,
        VectorPath.Wide512 => Avx512BW.IsSupported,
        VectorPath.Wide256 => Avx2.IsSupported,
        VectorPath.Portable128 => Vector128.IsHardwareAccelerated && (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported),
        _ => true,
    };
}
