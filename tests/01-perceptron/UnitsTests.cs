using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Perceptrons.Tests;

public class UnitsTests
{
    // (1.4) S3-015 S3-018: two outputs, and absorbing the bias changes none.
    [Property]
    public void Explicit_and_absorbed_bias_agree(Neuron neuron)
    {
        int output = RosenblattUnit.Output(neuron.Weights, neuron.Bias, neuron.Input);
        Assert.True(output is -1 or 1);
        Assert.Equal(output, RosenblattUnit.AugmentedOutput([-neuron.Bias, .. neuron.Weights], [1, .. neuron.Input]));
    }

    // (1.4) S3-018 S3-019: the two sides of a line have opposite signs; on the line itself the output is −1.
    [Fact]
    public void The_sign_flips_across_the_line()
    {
        Assert.Equal(1, RosenblattUnit.Output([1, 1], 1, [0.5 + 1e-9, 0.5]));
        Assert.Equal(-1, RosenblattUnit.Output([1, 1], 1, [0.5 - 1e-9, 0.5]));
        Assert.Equal(-1, RosenblattUnit.Sign(0));
    }

    // S3-017: without a bias the score of the origin is 0 whatever the weights.
    [Property]
    public void Without_a_bias_the_line_passes_through_the_origin(RandomVector w) =>
        Assert.Equal(0.0, ScalarPerceptron.Score(w.Values, 0, new double[w.Values.Length]));

    // (1.1) S3-013: thresholds of unit weights are gates, and one inhibitory input gives 0.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    public void McCulloch_and_Pitts_build_gates_from_thresholds(int a, int b)
    {
        Assert.Equal(a & b, McCullochPittsUnit.Fires([a, b], [], θ: 2));
        Assert.Equal(a | b, McCullochPittsUnit.Fires([a, b], [], θ: 1));
        Assert.Equal(1 - a, McCullochPittsUnit.Fires([], [a], θ: 0));
        Assert.Equal(a & (1 - b), McCullochPittsUnit.Fires([a], [b], θ: 1));
    }

    // (1.9) (1.10) S2-025 S2-026 S3-022 S3-023 S3-024 S3-025 S3-028: the outputs in full, and the truth tables.
    [Fact]
    public void Gates_have_their_outputs_and_truth_tables()
    {
        Has(LogicGates.And.Output, LogicGates.And.Truth,
            9.357622969e-14, 4.53978687e-05, 4.53978687e-05, 0.9999546021);
        Has(LogicGates.Or.Output, LogicGates.Or.Truth,
            4.53978687e-05, 0.9999546021, 0.9999546021, 1);
        Has(LogicGates.Nor.Output, LogicGates.Nor.Truth,
            0.9999546021, 4.53978687e-05, 4.53978687e-05, 9.357622969e-14);
        Has(x => LogicGates.Xor(x[0], x[1]), x => LogicGates.XorOfSteps(x[0], x[1]),
            4.543910488e-05, 0.9999545196, 0.9999545196, 4.543910488e-05);
        Has(x => LogicGates.Xnor(x[0], x[1]), x => 1 - LogicGates.XorOfSteps(x[0], x[1]),
            0.9999545609, 4.548037851e-05, 4.548037851e-05, 0.9999545609);
        Digits.Agree([0.9999546021, 4.53978687e-05], [LogicGates.Not.Output(0), LogicGates.Not.Output(1)], 9);
        Assert.Equal((1, 0), (LogicGates.Not.Truth(0), LogicGates.Not.Truth(1)));

        static void Has(Func<double[], double> output, Func<double[], int> truth, params double[] outputs)
        {
            Digits.Agree(outputs, [.. LogicGates.Inputs.Select(output)], 9);
            Assert.Equal(outputs.Select(h => (int)Math.Round(h)), LogicGates.Inputs.Select(truth));
        }
    }

