using System.Numerics.Tensors;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>
/// Batch normalization: each feature, or each channel of an image, is brought to mean 0 and variance 1 over the batch,
/// then scaled by γ and shifted by β, (10.12)–(10.14). Inference uses running statistics as PyTorch keeps them,
/// (10.17) and (10.18); they take in no batch that is not finite. S2-129, S2-234, S4-157.
/// </summary>
public sealed class BatchNormalization : Layer, IStateful
{
    private readonly int _C;
    private readonly double _m, _ε;
    private readonly Parameter _γ, _β;
    private readonly double[] _runningMean, _runningVariance;
    private readonly long[] _batches;
    private readonly double[] _μ, _σ2, _1s, _dγ, _dβ, _scale; // [C]

    /// <summary>
    /// C ≥ 1 features, or channels at so many places of an image (channel fastest); m in [0, 1] is the weight of a new
    /// batch in the running statistics, ε > 0.
    /// </summary>
    public BatchNormalization(int channels, int places = 1, double momentum = 0.1, double epsilon = 1e-5)
        : this(
            Width(channels), Width(places), momentum, epsilon,
            new Parameter($"γ [{channels}]", Ones(channels)), new Parameter($"β [{channels}]", new double[channels]),
            new double[channels], Ones(channels), [0])
    {
    }

    private BatchNormalization(
        int channels, int places, double momentum, double epsilon, Parameter γ, Parameter β,
        double[] runningMean, double[] runningVariance, long[] batches)
        : base("batch norm", channels * places, channels * places, γ, β)
    {
        Require.Probability(momentum);
        Require.Positive(epsilon);
        (_C, _m, _ε, _γ, _β) = (channels, momentum, epsilon, γ, β);
        (_runningMean, _runningVariance, _batches) = (runningMean, runningVariance, batches);
        (_μ, _σ2, _1s) = (new double[_C], new double[_C], new double[_C]);
        (_dγ, _dβ, _scale) = (new double[_C], new double[_C], new double[_C]);
        Stored = [StoredTensor.Vector("weight", γ), StoredTensor.Vector("bias", β)];
        State =
        [
            StoredTensor.Vector("running_mean", runningMean), StoredTensor.Vector("running_var", runningVariance),
            StoredTensor.Counter("num_batches_tracked", batches),
        ];
    }

    /// <summary>γ and β under PyTorch's names, <c>weight</c> and <c>bias</c>. S4-072</summary>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>Running mean and variance, and the number of batches they have seen.</summary>
    public IReadOnlyList<StoredTensor> State { get; }

    /// <inheritdoc/>
    public override ILayer Shared() => new BatchNormalization(
        _C, Inputs / _C, _m, _ε, _γ, _β, _runningMean, _runningVariance, _batches);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        (X, Y) = (OfChannels(X), OfChannels(Y));
        for (int c = 0; c < _C; c++)
        {
            _scale[c] = _γ.Values[c] / Math.Sqrt(_runningVariance[c] + _ε); // (10.18)
        }

        for (int n = 0; n < X.ColumnCount; n++)
        {
            Span<double> y = Y.Column(n);
            TensorPrimitives.Subtract(X.Column(n), _runningMean, y); // (10.18)
            TensorPrimitives.FusedMultiplyAdd(y, _scale, _β.Values, y); // (10.18)
        }
    }

    /// <inheritdoc/>
    protected override void Train(MatrixView X, MatrixView Y)
    {
        (X, Y) = (OfChannels(X), OfChannels(Y));
        int N = X.ColumnCount;
        if (N < 2)
        {
            throw new ArgumentException(
                "Expected at least 2 values of each channel in training, whose variance is not 0; "
                    + $"got a batch of {X}.", nameof(X));
        }

        Kernels.BatchNorm(X.Span, _γ.Values, _β.Values, _ε, Y.Span, _μ, _σ2, _1s); // (10.12), (10.13), (10.14)
        TakeIn(N);
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        Span<double> dx = dX is { } wanted ? wanted.Span : default;
        Kernels.BatchNormGradient(X.Span, _γ.Values, _μ, _1s, dY.Span, _dγ, _dβ, dx); // (10.15), (10.16)
        TensorPrimitives.Add(_γ.Gradients, _dγ, _γ.Gradients);
        TensorPrimitives.Add(_β.Gradients, _dβ, _β.Gradients);
    }

    private void TakeIn(int N)
    {
        if (!Kernels.AllFinite(_σ2))
        {
            return;
        }

        for (int c = 0; c < _C; c++)
        {
            _runningMean[c] = ScalarNormalization.Running(_runningMean[c], _μ[c], _m); // (10.17)
            _runningVariance[c] = ScalarNormalization.Running(
                _runningVariance[c], ScalarNormalization.Unbiased(_σ2[c], N), _m); // (10.17)
        }

        _batches[0]++;
    }

    // All places of all images are values of a channel: no copy, since the channel is fastest.
    private MatrixView OfChannels(MatrixView X) => X.Reshape(_C, X.RowCount / _C * X.ColumnCount);

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}
