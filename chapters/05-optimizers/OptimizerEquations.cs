using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Reference.Optimizers;

/// <summary>
/// The rules in matrices: pure functions from weights W, gradient G and averages to the next ones. All are [rows ×
/// columns].
/// </summary>
public static class OptimizerEquations
{
    /// <summary>W − ηG, (5.1). S0-034, S2-119.</summary>
    public static Matrix Descent(Matrix W, Matrix G, double η) => W - η * G; // (5.1)

    /// <summary>V' = βV + (1 − β)G and W' = W − ηV', (5.20). S2-120.</summary>
    public static (Matrix W, Matrix V) AveragedMomentum(Matrix W, Matrix V, Matrix G, double η, double β)
    {
        V = β * V + (1 - β) * G; // (5.20)
        return (W - η * V, V); // (5.20)
    }

    /// <summary>V' = μV + G and W' = W − ηV', (5.21). S4-156.</summary>
    public static (Matrix W, Matrix V) Momentum(Matrix W, Matrix V, Matrix G, double η, double μ)
    {
        V = μ * V + G; // (5.21)
        return (W - η * V, V); // (5.21)
    }

    /// <summary>V' = γV − ηG and W' = W + V', (5.22). S1-137.</summary>
    public static (Matrix W, Matrix V) Velocity(Matrix W, Matrix V, Matrix G, double η, double γ)
    {
        V = γ * V - η * G; // (5.22)
        return (W + V, V); // (5.22)
    }

    /// <summary>V' = μV + G and W' = W − η(G + μV'), (5.24).</summary>
    public static (Matrix W, Matrix V) Nesterov(Matrix W, Matrix V, Matrix G, double η, double μ)
    {
        V = μ * V + G; // (5.24)
        return (W - η * (G + μ * V), V); // (5.24)
    }

    /// <summary>S' = S + G² and W' = W − ηG / (√S' + ε), (5.25).</summary>
    public static (Matrix W, Matrix S) AdaGrad(Matrix W, Matrix S, Matrix G, double η, double ε)
    {
        S = S + G.PointwisePower(2); // (5.25)
        return (W - η * G.PointwiseDivide(S.PointwiseSqrt() + ε), S); // (5.25)
    }

    /// <summary>
    /// V' = βV + (1 − β)G², (5.26); W' = W − ηG / √(V' + ε), (5.27), or ηG / (√V' + ε), (5.28). S2-121, S2-122,
    /// S3-061.
    /// </summary>
    public static (Matrix W, Matrix V) RmsProp(
        Matrix W, Matrix V, Matrix G, double η, double β, double ε, EpsilonPlace place)
    {
        V = β * V + (1 - β) * G.PointwisePower(2); // (5.26)
        return place == EpsilonPlace.InsideRoot
            ? (W - η * G.PointwiseDivide((V + ε).PointwiseSqrt()), V) // (5.27)
            : (W - η * G.PointwiseDivide(V.PointwiseSqrt() + ε), V); // (5.28)
    }

    /// <summary>
    /// Step t = 1, 2, … of M' = β₁M + (1 − β₁)G, S' = β₂S + (1 − β₂)G², W' = W − ηλW − η M̂ / (√Ŝ + ε): Adam, (5.29),
    /// and with λ > 0 AdamW, (5.30). S0-035, S2-123, S1-283.
    /// </summary>
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
