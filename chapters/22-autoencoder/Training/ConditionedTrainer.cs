using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Batches = Reference.Datasets.Batches;

namespace Reference.Autoencoders;

/// <summary>Trains an autoencoder on L(x, x̂) + L_c(x̂) + L_s(y, FF(f(x))): its reconstruction, a constraint on it,
/// and the label that a classifier FF reads from the code. The optimizer moves all three networks. S3-170,
/// S3-176.</summary>
/// <param name="autoencoder">The autoencoder.</param>
/// <param name="optimizer">Moves parameters of the autoencoder and of the classifier.</param>
/// <param name="penalty">L_c; null for none.</param>
/// <param name="classifier">FF, from the code to a score for each class; null for none. // [k → classes]</param>
/// <param name="supervision">The weight of L_s, ≥ 0.</param>
public sealed class ConditionedTrainer(
    Autoencoder autoencoder, IOptimizer optimizer, ConstraintPenalty? penalty = null, ILayer? classifier = null,
    double supervision = 1)
{
    private readonly MeanSquaredError _reconstruction = new();
    private readonly SoftmaxCrossEntropy _labels = new();
    private readonly LossGuard _guard = new(
        optimizer, [.. autoencoder.Parameters, .. classifier?.Parameters ?? []], "autoencoder");

    /// <summary>One update, and the loss before it. // X [D × N], Y one-hot [classes × N]</summary>
    public double Step(Matrix<double> X, Matrix<double> Y)
    {
        optimizer.ZeroGradients();
        double L = Gradients(RequireMatrix.Finite(X).View(), Y.View());
        _guard.Check(L);
        _guard.Step();
        return L;
    }

    /// <summary>The loss; its gradients are added to those of the parameters. // X [D × N], Y [classes × N]</summary>
    public double Gradients(MatrixView X, MatrixView Y)
    {
        MatrixView X̂ = autoencoder.Forward(X);
        double L = _reconstruction.Forward(X̂, X);
        MatrixView dX̂ = _reconstruction.Backward(), dZ = default;
        L += penalty?.Add(X̂, dX̂) ?? 0; // (22.17)
        if (classifier is not null)
        {
            L += supervision * _labels.Forward(classifier.Forward(autoencoder.Code), Y); // (22.17)
            Span<double> dScores = _labels.Backward().Span;
            TensorPrimitives.Multiply(dScores, supervision, dScores);
            dZ = classifier.Backward(_labels.Backward());
        }

        autoencoder.Backward(dX̂, dZ);
        return L;
    }

    /// <summary>Epochs over batches in new orders; the mean loss of each. The targets of the set are its labels.
    /// // [epochs]</summary>
    public double[] Fit(SampleSet set, int epochs, int batchSize, RandomStream shuffle)
    {
        var batches = new Batches(set, batchSize, shuffle);
        return [.. Enumerable.Range(0, epochs).Select(_ =>
            batches.Epoch().Sum(batch => batch.Count * Step(batch.X, batch.Y)) / set.Count)];
    }
}
