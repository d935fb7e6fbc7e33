using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Differentiation;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Backpropagation.Tests;

/// <summary>The small networks of the notes.</summary>
public class NotesTests
{
    // (8.9) (8.10) S4-033 S1-073: by differences, by chapter 04's tape, and by the general algorithm on 1-1-1.
    [Property]
    public void The_chain_has_the_right_derivatives(Seed seed)
    {
        RandomStream random = seed.Stream();
        var c = new ChainOfTwo(
            random.Normal(), random.Normal(), random.Normal(), random.Normal(), random.Normal(), random.Uniform());
        double[] derivatives = [c.dW1, c.dB1, c.dW2, c.dB2];
        GradientCheck.Smooth(θ => new ChainOfTwo(c.X, θ[0], θ[1], θ[2], θ[3], c.T).E,
            new[] { c.W1, c.B1, c.W2, c.B2 }, derivatives).ThrowIfFailed();

        var tape = new ScalarTape();
        ScalarNode[] θ = [tape.Variable(c.W1), tape.Variable(c.B1), tape.Variable(c.W2), tape.Variable(c.B2)];
        tape.Backward(0.5 * (c.T - (θ[2] * (θ[0] * c.X + θ[1]).Sigmoid() + θ[3]).Sigmoid()).Pow(2));
        Digits.Agree(θ.Select(node => node.Gradient!.Value).ToArray(), derivatives, 11);

        IReadOnlyList<ScalarLayer> layers =
        [
            new(new[,] { { c.W1 } }, [c.B1], Activation.Sigmoid), new(new[,] { { c.W2 } }, [c.B2], Activation.Sigmoid),
        ];
        ScalarPass pass = ScalarNetwork.Forward(layers, [c.X]);
        IReadOnlyList<ScalarGradient> g = ScalarBackpropagation.Gradients(
            layers, pass, [SampleLoss.HalfSquared.Derivative(pass.Output[0], c.T)]);
        Digits.Agree([g[0].dW[0, 0], g[0].dB[0], g[1].dW[0, 0], g[1].dB[0]], derivatives, 12);
    }

    // (8.6) S2-028: S1's forward pass with the same ten weights; the sign of w₀₁h₁ + w₀₂h₂ decides.
    [Property]
    public void The_insurance_network_is_a_network_with_one_hidden_layer(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> W = Matrix<double>.Build.Dense(2, 4, random.Normals(8));
        var net = new InsuranceNetwork(W.ToArray(), random.Normals(2));
        double[] x = random.Normals(4);
        ScalarOneHiddenLayer.Pass pass = ScalarOneHiddenLayer.Forward(
            new(W.Transpose().ToArray(), net.V.AsColumn()), Activation.Sigmoid, x);
        Digits.Agree(pass.A, [net.Hidden(0, x), net.Hidden(1, x)], 12);
        Assert.Equal(pass.Ŷ[0], net.Output(x), 1e-12);
        Assert.Equal(net.V[0] * pass.A[0] + net.V[1] * pass.A[1] > 0, net.Output(x) > 0.5);
        Assert.Equal(0.5, net.Hidden(1, new double[4])); // at the origin, for any weights
    }

    // (8.7) S2-074 S2-075 S2-076: the printed weights; the output is never below σ(1.2), so it never predicts "no".
    [Property]
    public void The_century_network_has_the_printed_weights(Seed seed)
    {
        Assert.InRange(CenturyNetwork.OfTheNotes.Output(seed.Stream().Uniforms(5, 0, 1)), 0.7685, 0.99999445);
        Assert.Equal(0.9959298623, CenturyNetwork.Running(1, 1, 1), 5e-11); // σ(5.5)
        Assert.Equal(Activation.Sigmoid.Value(0.7 * 0.2 - 2.1 * 0.5 + 2.7 * 0.1),
            CenturyNetwork.Running(0.2, -0.5, 0.1),
            1e-12);
        foreach ((double h, double y) in new[] { (0.0, 0.7685247835), (0.5, 0.9987076502), (1, 0.9999944405) })
        {
            Assert.Equal(y, CenturyNetwork.OfTheNotes.Output([h, h, h, h, h]), 5e-11);
        }

        Assert.Equal((4, 5), (CenturyNetwork.Inputs.Count, CenturyNetwork.HiddenUnits.Count));
    }

