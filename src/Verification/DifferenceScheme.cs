namespace Reference.Verification;

/// <summary>How a derivative is taken numerically.</summary>
public enum DifferenceScheme
{
    /// <summary>
    /// Central differences extrapolated to step 0: relative error near 1e-11 on smooth functions, several evaluations
    /// a coordinate.
    /// </summary>
    Richardson,

    /// <summary>
    /// One central difference with a short step (1e-5): for functions with kinks, which a long step would cross.
    /// </summary>
    Central,
}
