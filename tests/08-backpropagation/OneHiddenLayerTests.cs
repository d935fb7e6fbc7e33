using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Backpropagation.Tests;

public class OneHiddenLayerTests
{
    private sealed record Drawn(ScalarOneHiddenLayer.Weights Net, Activation F, double[,] X, double[,] Y, double η)
    {
        public static Drawn From(RandomStream random)
        {
            int inputs = 1 + random.Below(4), hidden = 1 + random.Below(4), outputs = 1 + random.Below(3),
                records = 1 + random.Below(4);
            return new(new(Normals(random, inputs, hidden), Normals(random, hidden, outputs)),
                random.Below(2) == 0 ? Activation.Sigmoid : Activation.Tanh,
                Normals(random, inputs, records), Normals(random, outputs, records), random.Uniform(0.1, 1));
        }

        public double[] x => X.Column(0);

        public double[] y => Y.Column(0);

        // The same network for the general algorithm: weights transposed, no biases.
        public IReadOnlyList<ScalarLayer> Layers => [Layer(Net.w), Layer(Net.W)];

        private ScalarLayer Layer(double[,] weights) =>
            new(M(weights).Transpose().ToArray(), new double[weights.GetLength(1)], F);
    }

    // (8.12) (8.13) (8.14) (8.15) S1-092 S1-093 S1-094 S1-105 S1-106: S1's error terms are the general ones with the
    // other sign, its steps the negative gradients times η.
    [Property]
    public void The_indexed_equations_of_S1_are_the_general_ones_with_the_other_sign(Seed seed)
    {
        Drawn d = Drawn.From(seed.Stream());
        ScalarOneHiddenLayer.Pass pass = ScalarOneHiddenLayer.Forward(d.Net, d.F, d.x);
        (double[] δᵒ, double[] δʰ) = ScalarOneHiddenLayer.Errors(d.Net, d.F, pass, d.y);
        ScalarPass general = ScalarNetwork.Forward(d.Layers, d.x);
        // By the norm of all: a layer of one unit may have terms that cancel.
        Digits.Agree([.. d.x, .. general.Z[1], .. general.A[1], .. general.Z[2], .. general.Output],
            [.. d.x, .. pass.H, .. pass.A, .. pass.Z, .. pass.Ŷ], 12);
        double[] dA = [.. general.Output.Zip(d.y, (ŷ, y) => ŷ - y)];
        IReadOnlyList<double[]> δ = ScalarBackpropagation.Deltas(d.Layers, general, dA);
        Digits.Agree([.. dA, .. δ[2], .. δ[1]], [.. dA, .. δᵒ.Concat(δʰ).Select(v => -v)], 11);
        ScalarOneHiddenLayer.Weights steps = ScalarOneHiddenLayer.Steps(d.Net, d.F, d.x, d.y, d.η);
        IReadOnlyList<ScalarGradient> gradients = ScalarBackpropagation.Gradients(d.Layers, general, dA);
        double terms = d.η * dA.Max(Math.Abs);
        Digits.Agree(-d.η * M(gradients[0].dW).Transpose(), M(steps.w), 11, terms);
        Digits.Agree(-d.η * M(gradients[1].dW).Transpose(), M(steps.W), 11, terms);
    }

    // (8.13) (8.14) (8.15) (8.16) S1-092 S1-093 S1-105 S1-107: an epoch is one step of descent on 1/2m Σ (y − ŷ)².
    [Property(MaxTest = 25)]
    public void An_epoch_is_a_step_of_descent_on_the_mean_error(Seed seed)
    {
        Drawn d = Drawn.From(seed.Stream());
        ScalarOneHiddenLayer.Weights after = ScalarOneHiddenLayer.Epoch(d.Net, d.F, d.X, d.Y, d.η);
        double E(ScalarOneHiddenLayer.Weights net) => ScalarOneHiddenLayer.Error(net, d.F, d.X, d.Y);
        GradientCheck.Smooth(w => E(d.Net with { w = w }), d.Net.w, Over(d.Net.w, after.w)).ThrowIfFailed();
        GradientCheck.Smooth(W => E(d.Net with { W = W }), d.Net.W, Over(d.Net.W, after.W)).ThrowIfFailed();

        // The gradient along which a step of rate η has moved.
        double[,] Over(double[,] before, double[,] after) => ((M(before) - M(after)) / d.η).ToArray();
    }

    private static Matrix<double> M(double[,] array) => Matrix<double>.Build.DenseOfArray(array);

    private static double[,] Normals(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns)).ToArray();
}