    // (8.11) (8.19) S2-078 S2-079 S2-273
    [Property]
    public void The_error_of_the_century_network_has_the_numerical_derivatives(Seed seed)
    {
        RandomStream random = seed.Stream();
        var net = new CenturyNetwork(random.Normals(5), random.Normal());
        double[] z = random.Normals(5), h = [.. z.Select(Activation.Sigmoid.Value)];
        double y = random.Below(2);
        GradientCheck.Smooth(v => (net with { V = v }).Error(h, y), net.V, net.Gradient(h, y)).ThrowIfFailed();
        GradientCheck.Smooth(c => (net with { C = c }).Error(h, y), net.C, net.OutputError(h, y)).ThrowIfFailed();
        GradientCheck.Smooth(v => net.Error([.. v.Select(Activation.Sigmoid.Value)], y), z, net.HiddenErrors(h, y))
            .ThrowIfFailed();
    }

    // S3-198: ten rows, standardised to mean 0 and mean square 1, separable by x₁ + x₂ = 12.
    [Fact]
    public void The_ten_rows_are_standardised()
    {
        for (int n = 0; n < 10; n++)
        {
            Assert.Equal(ToyTable.X[0, n] + 1, ToyTable.X[1, n]);
            Assert.Equal(ToyTable.Y[0, n] == 1, ToyTable.X[0, n] + ToyTable.X[1, n] > 12);
            Assert.Equal(ToyTable.Standardised[0, n], ToyTable.Standardised[1, n], 1e-12); // correlation 1
        }

        double[] row = [.. ToyTable.Standardised.Flat().Take(10)];
        Assert.Equal((0, 1), (row.Average(), row.Average(v => v * v)), (a, b) =>
            Math.Abs(a.Item1 - b.Item1) < 1e-12 && Math.Abs(a.Item2 - b.Item2) < 1e-12);
        Assert.True(row[9] > row[0]);
    }

    // (8.21) (8.22) S3-199: one step from zero weights, for both losses.
    [Fact]
    public void One_step_raises_the_loss_on_raw_features_and_lowers_it_on_standardised_ones()
    {
        MatrixGradient half = ToyTable.Mean(ToyTable.ZeroUnit, SampleLoss.HalfSquared, ToyTable.X).Gradients[0],
            entropy = ToyTable.Mean(ToyTable.ZeroUnit, SampleLoss.CrossEntropy, ToyTable.X).Gradients[0];
        Digits.Agree([-0.3125, -0.3125, 0], [.. half.dW.Enumerate(), .. half.dB], 12);
        Digits.Agree([-1.25, -1.25, 0], [.. entropy.dW.Enumerate(), .. entropy.dB], 12);
        Assert.Equal(Math.Log(2), ToyTable.Mean(ToyTable.ZeroUnit, SampleLoss.CrossEntropy, ToyTable.X).Loss, 1e-14);
        Digits.Agree([0.125, 0.1918619418], ToyTable.Descent(ToyTable.X, 1, 1), 9);
        Assert.True(ToyTable.Descent(ToyTable.Standardised, 1, 1)[1] < 0.11);
    }

    // S3-219: a scale keeps its order in one number; names are equally far apart.
    [Fact]
    public void A_scale_is_one_number_and_names_are_one_input_each()
    {
        Assert.Equal([0, 1.0 / 3, 1], CategoryFeatures.Ordered([1, 4, 10], 1, 10));
        Matrix<double> colours = CategoryFeatures.Unordered([1, 3, 2, 3], 3);
        Assert.Equal(new double[,] { { 1, 0, 0, 0 }, { 0, 0, 1, 0 }, { 0, 1, 0, 1 } }, colours.ToArray());
    }
}
