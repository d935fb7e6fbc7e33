using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>
/// Softmax and cross-entropy with a weight for each class, (11.13): the mean over a batch is weighted too, as
/// PyTorch's
/// <c>CrossEntropyLoss(weight=w)</c>. Targets are one-hot columns. S3-232.
/// </summary>
public sealed class WeightedCrossEntropy : Loss
{
    private readonly double[] _weights;

    /// <summary>Finite weights above 0, one a class; (11.13) gives none for a class without samples. // [K]</summary>
    public WeightedCrossEntropy(params double[] weights)
    {
        Require.NotEmpty(weights.Length, nameof(weights));
        Array.ForEach(weights, w => Require.Positive(w, nameof(weights)));
        _weights = [.. weights];
    }

    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> Z) => ActivationEquations.Softmax(Z);

    /// <inheritdoc/>
    protected override void Validate(MatrixView Y)
    {
        Require.SameLength(_weights.Length, "weights", Y.RowCount, "y");
        for (int n = 0; n < Y.ColumnCount; n++)
        {
            ReadOnlySpan<double> y = Y.Column(n);
            if (y.Count(1) != 1 || y.Count(0) != y.Length - 1)
            {
                throw new ArgumentException(
                    $"Expected one-hot columns; column {n} is [{string.Join(", ", y.ToArray())}].", nameof(Y));
            }
        }
    }

    /// <inheritdoc/>
    protected override double Forward(ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz, int K)
    {
        Kernels.LogSoftmaxColumns(K, z, dz); // dz ← ln p
        double sum = 0, total = 0;
        for (int i = 0; i < z.Length; i++)
        {
            sum -= y[i] * _weights[i % K] * dz[i]; // (11.13)
            total += y[i] * _weights[i % K];
        }

        Kernels.Exp(dz, dz);
        for (int n = 0; n < z.Length; n += K)
        {
            double w = _weights[y.Slice(n, K).IndexOf(1)] / total;
            for (int k = n; k < n + K; k++)
            {
                dz[k] = w * (dz[k] - y[k]); // (11.13)
            }
        }

        return sum / total;
    }
}
