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

    // (4.22) S4-055 S2-061: 4 after one pass, 8 after two, 4 again after zeroing.
    [Fact]
    public void Gradients_add_up_until_they_are_zeroed()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(2), y = x.Pow(2);
        Assert.Null(x.Gradient);
        tape.Backward(y, retainGraph: true);
        Assert.Equal(4, x.Gradient);
        tape.Backward(y, retainGraph: true);
        Assert.Equal(8, x.Gradient);
        ScalarTape.ZeroGrad(x);
        Assert.Null(x.Gradient);
        tape.Backward(y);
        Assert.Equal(4, x.Gradient);
    }

    // S2-061 S4-055: a second pass without retainGraph is an error that leaves the gradient as it was.
    [Fact]
    public void A_graph_serves_one_pass_unless_it_is_retained()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(2), y = x.Pow(2);
        tape.Backward(y);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => tape.Backward(y));
        Assert.Contains("retainGraph", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, x.Gradient);
        Assert.Throws<InvalidOperationException>(() => tape.Backward(3 * y + x));
        Assert.Equal(4, x.Gradient);
    }

    // S2-061: what a freed graph shares with another is freed too; what it does not share serves on.
    [Fact]
    public void Freeing_takes_only_what_was_passed()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(2), first = x.Exp(), second = x.Sin();
        Assert.Equal(2, tape.Length);
        tape.Backward(first);
        Assert.Equal(1, tape.Length);
        tape.Backward(second);
        Assert.Equal(0, tape.Length);
        Assert.Equal(Math.Exp(2) + Math.Cos(2), x.Gradient!.Value, 1e-12);
    }

    // S4-055 S4-058 S0-059: leaves and inner nodes, as in the notes' two tables.
    [Fact]
    public void Only_leaves_keep_gradients()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(2), constant = tape.Constant(3), y = x.Pow(2), z = constant * y;
        tape.Backward(z);
        Assert.Equal((2.0, null, true, true), (x.Value, x.Operation, x.IsLeaf, x.RequiresGrad));
        Assert.Equal((4.0, "pow", false, true), (y.Value, y.Operation, y.IsLeaf, y.RequiresGrad));
        Assert.Null(y.Gradient);
        Assert.Null(z.Gradient);
        Assert.Null(constant.Gradient);
        Assert.Equal((true, false), (constant.IsLeaf, constant.RequiresGrad));
        Assert.Equal(12, x.Gradient);
    }

    // S2-061: nothing is recorded inside NoGrad, nested or not, and recording goes on behind it.
    [Fact]
    public void NoGrad_records_nothing()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(2);
        using (tape.NoGrad())
        {
            using (IDisposable inner = tape.NoGrad())
            {
                inner.Dispose();
                inner.Dispose(); // once is enough, twice does no harm
            }

            ScalarNode y = x.Pow(2);
            Assert.Equal((4.0, false, true), (y.Value, y.RequiresGrad, y.IsLeaf));
            Assert.Equal(0, tape.Length);
        }

        Assert.True(x.Pow(2).RequiresGrad);
        Assert.Equal(1, tape.Length);
    }

    // S2-061: a detached number is a constant: x·detach(x) has the slope x, not 2x.
    [Fact]
    public void Nothing_flows_through_a_detached_node()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(3);
        tape.Backward(x * x.Detach());
        Assert.Equal(3, x.Gradient);
        Assert.False((2 * x.Detach()).RequiresGrad);
    }

    // S2-061: a step of descent on x², written as in PyTorch: backward, step inside NoGrad, zero. x shrinks by 1 − 2α a step.
    [Fact]
    public void Leaves_are_assigned_inside_NoGrad()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(1);
        for (int step = 0; step < 5; step++)
        {
            tape.Backward(x.Pow(2));
            using (tape.NoGrad())
            {
                tape.Assign(x, x.Value - 0.1 * x.Gradient!.Value);
            }

            ScalarTape.ZeroGrad(x);
        }

        Assert.Equal(Math.Pow(0.8, 5), x.Value, 1e-15);
        Assert.Throws<InvalidOperationException>(() => tape.Assign(x, 1));
        ScalarNode y = x.Pow(2);
        Assert.Throws<InvalidOperationException>(() => tape.Assign(y, 1));
        tape.Assign(tape.Constant(1), 2);
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
