using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>Adam on one float32 weight in PyTorch's order, (6.16): factors of t are rounded once. S0-064.</summary>
/// <param name="η">Learning rate > 0; PyTorch's other constants are β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.</param>
/// <exception cref="ArgumentOutOfRangeException">η is not positive and finite.</exception>
internal sealed class Float32Adam(double η)
{
    private const double Mean = 0.9, MeanSquare = 0.999;
    private readonly double _η = Positive(η);
    private float _m, _s;
    private int _t;

    /// <summary>The weight after one step along g = ∂L/∂w.</summary>
    public float Step(float w, float g)
    {
        _t++;
        _m = _m * (float)Mean + (float)(1 - Mean) * g; // (6.16)
        _s = _s * (float)MeanSquare + (float)(1 - MeanSquare) * g * g; // (6.16)
        float step = (float)(_η / (1 - Math.Pow(Mean, _t))),
            scale = (float)Math.Sqrt(1 - Math.Pow(MeanSquare, _t)); // (6.16)
        return w - step * _m / (MathF.Sqrt(_s) / scale + 1e-8f); // (6.16)
    }

    private static double Positive(double η)
    {
        Require.Positive(η);
        return η;
    }
}
