using System.Numerics.Tensors;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Autoencoders;

/// <summary>Trains an autoencoder on pairs: both samples are to be reproduced, and their codes are to be near where
/// their labels agree and apart where they differ. S3-177.</summary>
/// <param name="autoencoder">E and D of both halves.</param>
/// <param name="optimizer">Moves its parameters.</param>
/// <param name="pairs">The loss of two codes.</param>
/// <param name="weight">Its weight, ≥ 0.</param>
public sealed class SiameseTrainer(Autoencoder autoencoder, IOptimizer optimizer, PairLoss pairs, double weight)
{
    private readonly Autoencoder _twin = autoencoder.Twin();
    private readonly MeanSquaredError _first = new(), _second = new();
    private readonly LossGuard _guard = new(optimizer, autoencoder.Parameters, "autoencoder");

    /// <summary>The loss; its gradients are added to those of the parameters. // X₁, X₂ [D × N], alike [N]</summary>
    public double Gradients(MatrixView X1, MatrixView X2, ReadOnlySpan<bool> alike)
    {
        double L = _first.Forward(autoencoder.Forward(X1), X1) + _second.Forward(_twin.Forward(X2), X2); // (22.18)
        L += weight * pairs.Forward(autoencoder.Code, _twin.Code, alike);
        (MatrixView dZ1, MatrixView dZ2) = pairs.Backward();
        TensorPrimitives.Multiply(dZ1.Span, weight, dZ1.Span);
        TensorPrimitives.Multiply(dZ2.Span, weight, dZ2.Span);
        autoencoder.Backward(_first.Backward(), dZ1);
        _twin.Backward(_second.Backward(), dZ2);
        return L;
    }

    /// <summary>Epochs of N/B batches of B pairs, half of them of one class; the mean loss of each. //
    /// [epochs]</summary>
    /// <exception cref="ArgumentException">The targets are not labels, or of one class only.</exception>
    public double[] Fit(SampleSet set, int epochs, int batchSize, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        int[][] classes = [.. set.Labels.Index().GroupBy(sample => sample.Item)
            .Select(of => of.Select(sample => sample.Index).ToArray())];
        if (classes.Length < 2)
        {
            throw new ArgumentException(
                $"Expected samples of at least two classes; got {classes.Length}.", nameof(set));
        }

        MatrixView X1 = new(set.X.Features, batchSize), X2 = new(set.X.Features, batchSize);
        var alike = new bool[batchSize];
        int batches = Math.Max(1, set.Count / batchSize);
        var losses = new double[epochs];
        for (int step = 0; step < epochs * batches; step++)
        {
            for (int n = 0; n < batchSize; n++)
            {
                alike[n] = random.Bernoulli(0.5);
                int one = random.Below(classes.Length);
                int other = alike[n] ? one : (one + 1 + random.Below(classes.Length - 1)) % classes.Length;
                set.X.CopyTo(classes[one][random.Below(classes[one].Length)], X1.Column(n));
                set.X.CopyTo(classes[other][random.Below(classes[other].Length)], X2.Column(n));
            }

            optimizer.ZeroGradients();
            double L = Gradients(X1, X2, alike);
            _guard.Check(L);
            _guard.Step();
            losses[step / batches] += L / batches;
        }

        return losses;
    }
}
