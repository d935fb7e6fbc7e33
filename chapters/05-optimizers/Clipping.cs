using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Limits on gradients, so that one cliff in the loss does not throw all weights away.</summary>
public static class Clipping
{
    /// <summary>Each component on its own: gᵢ ← min(max(gᵢ, −c), c), (5.31). It may turn the gradient.</summary>
    /// <param name="g">A gradient, changed in place. // [n]</param>
    /// <param name="limit">c > 0.</param>
    /// <exception cref="ArgumentException">c ≤ 0, or a number that is not finite.</exception>
    public static void ByValue(Span<double> g, double limit)
    {
        Require.Positive(limit);
        Require.Finite(g);
        for (int i = 0; i < g.Length; i++)
        {
            g[i] = Math.Clamp(g[i], -limit, limit); // (5.31)
        }
    }

    /// <summary>All together: g ← g · min(1, c / ‖g‖), (5.32), with one norm over all components. The direction stays.</summary>
    /// <param name="g">A gradient, changed in place. // [n]</param>
    /// <param name="limit">c > 0.</param>
    /// <returns>‖g‖ before.</returns>
    /// <exception cref="ArgumentException">c ≤ 0, or a component or the norm is not finite; then nothing was changed.</exception>
    public static double ByNorm(Span<double> g, double limit)
    {
        Require.Positive(limit);
        Require.Finite(g);
        double norm = Norm(g);
        Scale(g, norm, limit);
        return norm;
    }

    /// <summary>(5.31) on the gradients of parameters.</summary>
    /// <param name="parameters">Whose gradients are changed in place.</param>
    /// <param name="limit">c > 0.</param>
    /// <exception cref="ArgumentException">c ≤ 0, or a number that is not finite, of whichever parameter; then nothing was changed.</exception>
    public static void ByValue(IReadOnlyList<Parameter> parameters, double limit)
    {
        Require.Positive(limit);
        foreach (Parameter parameter in parameters)
        {
            Require.Finite(parameter.Gradients, $"gradient of {parameter.Name}");
        }

        foreach (Parameter parameter in parameters)
        {
            ByValue(parameter.Gradients, limit); // (5.31)
        }
    }

    /// <summary>(5.32) on the gradients of parameters, with one norm over all of them.</summary>
    /// <param name="parameters">Whose gradients are changed in place.</param>
    /// <param name="limit">c > 0.</param>
    /// <returns>‖g‖ before.</returns>
    /// <exception cref="ArgumentException">c ≤ 0, or a component or the norm is not finite; then nothing was changed.</exception>
    public static double ByNorm(IReadOnlyList<Parameter> parameters, double limit)
    {
        Require.Positive(limit);
        Span<double> norms = parameters.Count <= 256 ? stackalloc double[parameters.Count] : new double[parameters.Count];
        for (int i = 0; i < norms.Length; i++)
        {
            Require.Finite(parameters[i].Gradients, $"gradient of {parameters[i].Name}");
            norms[i] = Norm(parameters[i].Gradients);
        }

        double norm = Norm(norms); // (5.32)
        foreach (Parameter parameter in parameters)
        {
            Scale(parameter.Gradients, norm, limit);
        }

        return norm;
    }

    // Divided by the largest component first: the square of 1e200 would be infinite.
    private static double Norm(ReadOnlySpan<double> g)
    {
        double largest = 0, squares = 0;
        foreach (double value in g)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        foreach (double value in g)
        {
            squares += largest == 0 ? 0 : value / largest * (value / largest);
        }

        double norm = largest * Math.Sqrt(squares); // (5.32)
        Require.Finite(norm, "‖g‖");
        return norm;
    }

    private static void Scale(Span<double> g, double norm, double limit)
    {
        for (int i = 0; norm > limit && i < g.Length; i++)
        {
            g[i] *= limit / norm; // (5.32)
        }
    }
}
