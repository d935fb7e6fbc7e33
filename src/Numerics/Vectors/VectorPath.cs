namespace Reference.Numerics;

/// <summary>
/// The registers that kernels use. The choice changes the speed, never the result: every path does the same operations
/// in the same order on as many lanes.
/// </summary>
public enum VectorPath
{
    /// <summary>128-bit vectors, on any processor that .NET runs on.</summary>
    Portable,

    /// <summary>256-bit vectors with fused multiply-add.</summary>
    Avx2,

    /// <summary>512-bit vectors.</summary>
    Avx512,
}
