using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Reference.Optimizers;

/// <summary>Adam in matrices. Every rule acts on each weight by itself, so the others are the scalar ones element by
/// element.</summary>
public static class OptimizerEquations
{
    /// <summary>Step t = 1, 2, … on matrices [rows × columns]: M' = β₁M + (1 − β₁)G, S' = β₂S + (1 − β₂)G², W' = W −
    /// ηλW − η M̂ / (√Ŝ + ε): Adam, (5.29), and with λ > 0 AdamW, (5.30). S0-035, S2-123, S1-283.</summary>
    public static (Matrix W, Matrix M, Matrix S) Adam(
        Matrix W, Matrix M, Matrix S, Matrix G, int t, double η,
        double λ = 0, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8)
    {
        M = β1 * M + (1 - β1) * G; // (5.29)
        S = β2 * S + (1 - β2) * G.PointwisePower(2); // (5.29)
        Matrix mHat = M / (1 - Math.Pow(β1, t)), sHat = S / (1 - Math.Pow(β2, t)); // (5.29)
        return (W - η * λ * W - η * mHat.PointwiseDivide(sHat.PointwiseSqrt() + ε), M, S); // (5.30)
    }
}
