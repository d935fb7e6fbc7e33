namespace Reference.Backpropagation;

/// <summary>The multiplications of a gradient in a network of widths n₀, n₁, …, n_L: with shared error terms, path by
/// path, and by differences. S1-076, S3-217, S4-134.</summary>
public static class BackwardWork
{
    /// <summary>One forward pass, Σₗ nₗnₗ₋₁: one multiplication per weight.</summary>
    /// <exception cref="ArgumentException">Fewer than two widths, or one below 1.</exception>
    public static double Forward(params int[] widths)
    {
        Validate(widths);
        return Enumerable.Range(1, widths.Length - 1).Sum(l => (double)widths[l] * widths[l - 1]);
    }

    /// <summary>One backward pass that keeps every error term, Σₗ nₗ(nₗ₊₁ + 1 + nₗ₋₁), (8.23).</summary>
    /// <inheritdoc cref="Forward"/>
    public static double Shared(params int[] widths)
    {
        Validate(widths);
        int[] n = [.. widths, 0];
        return Enumerable.Range(1, widths.Length - 1)
            .Sum(l => (double)n[l] * (n[l + 1] + 1 + n[l - 1])); // (8.23): Wᵀδ, f′, δaᵀ
    }

    /// <summary>The same gradient when nothing is kept, Σₗ nₗ(nₗ₋₁(cₗ + 1) + cₗ), where one error term costs
    /// c_L = 1 and cₗ = 1 + nₗ₊₁(1 + cₗ₊₁), (8.23).</summary>
    /// <inheritdoc cref="Forward"/>
    public static double PathByPath(params int[] widths)
    {
        Validate(widths);
        double count = 0, c = 1;
        for (int l = widths.Length - 1; l > 0; l--)
        {
            count += widths[l] * (widths[l - 1] * (c + 1) + c); // (8.23)
            c = 1 + widths[l] * (1 + c); // (8.23)
        }

        return count;
    }

    /// <summary>By central differences: two forward passes for each parameter.</summary>
    /// <inheritdoc cref="Forward"/>
    public static double Differences(params int[] widths) =>
        2 * (Forward(widths) + widths.Skip(1).Sum()) * Forward(widths);

    /// <summary>An error term from scratch, path by path: the recursion (8.19) recomputes every unit behind, and all
    /// multiplications are counted. Layers from l = 1 on. // dA [n_L]. S3-217, S4-134.</summary>
    public static double ErrorTerm(
        IReadOnlyList<ScalarLayer> layers, ScalarPass pass, double[] dA, int l, int j, ref long multiplications)
    {
        double dz = layers[l - 1].F.Derivative(pass.Z[l][j]), sum = 0;
        multiplications++;
        for (int k = 0; l < layers.Count && k < layers[l].Units; k++)
        {
            sum += layers[l].W[k, j] * ErrorTerm(layers, pass, dA, l + 1, k, ref multiplications); // (8.19)
            multiplications++;
        }

        return (l == layers.Count ? dA[j] : sum) * dz; // (8.18) (8.19)
    }

    internal static void Validate(int[] widths)
    {
        if (widths.Length < 2 || widths.Any(width => width < 1))
        {
            throw new ArgumentException(
                $"Expected at least two widths, each at least 1; got [{string.Join(", ", widths)}].", nameof(widths));
        }
    }
}
