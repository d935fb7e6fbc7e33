using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Limits on the gradients of parameters, in place, so that one very large gradient does not undo many steps.
/// If a gradient or the norm is not finite, they throw and change nothing.</summary>
public static class Clipping
{
    /// <summary>Each component by itself: gᵢ ← min(max(gᵢ, −c), c), (5.31), c > 0. It may turn the gradient.</summary>
    public static void ByValue(IReadOnlyList<Parameter> parameters, double limit)
    {
        RequireFinite(parameters, limit);
        foreach (Parameter parameter in parameters)
        {
            foreach (ref double g in parameter.Gradients)
            {
                g = Math.Clamp(g, -limit, limit); // (5.31)
            }
        }
    }

    /// <summary>All components together: g ← g · min(1, c / ‖g‖), (5.32), c > 0, with one norm over all parameters.
    /// The direction stays. Returns ‖g‖ before.</summary>
    public static double ByNorm(IReadOnlyList<Parameter> parameters, double limit)
    {
        RequireFinite(parameters, limit);
        double norm = Kernels.Norm([.. parameters.Select(p => Kernels.Norm(p.Gradients))]); // (5.32)
        Require.Finite(norm, "‖g‖");
        foreach (Parameter parameter in norm > limit ? parameters : [])
        {
            foreach (ref double g in parameter.Gradients)
            {
                g *= limit / norm; // (5.32)
            }
        }

        return norm;
    }

    private static void RequireFinite(IReadOnlyList<Parameter> parameters, double limit)
    {
        Require.Positive(limit);
        foreach (Parameter parameter in parameters)
        {
            Require.Finite(parameter.Gradients, $"gradient of {parameter.Name}");
        }
    }
}
