using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Limits on gradients, so that one very steep place does not undo many steps.</summary>
public static class Clipping
{
    /// <summary>Each component by itself: gᵢ ← min(max(gᵢ, −c), c), (5.31). It may turn the gradient.</summary>
    /// <param name="g">A gradient, changed in place. // [n]</param>
    /// <param name="limit">c > 0.</param>
    /// <exception cref="ArgumentException">c ≤ 0.</exception>
    public static void ByValue(Span<double> g, double limit)
    {
        Require.Positive(limit);
        for (int i = 0; i < g.Length; i++)
        {
            g[i] = Math.Clamp(g[i], -limit, limit); // (5.31)
        }
    }

    /// <summary>All components together: g ← g · min(1, c / ‖g‖), (5.32). The direction stays.</summary>
    /// <param name="g">A gradient, changed in place. // [n]</param>
    /// <param name="limit">c > 0.</param>
    /// <returns>‖g‖ before.</returns>
    /// <exception cref="ArgumentException">c ≤ 0, or the norm is not finite; then nothing was changed.</exception>
    public static double ByNorm(Span<double> g, double limit)
    {
        Require.Positive(limit);
        double norm = Norm(g);
        Require.Finite(norm, "‖g‖");
        Scale(g, norm, limit);
        return norm;
    }

    /// <summary>(5.31) on the gradients of parameters.</summary>
    /// <param name="parameters">Their gradients are changed in place.</param>
    /// <param name="limit">c > 0.</param>
    /// <exception cref="ArgumentException">c ≤ 0, or a gradient is not finite; then nothing was changed.</exception>
    public static void ByValue(IReadOnlyList<Parameter> parameters, double limit)
    {
        Require.Positive(limit);
        RequireFinite(parameters);
        foreach (Parameter parameter in parameters)
        {
            ByValue(parameter.Gradients, limit); // (5.31)
        }
    }

    /// <summary>(5.32) on the gradients of parameters, with one norm over all of them.</summary>
    /// <param name="parameters">Their gradients are changed in place.</param>
    /// <param name="limit">c > 0.</param>
    /// <returns>‖g‖ before.</returns>
    /// <exception cref="ArgumentException">
    /// c ≤ 0, or a gradient or the norm is not finite; then nothing was changed.
    /// </exception>
    public static double ByNorm(IReadOnlyList<Parameter> parameters, double limit)
    {
        Require.Positive(limit);
        RequireFinite(parameters);
        Span<double> norms = parameters.Count <= 256 ? stackalloc double[parameters.Count] : new double[parameters.Count];
        for (int i = 0; i < norms.Length; i++)
        {
            norms[i] = Norm(parameters[i].Gradients);
        }

        double norm = Norm(norms); // (5.32)
        Require.Finite(norm, "‖g‖");
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

        return largest * Math.Sqrt(squares); // (5.32)
    }

    private static void Scale(Span<double> g, double norm, double limit)
    {
        for (int i = 0; norm > limit && i < g.Length; i++)
        {
            g[i] *= limit / norm; // (5.32)
        }
    }

    private static void RequireFinite(IReadOnlyList<Parameter> parameters)
    {
        foreach (Parameter parameter in parameters)
        {
            Require.Finite(parameter.Gradients, $"gradient of {parameter.Name}");
        }
    }
}
