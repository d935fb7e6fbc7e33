using MathNet.Numerics.LinearAlgebra;

namespace Reference.Optimizers;

/// <summary>
/// The rules in matrices: pure functions from weights W, gradient G and state to the next ones, all of one shape.
/// </summary>
public static class OptimizerEquations
{
    /// <summary>W − ηG, (5.1). S0-034, S2-119.</summary>
    /// <param name="W">Weights. // [rows × columns]</param>
    /// <param name="G">Gradient. // [rows × columns]</param>
    /// <param name="η">Learning rate.</param>
    public static Matrix<double> Descent(Matrix<double> W, Matrix<double> G, double η) => W - η * G; // (5.1)

    /// <summary>V' = βV + (1 − β)G and W' = W − ηV', (5.20). S2-120.</summary>
    /// <param name="W">Weights. // [rows × columns]</param>
    /// <param name="V">Average so far. // [rows × columns]</param>
    /// <param name="G">Gradient. // [rows × columns]</param>
    /// <param name="η">Learning rate.</param>
    /// <param name="β">Decay.</param>
    public static (Matrix<double> W, Matrix<double> V) AveragedMomentum(
        Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double β)
    {
        V = β * V + (1 - β) * G; // (5.20)
        return (W - η * V, V); // (5.20)
    }

    /// <summary>V' = μV + G and W' = W − ηV', (5.21). S4-156.</summary>
    /// <inheritdoc cref="AveragedMomentum"/>
    /// <param name="μ">Momentum.</param>
    public static (Matrix<double> W, Matrix<double> V) Momentum(
        Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double μ)
    {
        V = μ * V + G; // (5.21)
        return (W - η * V, V); // (5.21)
    }

    /// <summary>V' = γV − ηG and W' = W + V', (5.22). S1-137.</summary>
    /// <inheritdoc cref="AveragedMomentum"/>
    /// <param name="γ">Momentum.</param>
    public static (Matrix<double> W, Matrix<double> V) Velocity(
        Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double γ)
    {
        V = γ * V - η * G; // (5.22)
        return (W + V, V); // (5.22)
    }

    /// <summary>V' = μV + G and W' = W − η(G + μV'), (5.24).</summary>
    /// <inheritdoc cref="Momentum"/>
    public static (Matrix<double> W, Matrix<double> V) Nesterov(
        Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double μ)
    {
        V = μ * V + G; // (5.24)
        return (W - η * (G + μ * V), V); // (5.24)
    }

    /// <summary>S' = S + G² and W' = W − ηG / (√S' + ε), (5.25).</summary>
    /// <inheritdoc cref="AveragedMomentum"/>
    /// <param name="S">Sum of squares so far. // [rows × columns]</param>
    /// <param name="ε">Avoids 0/0.</param>
    public static (Matrix<double> W, Matrix<double> S) AdaGrad(
        Matrix<double> W, Matrix<double> S, Matrix<double> G, double η, double ε)
    {
        S = S + G.PointwisePower(2); // (5.25)
        return (W - η * G.PointwiseDivide(S.PointwiseSqrt() + ε), S); // (5.25)
    }

    /// <summary>
    /// V' = βV + (1 − β)G², (5.26), and W' = W − ηG / √(V' + ε), (5.27), or with √V' + ε, (5.28). S2-121, S2-122,
    /// S3-061.
    /// </summary>
    /// <inheritdoc cref="AveragedMomentum"/>
    /// <param name="ε">Avoids 0/0.</param>
    /// <param name="place">Inside the root, (5.27), or beside it, (5.28).</param>
    public static (Matrix<double> W, Matrix<double> V) RmsProp(
        Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double β, double ε, EpsilonPlace place)
    {
        V = β * V + (1 - β) * G.PointwisePower(2); // (5.26)
        return place == EpsilonPlace.InsideRoot
            ? (W - η * G.PointwiseDivide((V + ε).PointwiseSqrt()), V) // (5.27)
            : (W - η * G.PointwiseDivide(V.PointwiseSqrt() + ε), V); // (5.28)
    }

    /// <summary>
    /// M' = β₁M + (1 − β₁)G, S' = β₂S + (1 − β₂)G², W' = W − ηλW − η M̂ / (√Ŝ + ε): Adam, (5.29), and with λ > 0
    /// AdamW, (5.30).
    /// S0-035, S2-123, S1-283.
    /// </summary>
    /// <param name="W">Weights. // [rows × columns]</param>
    /// <param name="M">Mean so far. // [rows × columns]</param>
    /// <param name="S">Mean square so far. // [rows × columns]</param>
    /// <param name="G">Gradient. // [rows × columns]</param>
    /// <param name="t">The number of this step, from 1.</param>
    /// <param name="η">Learning rate.</param>
    /// <param name="λ">Weight decay.</param>
    /// <param name="β1">Decay of the mean.</param>
    /// <param name="β2">Decay of the mean square.</param>
    /// <param name="ε">Avoids 0/0.</param>
    public static (Matrix<double> W, Matrix<double> M, Matrix<double> S) Adam(
        Matrix<double> W, Matrix<double> M, Matrix<double> S, Matrix<double> G, int t, double η,
        double λ = 0, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8)
    {
        M = β1 * M + (1 - β1) * G; // (5.29)
        S = β2 * S + (1 - β2) * G.PointwisePower(2); // (5.29)
        Matrix<double> mHat = M / (1 - Math.Pow(β1, t)), sHat = S / (1 - Math.Pow(β2, t)); // (5.29)
        return (W - η * λ * W - η * mHat.PointwiseDivide(sHat.PointwiseSqrt() + ε), M, S); // (5.30)
    }
}
