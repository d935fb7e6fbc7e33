namespace Reference.Verification;

/// <summary>
/// How close two tensors must be, by norm
/// (<see cref="RelativeError.ByNorm(ReadOnlySpan{double}, ReadOnlySpan{double})"/>), and why.
/// </summary>
public static class Tolerances
{
    /// <summary>
    /// Two exact expressions of one quantity: rounding alone separates them, some 1e-16 an operation and up to a few
    /// thousand operations.
    /// </summary>
    public const double Equality = 1e-10;

    /// <summary>
    /// One side is a plain numerical derivative: truncation (h² = 1e-10) plus rounding (1e-16 / h = 1e-11), with room
    /// for large higher derivatives.
    /// </summary>
    public const double Numerical = 1e-6;

    /// <summary>
    /// A gradient of a smooth function against Richardson's extrapolation, which is good to about 1e-11.
    /// </summary>
    public const double Smooth = 1e-8;

    /// <summary>A gradient of a function with kinks against central differences with h = 1e-5.</summary>
    public const double Kinked = 1e-6;

    /// <summary>
    /// Our results against stored float64 results of another library: the same sums in another order.
    /// </summary>
    public const double Golden = 1e-10;

    /// <summary>The largest structurally zero gradient, as a fraction of the terms that cancel.</summary>
    public const double StructurallyZero = 1e-12;
}
