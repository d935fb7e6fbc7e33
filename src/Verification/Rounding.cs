namespace Reference.Verification;

/// <summary>
/// What rounding alone leaves in a numerical derivative, as a fraction of the terms that f sums: some ten units in the
/// last place of f (1e-16 each) over the step. A check cannot be more accurate than this.
/// </summary>
internal static class Rounding
{
    /// <summary>Extrapolated differences: steps of 1/8 down to 1/1024.</summary>
    public const double OfRichardson = 1e-12;

    /// <summary>Central differences: a step of 1e-5.</summary>
    public const double OfCentral = 1e-10;
}
