using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Benchmarks;

/// <summary>A training step of a dense network of any widths, without and with the guard of a training run.</summary>
internal sealed class NetworkStep
{
    private readonly Matrix<double> _x, _y;
    private readonly Sequential _network;
    private readonly SoftmaxCrossEntropy _loss = new();
    private readonly Adam _adam;
    private readonly Trainer _trainer;

    internal NetworkStep(int[] widths, int batch)
    {
        var random = new RandomStream(1);
        Initializer start = Initializers.InverseRoot(random);
        _network = MultilayerPerceptron.Of(widths, width => new Networks.Relu(width), start, start);
        Sequential guarded = MultilayerPerceptron.Of(widths, width => new Networks.Relu(width), start, start);
        _adam = new Adam(_network.Parameters);
        _trainer = new Trainer(guarded, new SoftmaxCrossEntropy(), new Adam(guarded.Parameters));
        _x = Matrix<double>.Build.Dense(widths[0], batch, random.Uniforms(widths[0] * batch, 0, 1));
        _y = Matrix<double>.Build.Dense(widths[^1], batch, (k, n) => k == n % widths[^1] ? 1 : 0);
    }

    internal void Plain()
    {
        _adam.ZeroGradients();
        _loss.Forward(_network.Forward(_x.View()), _y.View());
        _network.Backward(_loss.Backward(), inputGradient: false);
        _adam.Step();
    }

    internal void Guarded() => _trainer.Step(_x, _y);
}
