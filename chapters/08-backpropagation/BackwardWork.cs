namespace Reference.Backpropagation;

/// <summary>
/// Multiplications that a gradient costs, for widths n₀, n₁, …, n_L: with the error terms shared, path by path, and by differences.
/// (8.27) counts every one of the way back and leaves out the way forward.
/// S1-076, S3-217, S4-134.
/// </summary>
public static class BackwardWork
{
    /// <summary>One forward pass: Σₗ nₗnₗ₋₁, one a weight.</summary>
    /// <param name="widths">Inputs and units of each layer.</param>
    /// <exception cref="ArgumentException">Fewer than two widths, or one below 1.</exception>
    public static double Forward(params int[] widths)
    {
        RequireLayers.Widths(widths);
        return Enumerable.Range(1, widths.Length - 1).Sum(l => (double)widths[l] * widths[l - 1]);
    }

    /// <summary>One backward pass that keeps every error term, (8.27): about two forward passes, whatever the depth.</summary>
    /// <inheritdoc cref="Forward"/>
    public static double Shared(params int[] widths)
    {
        RequireLayers.Widths(widths);
        double count = 0;
        for (int l = 1; l < widths.Length; l++)
        {
            int below = widths[l - 1], above = l + 1 < widths.Length ? widths[l + 1] : 0;
            count += (double)widths[l] * (above + 1 + below); // (8.27): Wᵀδ, f′, δaᵀ
        }

        return count;
    }

    /// <summary>
    /// The same gradient with nothing kept, (8.27): c_L = 1 for a unit of the last layer,
    /// cₗ = 1 + nₗ₊₁(1 + cₗ₊₁) for one before it, once for every weight and bias.
    /// </summary>
    /// <inheritdoc cref="Forward"/>
    public static double PathByPath(params int[] widths)
    {
        RequireLayers.Widths(widths);
        double count = 0, c = 1;
        for (int l = widths.Length - 1; l > 0; l--)
        {
            count += widths[l] * (widths[l - 1] * (c + 1) + c); // (8.27)
            c = 1 + widths[l] * (1 + c); // (8.27)
        }

        return count;
    }

    /// <summary>By central differences: two forward passes for each of the P parameters.</summary>
    /// <inheritdoc cref="Forward"/>
    public static double Differences(params int[] widths) => 2 * (Forward(widths) + widths.Skip(1).Sum()) * Forward(widths);
}
