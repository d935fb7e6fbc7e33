using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Backpropagation.Tests;

public class NotesNetworksTests
{
    private static InsuranceNetwork Draw(RandomStream random) => new(Matrix<double>.Build.Dense(2, 4, random.Normals(8)).ToArray(), random.Normals(2));

    // (8.8) S2-028: the loop is S1's forward pass, and ½ is where the score changes sign.
    [Property]
    public void The_insurance_network_buys_where_its_score_is_positive(Seed seed)
    {
        RandomStream random = seed.Stream();
        InsuranceNetwork net = Draw(random);
        double[] x = random.Normals(4);
        ScalarOneHiddenLayer.Pass pass = ScalarOneHiddenLayer.Forward(net.Weights, Activation.Sigmoid, x);
        Digits.Agree(pass.A, net.HiddenActivations(x), 12);
        Assert.Equal(pass.Ŷ[0], net.Probability(x), 1e-12);
        Assert.Equal(net.Output[0] * pass.A[0] + net.Output[1] * pass.A[1], net.Score(x), 1e-12);
        Assert.Equal(net.Score(x) > 0, net.Buys(x));
        Assert.Equal([0.5, 0.5], net.HiddenActivations(new double[4]));
    }

    // (8.8) S2-028: the gradient of all ten weights.
    [Property(MaxTest = 25)]
    public void All_ten_weights_of_the_insurance_network_have_the_numerical_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        InsuranceNetwork net = Draw(random);
        double[] x = random.Normals(4);
        double y = random.Below(2);
        ScalarOneHiddenLayer.Weights steps = ScalarOneHiddenLayer.Steps(net.Weights, Activation.Sigmoid, x, [y]);
        double E(InsuranceNetwork n) => 0.5 * (y - n.Probability(x)) * (y - n.Probability(x));
        GradientCheck.Smooth(w => E(net with { Hidden = w }), net.Hidden, (-Matrix<double>.Build.DenseOfArray(steps.w).Transpose()).ToArray()).ThrowIfFailed();
        GradientCheck.Smooth(w => E(net with { Output = w }), net.Output, [-steps.W[0, 0], -steps.W[1, 0]]).ThrowIfFailed();
        Assert.Equal(10, steps.w.Length + steps.W.Length);
        Assert.Equal((4, 2), (InsuranceNetwork.Inputs.Count, InsuranceNetwork.HiddenUnits.Count));
    }

    // (8.9) S2-075
    [Fact]
    public void Running_is_as_printed()
    {
        Assert.Equal(0.9959298623, CenturyNetwork.Running(1, 1, 1), 5e-11);
        Assert.Equal(1 / (1 + Math.Exp(-(0.7 * 0.2 - 2.1 * 0.5 + 2.7 * 0.1))), CenturyNetwork.Running(0.2, -0.5, 0.1), 1e-12);
    }

    // (8.10) S2-076
    [Fact]
    public void The_printed_output_unit_gives_the_three_values()
    {
        CenturyOutput output = CenturyOutput.OfTheNotes;
        Assert.Equal([1.1, 3, 4, 2.7, 0.1, 1.2], [.. output.W, output.B]);
        foreach ((double h, double z, double y) in new[] { (0.0, 1.2, 0.7685247835), (0.5, 6.65, 0.9987076502), (1, 12.1, 0.9999944405) })
        {
            Assert.Equal(z, output.PreActivation([h, h, h, h, h]), 1e-12);
            Assert.Equal(y, output.Output([h, h, h, h, h]), 5e-11);
        }
    }

    // (8.10) S2-076: it never says no.
    [Property]
    public void The_printed_output_unit_always_says_century(Seed seed) =>
        Assert.InRange(CenturyOutput.OfTheNotes.Output(seed.Stream().Uniforms(5, 0, 1)), 0.7685, 0.99999445);

    // (8.14) (8.15) (8.23) S2-078 S2-079 S2-273
    [Property]
    public void The_error_of_the_output_unit_has_the_numerical_slopes(Seed seed)
    {
        RandomStream random = seed.Stream();
        var unit = new CenturyOutput(random.Normals(5), random.Normal());
        double[] z = random.Normals(5), h = [.. z.Select(Activation.Sigmoid.Value)];
        double y = random.Below(2);
        GradientCheck.Smooth(w => (unit with { W = w }).Error(h, y), unit.W, unit.Gradient(h, y)).ThrowIfFailed();
        GradientCheck.Smooth(v => unit.Error([.. v.Select(Activation.Sigmoid.Value)], y), z, unit.HiddenErrors(h, y)).ThrowIfFailed();
        CenturyOutput after = unit.After(h, y, 0.3);
        Digits.Agree(unit.W.Zip(unit.Gradient(h, y), (w, g) => w - 0.3 * g).ToArray(), after.W, 14);
        Assert.Equal(unit.B, after.B);
        Assert.True(unit.After(h, y, 1e-4).Error(h, y) <= unit.Error(h, y));
    }

    // S2-074 S2-273: 4-5-1 with the printed weights in their places; the players have both labels.
    [Fact]
    public void The_century_network_holds_the_printed_weights()
    {
        IReadOnlyList<ScalarLayer> layers = CenturyNetwork.Draw(new RandomStream(1));
        Assert.Equal([25, 6], layers.Select(l => l.ParameterCount));
        Assert.Equal([0.7, 2.1, 2.7], Enumerable.Range(0, 3).Select(i => layers[0].W[0, i]));
        Assert.Equal(CenturyOutput.OfTheNotes.W, layers[1].W.Cast<double>());
        Assert.Equal([1.2], layers[1].B);
        (double[,] X, double[,] Y) = CenturyNetwork.Players(new RandomStream(2), 30);
        Assert.Equal((4, 30, 15.0), (X.GetLength(0), X.GetLength(1), Y.Cast<double>().Sum()));
        Assert.All(X.Cast<double>(), x => Assert.InRange(x, -1, 1));
        double[] x0 = [X[0, 0], X[1, 0], X[2, 0], X[3, 0]];
        Assert.Equal(CenturyOutput.OfTheNotes.Output(ScalarNetwork.Forward(layers, x0).A[1]), ScalarNetwork.Forward(layers, x0).Output[0], 1e-12);
    }
}
