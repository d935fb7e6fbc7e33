using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization.Tests;

/// <summary>Norm layers, dropout and penalties against PyTorch in float64.</summary>
public class RegularizationGoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("10-regularization");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"10-regularization/{name}", rows, columns);

    private static T Filled<T>(T norm, string name)
        where T : ILayer
    {
        int count = norm.Parameters[0].Values.Length;
        Fill($"{name}.gamma", count, 1).CopyTo(norm.Parameters[0].Value);
        Fill($"{name}.beta", count, 1).CopyTo(norm.Parameters[1].Value);
        return norm;
    }

    private static void Check(string name, ILayer norm, Matrix<double> X, Matrix<double> dY)
    {
        PyTorch.Agrees($"{name}.y", norm.Forward(X));
        PyTorch.Agrees($"{name}.dx", norm.Backward(dY));
        PyTorch.Agrees($"{name}.dgamma", norm.Parameters[0].Gradient);
        PyTorch.Agrees($"{name}.dbeta", norm.Parameters[1].Gradient);
    }

    private static Matrix<double> State(IStateful layer, int i) =>
        Matrices.Column(layer.State[i].Save().Doubles.ToArray());

    // (10.12) (10.13) (10.14) (10.15) (10.16) (10.17) (10.18) S2-129 S4-157: nn.BatchNorm1d.
    [Fact]
    public void Batch_norm_matches_PyTorch()
    {
        BatchNormalization norm = Filled(new BatchNormalization(5), "batch");
        Matrix<double> X = 3 * Fill("batch.x", 5, 7) + 1;
        Check("batch", norm, X, Fill("batch.dy", 5, 7));
        norm.Forward(2 * Fill("batch.x2", 5, 4));
        PyTorch.Agrees("batch.mean", State(norm, 0));
        PyTorch.Agrees("batch.var", State(norm, 1));
        PyTorch.Agrees("batch.inference", norm.Forward(X, Mode.Inference));
    }

    // (10.14) (10.16) (10.17): nn.BatchNorm2d on images whose channels are fastest in memory.
    [Fact]
    public void Batch_norm_of_channels_matches_PyTorch()
    {
        BatchNormalization norm = Filled(new BatchNormalization(3, 4), "channels");
        Check("channels", norm, Fill("channels.x", 12, 5), Fill("channels.dy", 12, 5));
        PyTorch.Agrees("channels.var", State(norm, 1));
    }

    // (10.15) (10.19) (10.20) S1-269: nn.LayerNorm.
    [Fact]
    public void Layer_norm_matches_PyTorch() =>
        Check("layer", Filled(new LayerNormalization(6), "layer"), 2 * Fill("layer.x", 6, 4) - 1,
            Fill("layer.dy", 6, 4));

    // (10.10) (10.11) S4-144: the mask of positive hash values.
    [Fact]
    public void Dropout_of_a_given_mask_matches_PyTorch()
    {
        Matrix<double> X = Fill("dropout.x", 6, 4), M = Fill("dropout.mask", 6, 4), W = Fill("dropout.w", 3, 6),
            dX = W.Transpose() * Fill("dropout.dy", 3, 4);
        bool[] Mask(int n) => [.. M.Column(n).Select(m => m > 0)];
        Matrix<double> Each(Matrix<double> of, Func<double[], bool[], double, double[]> f) =>
            Matrix<double>.Build.DenseOfColumnArrays(
                Enumerable.Range(0, 4).Select(n => f([.. of.Column(n)], Mask(n), 0.3)));
        PyTorch.Agrees("dropout.value", W * Each(X, ScalarDropout.Forward));
        PyTorch.Agrees("dropout.gradient", Each(dX, ScalarDropout.Backward));
    }

    // (10.3) (10.4) (10.5) (10.6) S1-131 S3-108: twenty steps of momentum on 0.02 Σ|w| + 0.03 Σw².
    [Fact]
    public void Elastic_net_steps_match_PyTorch()
    {
        var dense = new Dense(Fill("elastic.w", 2, 3), Matrix<double>.Build.Dense(2, 1));
        IReadOnlyList<Parameter> W = [dense.Parameters[0]];
        var trainer = new Trainer(
            dense, new MeanSquaredError(),
            new PenalizedOptimizer(new Momentum(W, 0.1), new Penalty(0.02, 0.03), W));
        for (int step = 0; step < 20; step++)
        {
            trainer.Step(Fill("elastic.x", 3, 8), Fill("elastic.y", 2, 8));
        }

        PyTorch.Agrees("elastic.w", W[0].Value);
    }

    // (10.14) (10.16) (10.17) (10.18) S4-158: γ and β move as other parameters do, running statistics by themselves.
    [Fact]
    public void Ten_steps_with_batch_norm_match_PyTorch()
    {
        Dense Of(string name, int inputs, int outputs) =>
            new(Fill($"{name}.W", outputs, inputs), Fill($"{name}.b", outputs, 1));
        var norm = new BatchNormalization(6);
        var network = new Sequential(Of("steps.0", 4, 6), norm, new Tanh(6), Of("steps.3", 6, 2));
        var trainer = new Trainer(network, new MeanSquaredError(), new Momentum(network.Parameters, 0.05));
        PyTorch.Agrees("steps.losses", [.. Enumerable.Range(0, 10).Select(step =>
            trainer.Step(Fill($"steps.x{step}", 4, 8), Fill($"steps.y{step}", 2, 8)))]);
        PyTorch.Agrees("steps.W", network.Parameters[0].Value);
        PyTorch.Agrees("steps.gamma", norm.Parameters[0].Value);
        PyTorch.Agrees("steps.mean", State(norm, 0));
        PyTorch.Agrees("steps.inference", trainer.Predict(Fill("steps.x0", 4, 8)));
    }
}
