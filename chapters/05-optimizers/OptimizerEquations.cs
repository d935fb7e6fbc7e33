using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>The rules as equations in matrices: pure functions from weights W, gradient G and state to the next ones. All have one shape.</summary>
public static class OptimizerEquations
{
    /// <summary>W − ηG, (5.1). S0-034, S2-119.</summary>
    /// <param name="W">Weights. // [rows × columns]</param>
    /// <param name="G">Gradient. // [rows × columns]</param>
    /// <param name="η">Learning rate ≥ 0.</param>
    /// <exception cref="ArgumentException">Different shapes, numbers that are not finite, squares below 0, or a constant outside its range.</exception>
    public static Matrix<double> Descent(Matrix<double> W, Matrix<double> G, double η)
    {
        RequireMatrix.Gradient(W, G);
        return W - RequireRate.Learning(η) * G; // (5.1)
    }

    /// <summary>V' = βV + (1 − β)G and W' = W − ηV', (5.20). S2-120.</summary>
    /// <inheritdoc cref="Descent"/>
    public static (Matrix<double> W, Matrix<double> V) AveragedMomentum(Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double β)
    {
        RequireMatrix.Gradient(W, G);
        Validate(W, V);
        Matrix<double> next = RequireRate.Decay(β) * V + (1 - β) * G; // (5.20)
        return (W - RequireRate.Learning(η) * next, next); // (5.20)
    }

    /// <summary>V' = μV + G and W' = W − ηV', (5.21). S4-156.</summary>
    /// <inheritdoc cref="Descent"/>
    public static (Matrix<double> W, Matrix<double> V) Momentum(Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double μ)
    {
        RequireMatrix.Gradient(W, G);
        Validate(W, V);
        Matrix<double> next = RequireRate.Momentum(μ) * V + G; // (5.21)
        return (W - RequireRate.Learning(η) * next, next); // (5.21)
    }

    /// <summary>V' = γV − ηG and W' = W + V', (5.22). S1-137.</summary>
    /// <inheritdoc cref="Descent"/>
    public static (Matrix<double> W, Matrix<double> V) Velocity(Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double γ)
    {
        RequireMatrix.Gradient(W, G);
        Validate(W, V);
        Matrix<double> next = RequireRate.Momentum(γ) * V - RequireRate.Learning(η) * G; // (5.22)
        return (W + next, next); // (5.22)
    }

    /// <summary>V' = μV + G and W' = W − η(G + μV'), (5.24).</summary>
    /// <inheritdoc cref="Descent"/>
    public static (Matrix<double> W, Matrix<double> V) Nesterov(Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double μ)
    {
        RequireMatrix.Gradient(W, G);
        Validate(W, V);
        Matrix<double> next = RequireRate.Momentum(μ) * V + G; // (5.24)
        return (W - RequireRate.Learning(η) * (G + μ * next), next); // (5.24)
    }

    /// <summary>S' = S + G² and W' = W − ηG / (√S' + ε), (5.25).</summary>
    /// <inheritdoc cref="Descent"/>
    public static (Matrix<double> W, Matrix<double> S) AdaGrad(Matrix<double> W, Matrix<double> S, Matrix<double> G, double η, double ε)
    {
        RequireMatrix.Gradient(W, G);
        RefuseSquares(W, S);
        Matrix<double> next = S + G.PointwisePower(2); // (5.25)
        return (W - (RequireRate.Learning(η) * G).PointwiseDivide(next.PointwiseSqrt() + Positive(ε)), next); // (5.25)
    }

    /// <summary>V' = βV + (1 − β)G², (5.26), and W' = W − ηG / √(V' + ε), (5.27), or with √V' + ε, (5.28). S2-121, S2-122, S3-061.</summary>
    /// <inheritdoc cref="Descent"/>
    public static (Matrix<double> W, Matrix<double> V) RmsProp(
        Matrix<double> W, Matrix<double> V, Matrix<double> G, double η, double β, double ε, EpsilonPlace place)
    {
        RequireMatrix.Gradient(W, G);
        RefuseSquares(W, V);
        Matrix<double> next = RequireRate.Decay(β) * V + (1 - β) * G.PointwisePower(2); // (5.26)
        Matrix<double> root = place == EpsilonPlace.InsideRoot ? (next + Positive(ε)).PointwiseSqrt() : next.PointwiseSqrt() + Positive(ε); // (5.27) and (5.28)
        return (W - (RequireRate.Learning(η) * G).PointwiseDivide(root), next);
    }

    /// <summary>
    /// M' = β₁M + (1 − β₁)G, S' = β₂S + (1 − β₂)G², W' = (1 − ηλ)W − η M̂ / (√Ŝ + ε): Adam, (5.29), and with λ > 0 AdamW, (5.30). S0-035, S2-123, S1-283.
    /// </summary>
    /// <param name="W">Weights. // [rows × columns]</param>
    /// <param name="M">Mean so far. // [rows × columns]</param>
    /// <param name="S">Mean square so far. // [rows × columns]</param>
    /// <param name="G">Gradient. // [rows × columns]</param>
    /// <param name="t">The number of this step, from 1.</param>
    /// <param name="η">Learning rate ≥ 0.</param>
    /// <param name="λ">Weight decay ≥ 0.</param>
    /// <param name="β1">Decay of the mean, in [0, 1).</param>
    /// <param name="β2">Decay of the mean square, in [0, 1).</param>
    /// <param name="ε">Above 0.</param>
    /// <exception cref="ArgumentException">Different shapes, numbers that are not finite, squares below 0, or a constant outside its range.</exception>
    public static (Matrix<double> W, Matrix<double> M, Matrix<double> S) Adam(
        Matrix<double> W, Matrix<double> M, Matrix<double> S, Matrix<double> G, int t, double η,
        double λ = 0, double β1 = 0.9, double β2 = 0.999, double ε = 1e-8)
    {
        RequireMatrix.Gradient(W, G);
        Validate(W, M);
        RefuseSquares(W, S);
        RequireRate.Count(t, 1);
        M = RequireRate.Decay(β1) * M + (1 - β1) * G; // (5.29)
        S = RequireRate.Decay(β2) * S + (1 - β2) * G.PointwisePower(2); // (5.29)
        Matrix<double> mean = M / (1 - Math.Pow(β1, t)), meanSquare = S / (1 - Math.Pow(β2, t)); // (5.29)
        Matrix<double> decayed = W - RequireRate.Learning(η) * RequireRate.NotNegative(λ) * W; // (5.30)
        return (decayed - (η * mean).PointwiseDivide(meanSquare.PointwiseSqrt() + Positive(ε)), M, S); // (5.29)
    }

    private static void Validate(Matrix<double> W, Matrix<double> state, [CallerArgumentExpression(nameof(state))] string name = "")
    {
        RequireMatrix.SameShape(W, state, nameof(W), name);
        RequireMatrix.Finite(state, name);
    }

    private static void RefuseSquares(Matrix<double> W, Matrix<double> state, [CallerArgumentExpression(nameof(state))] string name = "")
    {
        Validate(W, state, name);
        if (state.Find(v => v < 0) is var (row, column, square))
        {
            throw new ArgumentException($"Expected {name} to hold squares, which are ≥ 0; element [{row}, {column}] is {square}.", name);
        }
    }

    private static double Positive(double ε)
    {
        Require.Positive(ε);
        return ε;
    }
}
