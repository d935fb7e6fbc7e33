using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Differentiation.Tests;

public class ScalarTapeTests
{
    // The operations, each with a distance from where it is undefined.
    private static readonly (string Name, Func<ScalarNode, ScalarNode> Taped, Func<double, double> Plain)[] Functions =
    [
        ("exp", a => a.Exp(), Math.Exp),
        ("sin", a => a.Sin(), Math.Sin),
        ("cos", a => a.Cos(), Math.Cos),
        ("tanh", a => a.Tanh(), Math.Tanh),
        ("σ", a => a.Sigmoid(), a => 1 / (1 + Math.Exp(-a))),
        ("square", a => a.Pow(2), a => a * a),
        ("cube", a => a.Pow(3), a => a * a * a),
        ("ln(1 + a²)", a => (1 + a * a).Log(), a => Math.Log(1 + a * a)),
        ("√(1 + a²)", a => (a * a + 1).Pow(0.5), a => Math.Sqrt(1 + a * a)),
        ("−a", a => -a, a => -a),
        ("3 − a", a => 3 - a, a => 3 - a),
        ("a − 3", a => a - 3, a => a - 3),
        ("a·1.5", a => a * 1.5, a => a * 1.5),
        ("a/1.5", a => a / 1.5, a => a / 1.5),
        ("2/(2 + a²)", a => 2 / (2 + a * a), a => 2 / (2 + a * a)),
    ];

    // (4.21) S2-060 S4-054: every operation on its own, at a random place.
    [Property]
    public void Every_function_has_its_slope(Number x)
    {
        foreach ((string name, Func<ScalarNode, ScalarNode> taped, Func<double, double> plain) in Functions)
        {
            var tape = new ScalarTape();
            ScalarNode leaf = tape.Variable(x.Value), y = taped(leaf);
            tape.Backward(y);
            Digits.Agree(plain(x.Value), y.Value, 14);
            Assert.True(GradientCheck.Smooth(plain, x.Value, leaf.Gradient!.Value).Passed, name);
        }
    }

    // (4.21) S2-060: of two inputs, the slope in each.
    [Property]
    public void Every_operator_has_both_slopes(Number a, Number b)
    {
        double divisor = 2 + b.Value * b.Value;
        (Func<ScalarNode, ScalarNode, ScalarNode> Taped, Func<double, double, double> Plain)[] operators =
        [
            ((x, y) => x + y, (x, y) => x + y), ((x, y) => x - y, (x, y) => x - y), ((x, y) => x * y, (x, y) => x * y), ((x, y) => x / y, (x, y) => x / y),
        ];
        foreach ((Func<ScalarNode, ScalarNode, ScalarNode> taped, Func<double, double, double> plain) in operators)
        {
            var tape = new ScalarTape();
            (ScalarNode x, ScalarNode y) = (tape.Variable(a.Value), tape.Variable(divisor));
            tape.Backward(taped(x, y));
            double[] at = [a.Value, divisor];
            GradientCheck.Smooth<double[]>(p => plain(p[0], p[1]), at, [x.Gradient!.Value, y.Gradient!.Value]).ThrowIfFailed();
        }
    }

    // (4.21) S2-060: random graphs, in which nodes are used several times, against numerical gradients.
    [Property]
    public void Random_graphs_have_right_gradients(Seed seed)
    {
        double[] at = seed.Stream().Uniforms(3, -1, 1);
        var tape = new ScalarTape();
        ScalarNode[] leaves = [.. at.Select(tape.Variable)];
        ScalarNode y = RandomGraph(leaves, seed.Stream());
        tape.Backward(y);
        double[] gradient = [.. leaves.Select(leaf => leaf.Gradient ?? 0)];
        GradientCheck.Smooth<double[]>(p => Valued(p, seed.Stream()), at, gradient).ThrowIfFailed();
    }

    private static double Valued(double[] at, RandomStream random)
    {
        var tape = new ScalarTape();
        return RandomGraph([.. at.Select(tape.Variable)], random).Value;
    }

