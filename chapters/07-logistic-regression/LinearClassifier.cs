using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>A linear classifier that trains: Z = WX + b, their probabilities, the mean loss and its gradient. It owns
/// its buffers: a step on a batch no larger than an earlier one allocates nothing. <see cref="LogisticRegression"/>
/// and <see cref="SoftmaxRegression"/> supply the function from scores to probabilities and loss. Samples X // [D × N]
/// of another length, or not finite, are refused, and so are labels // [N] that are no class.</summary>
public abstract class LinearClassifier
{
    private readonly MatrixView _W, _b; // [K × D], [K × 1]
    private double[] _z = [], _δ = [];

    private protected LinearClassifier(Matrix<double> w, Matrix<double> b)
    {
        Require.SameLength(w.RowCount, "the rows of W", b.RowCount, nameof(b));
        (W, B) = (new("W", w), new("b", b));
        (_W, _b) = (View(W.Value), View(B.Value));
        Parameters = [W, B];
    }

    /// <summary>The weights, one row per output. // [K × D]</summary>
    public Parameter W { get; }

    /// <summary>The biases. // [K × 1]</summary>
    public Parameter B { get; }

    /// <summary>What an optimizer moves: W and b.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>λ of the L2 penalty (λ/2)‖W‖², (7.12), finite and at least 0; 0 for none.</summary>
    public double Ridge
    {
        get;
        init => field = value is >= 0 and < double.PositiveInfinity
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), $"Expected Ridge to be finite and at least 0; got {value}.");
    }

    /// <summary>D, the length of a sample.</summary>
    public int Features => _W.ColumnCount;

    /// <summary>How many classes there are.</summary>
    public abstract int Classes { get; }

    /// <summary>How many numbers are trained, (7.16), S4-096, S4-114.</summary>
    public long ParameterCount => Feedforward.ParameterCount(Features, Outputs); // (7.16)

    private int Outputs => _W.RowCount;

    /// <summary>The mean loss of a batch, with the penalty of the weights. It is NaN or ∞ when the weights have
    /// diverged; <see cref="LossGuard"/> then stops the training.</summary>
    public double Loss(Matrix<double> X, ReadOnlySpan<int> labels)
    {
        Require.SameLength(X.ColumnCount, "the columns of X", labels.Length, nameof(labels));
        Labels.Validate(labels, Classes);
        int size = Outputs * labels.Length;
        if (_z.Length < size)
        {
            (_z, _δ) = (new double[size], new double[size]);
        }

        MatrixView Z = new(_z, Outputs, labels.Length);
        Scores(X, Z);
        double penalty = Ridge == 0 ? 0 : Ridge / 2 * Kernels.Dot(W.Values, W.Values); // (7.12)
        double loss = LossOfScores(Z.Span, labels, _δ.AsSpan(0, size)) + penalty;
        if (!double.IsFinite(loss))
        {
            RequireMatrix.Finite(X); // else the weights have diverged
        }

        return loss;
    }

    /// <summary>The same, and the gradient is added to those of <see cref="W"/> and <see cref="B"/>: dW = δXᵀ + λW and
    /// db = δ1 with δ = (P − Y)/N, (7.8), (7.14).</summary>
    public double AddGradient(Matrix<double> X, ReadOnlySpan<int> labels)
    {
        double loss = Loss(X, labels);
        MatrixView δ = new(_δ, Outputs, labels.Length);
        W.AccumulateProduct(δ, View(X).T); // (7.8) (7.14)
        View(B.Gradient).AddSumOfColumns(δ); // (7.8) (7.14)
        if (Ridge > 0)
        {
            Kernels.Axpby(Ridge, W.Values, 1, W.Gradients); // (7.12)
        }

        return loss;
    }

    /// <summary>The probabilities of every sample: one row per class, or the one row of label 1. // [K × N]</summary>
    public Matrix<double> Predict(Matrix<double> X)
    {
        var P = new DenseMatrix(Outputs, X.ColumnCount);
        Scores(X, P);
        Require.Finite(P.Values, "the scores WX + b");
        Probabilities(P.Values);
        return P;
    }

    /// <summary>The most probable class of every sample. // [N]</summary>
    public abstract int[] Classify(Matrix<double> X);

    // The loss of the scores z; δ becomes its derivative by them. // [K · N]
    private protected abstract double LossOfScores(ReadOnlySpan<double> z, ReadOnlySpan<int> labels, Span<double> δ);

    // Scores become probabilities, in place.
    private protected abstract void Probabilities(Span<double> z);

    private void Scores(Matrix<double> X, MatrixView Z)
    {
        Require.SameLength(Features, "the columns of W", X.RowCount, "the rows of X");
        Z.Product(_W, View(X)); // (7.1) (7.13)
        Z.AddColumn(_b); // (7.1) (7.13)
    }

    // A matrix that is not dense is copied.
    private static MatrixView View(Matrix<double> X) => X as DenseMatrix ?? DenseMatrix.OfMatrix(X);
}
