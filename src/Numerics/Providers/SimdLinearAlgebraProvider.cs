namespace Reference.Numerics;

/// <summary>
/// MathNet's dense matrices on <see cref="SimdComputeProvider"/>:
/// <c>LinearAlgebraControl.Provider = new SimdLinearAlgebraProvider()</c>.
/// </summary>
public sealed class SimdLinearAlgebraProvider : ProductLinearAlgebraProvider
{
    /// <summary>The provider for this processor.</summary>
    public SimdLinearAlgebraProvider()
        : this(new SimdComputeProvider())
    {
    }

    internal SimdLinearAlgebraProvider(SimdComputeProvider engine)
        : base(engine)
    {
    }
}