    // S3-026: no unit computes XOR, because s₀₁ + s₁₀ = s₀₀ + s₁₁ for every unit.
    [Property]
    public void No_single_unit_gets_all_four_points_of_XOR(Number w1, Number w2, Number b) =>
        Assert.False(LogicGates.Inputs.Select(x => ScalarPerceptron.Predict([w1.Value, w2.Value], b.Value, x))
            .SequenceEqual(LogicGates.XorLabels));

    // (1.11) S1-065: at 20, 20, −30 the combination is an AND of the two models: 1 only where both are.
    [Fact]
    public void The_combination_is_one_only_where_both_models_are()
    {
        var first = new LogicGate("m₁", 2, [4, -2]);
        var second = new LogicGate("m₂", 1, [-3, -4]);
        double[] both = [-0.2, -1];
        double[] onlyFirst = [2, 0];
        double[] onlySecond = [-2, 0];
        Assert.True(Feedforward.Combine(first, second, 20, 20, -30, both) > 0.9);
        Assert.True(Feedforward.Combine(first, second, 20, 20, -30, onlyFirst) < 0.01);
        Assert.True(Feedforward.Combine(first, second, 20, 20, -30, onlySecond) < 0.01);
        Digits.Agree(
            LogicGate.g(2 * first.Output(both) - 3 * second.Output(both) + 0.5),
                Feedforward.Combine(first, second, 2, -3, 0.5, both), 14);
    }

    // (1.12) S1-069 S2-026: the pass in matrices is XOR's two layers written out.
    [Property]
    public void The_forward_pass_in_matrices_is_XOR_of_gates(Number x1, Number x2)
    {
        Matrix<double> hidden = Matrix<double>.Build.DenseOfArray(new[,] { { 20.0, 20 }, { -20, -20 } });
        Matrix<double> output = Matrix<double>.Build.DenseOfArray(new[,] { { -20.0, -20 } });
        Vector<double> y = Feedforward.Pass(
            [(hidden, Vector<double>.Build.Dense([-30, 10])), (output, Vector<double>.Build.Dense([10.0]))],
            LogicGate.g, Vector<double>.Build.Dense([x1.Value, x2.Value]));
        Digits.Agree(LogicGates.Xor(x1.Value, x2.Value), y[0], 12);
    }

    // (1.13) S3-029 S1-069: without an activation two layers are one, with one they are not.
    [Property]
    public void Linear_layers_collapse_and_others_do_not(Seed seed)
    {
        RandomStream random = seed.Stream();
        (Matrix<double> W, Vector<double> B) first = Layer(3, 2), second = Layer(2, 3);
        Vector<double> x = Vector<double>.Build.Dense(random.Normals(2));
        Vector<double> one = Feedforward.Pass([Feedforward.Collapse(first, second)], a => a, x);
        Digits.Agree(one, Feedforward.Pass([first, second], a => a, x), 10);
        Assert.True((one - Feedforward.Pass([first, second], Math.Tanh, x)).L2Norm() > 1e-6);

        (Matrix<double> W, Vector<double> B) Layer(int outputs, int inputs) => (
            Matrix<double>.Build.Dense(outputs, inputs, random.Normals(outputs * inputs)),
                Vector<double>.Build.Dense(random.Normals(outputs)));
    }

    // (1.14) S1-066: counted against the arrays themselves; 4 for a unit of three inputs, 9 for 2-2-1.
    [Property]
    public void Parameters_are_counted_as_they_are_stored(byte a, byte b, byte c)
    {
        int[] sizes = [a % 20 + 1, b % 20 + 1, c % 20 + 1];
        int stored = new double[sizes[1], sizes[0]].Length + sizes[1] + new double[sizes[2], sizes[1]].Length
            + sizes[2];
        Assert.Equal(stored, Feedforward.ParameterCount(sizes));
        Assert.Equal((4, 9), (Feedforward.ParameterCount(3, 1), Feedforward.ParameterCount(2, 2, 1)));
        Assert.Equal(5_000_050_000, Feedforward.ParameterCount(100_000, 50_000)); // beyond 2³¹
    }
}
