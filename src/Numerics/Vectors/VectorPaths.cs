using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reference.Numerics;

/// <summary>The vector paths that this processor offers.</summary>
public static class VectorPaths
{
    /// <summary>Every path that can run here, slowest first; the portable one is always there.</summary>
    public static IReadOnlyList<VectorPath> Available { get; } = [.. Enum.GetValues<VectorPath>().Where(IsAvailable)];

    /// <summary>The fastest path of this processor, chosen once; the default of every kernel.</summary>
    public static VectorPath Best { get; } = Available[^1];

    private static bool IsAvailable(VectorPath path) => path switch
    {
        VectorPath.Portable => true,
        VectorPath.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        // Vector512 also exists where it is emulated by two halves; only hardware registers count.
        VectorPath.Avx512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        _ => false,
    };
}