    private static ScalarNode RandomGraph(ScalarNode[] leaves, RandomStream random)
    {
        var nodes = new List<ScalarNode>(leaves);
        for (int i = 0; i < 12; i++)
        {
            (ScalarNode a, ScalarNode b) = (nodes[random.Below(nodes.Count)], nodes[random.Below(nodes.Count)]);
            nodes.Add(random.Below(6) switch
            {
                0 => a + b,
                1 => a - b,
                2 => (a * b).Tanh(),
                3 => a / (2 + b * b),
                4 => a.Sin(),
                _ => (a + 0.5 * b).Sigmoid(),
            });
        }

        return nodes.Aggregate((sum, node) => sum + node); // so that every leaf takes part
    }

    // (4.16) (4.22) S2-054 S2-055 S2-059 S4-057: the notes' functions, to the last digit.
    [Fact]
    public void The_notes_examples_come_out_exactly()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(1);
        ScalarNode y = (3 * x + 2).Pow(4);
        tape.Backward(y);
        Assert.Equal((625.0, 1500.0), (y.Value, x.Gradient!.Value));

        (ScalarNode u, ScalarNode v) = (tape.Variable(1), tape.Variable(2));
        ScalarNode f = u * v + u.Pow(2);
        tape.Backward(f);
        Assert.Equal((3.0, 4.0, 1.0), (f.Value, u.Gradient!.Value, v.Gradient!.Value));
    }

    // (4.21): adjoints of inner nodes too, and no gradient is touched. ReLU is 0 on its flat side and at 0.
    [Fact]
    public void Adjoints_are_read_without_adding_up()
    {
        var tape = new ScalarTape();
        (ScalarNode u, ScalarNode v) = (tape.Variable(1), tape.Variable(2));
        (ScalarNode a, ScalarNode b) = (u * v, u.Pow(2));
        IReadOnlyDictionary<ScalarNode, double> adjoints = tape.Adjoints(a + b);
        Assert.Equal([1.0, 1, 4, 1], new[] { a, b, u, v }.Select(n => adjoints[n]));
        Assert.Null(u.Gradient);
        foreach ((double at, double slope) in new[] { (1.5, 1.0), (0, 0), (-1.5, 0) })
        {
            ScalarNode x = tape.Variable(at);
            ScalarNode y = x.Relu();
            tape.Backward(y);
            Assert.Equal((Math.Max(at, 0), slope), (y.Value, x.Gradient!.Value));
        }
    }

    // S2-060: chapter 02's derivatives, derived by hand, against the tape, which knows none of them.
    [Property]
    public void Hand_derived_slopes_of_activations_are_the_tapes(Number x)
    {
        (Func<ScalarNode, ScalarNode> Taped, Func<double, double> Derivative)[] activations =
        [
            (a => 1 / (1 + (-a).Exp()), ScalarActivations.SigmoidDerivative),
            (a => (a.Exp() - (-a).Exp()) / (a.Exp() + (-a).Exp()), ScalarActivations.TanhDerivative),
            (a => a.Relu(), ScalarActivations.ReluDerivative),
            (a => a.Relu() - 0.01 * (-a).Relu(), a => ScalarActivations.LeakyReluDerivative(a)),
            (a => (1 + a.Exp()).Log(), ScalarActivations.SoftplusDerivative),
            (a => 0.5 * a * (1 + (Math.Sqrt(2 / Math.PI) * (a + 0.044715 * a.Pow(3))).Tanh()), ScalarActivations.GeluTanhDerivative),
        ];
        foreach ((Func<ScalarNode, ScalarNode> taped, Func<double, double> derivative) in activations)
        {
            var tape = new ScalarTape();
            ScalarNode leaf = tape.Variable(x.Value);
            tape.Backward(taped(leaf));
            Assert.Equal(derivative(x.Value), leaf.Gradient!.Value, 1e-11);
        }
    }
}
