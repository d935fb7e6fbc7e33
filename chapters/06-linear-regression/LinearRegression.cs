using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>Linear regression as a model that trains: W [K × D], b [K × 1], and the loops around an optimizer of both,
/// on samples X [D × N] and targets Y [K × N]. Shapes that do not fit and numbers that are not finite are an
/// <see cref="ArgumentException"/>; a loss that is not finite is a <see cref="DivergedException"/>, and the weights of
/// the last finite one come back. S4-071, S4-083, S4-088, S4-089, S4-090.</summary>
public sealed class LinearRegression
{
    /// <summary>A model with these first weights.</summary>
    public LinearRegression(Matrix<double> W, Matrix<double> b)
    {
        ArgumentNullException.ThrowIfNull(W);
        ArgumentNullException.ThrowIfNull(b);
        if (b.RowCount != W.RowCount || b.ColumnCount != 1)
        {
            throw new ArgumentException(
                $"Expected b to have the shape [{W.RowCount} × 1] for W [{W.RowCount} × {W.ColumnCount}]; got "
                    + $"[{b.RowCount} × {b.ColumnCount}].",
                nameof(b));
        }

        (Weight, Bias) = (new Parameter("W", W), new Parameter("b", b));
    }

    /// <summary>PyTorch's <c>nn.Linear</c> after <c>torch.manual_seed(seed)</c>. S4-067, S4-071, S4-089.</summary>
    public static LinearRegression FromSeed(ulong seed, int inputs, int outputs)
    {
        (float[,] weight, float[] bias) = new TorchRandom(seed).Linear(inputs, outputs);
        return new(Matrix<double>.Build.Dense(outputs, inputs, (k, d) => weight[k, d]),
            Matrix<double>.Build.Dense(outputs, 1, (k, _) => bias[k]));
    }

    /// <summary>W. // [K × D]</summary>
    public Parameter Weight { get; }

    /// <summary>b. // [K × 1]</summary>
    public Parameter Bias { get; }

    /// <summary>Both, for an optimizer.</summary>
    public IReadOnlyList<Parameter> Parameters => [Weight, Bias];

    /// <summary>How many numbers are learned: KD + K. S0-056, S4-071.</summary>
    public int ParameterCount => Weight.Values.Length + Bias.Values.Length;

    /// <summary>Ŷ = WX + b1ᵀ, (6.18).</summary>
    public Matrix<double> Predict(Matrix<double> X) => LinearEquations.Predict(Weight.Value, Bias.Value, X); // (6.18)

    /// <summary>The mean squared error; its gradient is added to the parameters' where it is finite, (6.19).</summary>
    public double Backward(Matrix<double> X, Matrix<double> Y)
    {
        (double loss, Matrix<double> dW, Matrix<double> db) =
            LinearEquations.LossAndGradient(Weight.Value, Bias.Value, X, Y); // (6.19)
        if (double.IsFinite(loss))
        {
            Weight.Accumulate(dW);
            Bias.Accumulate(db);
        }

        return loss;
    }

    /// <summary>Full-batch training: zero, forward and backward, step; the loss before each. S0-064, S4-083.</summary>
    public IReadOnlyList<double> Train(IOptimizer optimizer, Matrix<double> X, Matrix<double> Y, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        RequireMatrix.Finite(X);
        RequireMatrix.Finite(Y);
        var guard = Guard(optimizer);
        return [.. Enumerable.Range(0, steps).Select(_ => Step(optimizer, guard, X, Y))];
    }

    /// <summary>Training by batches, S4-083: one step per batch, and nothing after <c>optimizer.Step()</c>, where the
    /// notes move the weights a second time. The result is the loss of every batch before its step.</summary>
    public IReadOnlyList<double> TrainBatches(IOptimizer optimizer, Datasets.Batches batches, int epochs)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var guard = Guard(optimizer);
        return [.. Enumerable.Range(0, epochs).SelectMany(_ => batches.Epoch())
            .Select(batch => Step(optimizer, guard, batch.X, batch.Y))];
    }

    private LossGuard Guard(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return optimizer.Parameters.Contains(Weight) && optimizer.Parameters.Contains(Bias)
            ? new LossGuard(optimizer)
            : throw new ArgumentException(
                "Expected an optimizer that moves W and b of this model; it does not move both, but "
                    + $"{string.Join(", ", optimizer.Parameters.Select(p => p.Name))}.",
                nameof(optimizer));
    }

    private double Step(IOptimizer optimizer, LossGuard guard, Matrix<double> X, Matrix<double> Y)
    {
        optimizer.ZeroGradients();
        double loss = Backward(X, Y);
        guard.Check(loss);
        guard.Step(); // (6.13)
        return loss;
    }
}
