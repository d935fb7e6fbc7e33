using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Differentiation.Tests;

public class ScalarTapeTests
{
    private static readonly (Func<ScalarNode, ScalarNode> Taped, Func<double, double> Plain)[] Functions =
    [
        (a => a.Exp(), Math.Exp),
        (a => a.Sin(), Math.Sin),
        (a => a.Cos(), Math.Cos),
        (a => a.Tanh(), Math.Tanh),
        (a => a.Sigmoid(), a => 1 / (1 + Math.Exp(-a))),
        (a => a.Pow(3), a => a * a * a),
        (a => (1 + a * a).Log(), a => Math.Log(1 + a * a)),
        (a => (a * a + 1).Pow(0.5), a => Math.Sqrt(1 + a * a)),
        (a => -a, a => -a),
        (a => 3 - a, a => 3 - a),
        (a => a - 3, a => a - 3),
        (a => a * 1.5, a => a * 1.5),
        (a => a / 1.5, a => a / 1.5),
        (a => 2 / (2 + a * a), a => 2 / (2 + a * a)),
    ];

    private static double Derivative(Func<ScalarNode, ScalarNode> f, double x)
    {
        var tape = new ScalarTape();
        ScalarNode leaf = tape.Variable(x);
        tape.Backward(f(leaf));
        return leaf.Gradient!.Value;
    }

    // (4.16) S2-060 S4-054: every operation on its own, at a random place.
    [Property]
    public void Every_function_has_its_derivative(Number x)
    {
        foreach ((Func<ScalarNode, ScalarNode> taped, Func<double, double> plain) in Functions)
        {
            Digits.Agree(plain(x.Value), taped(new ScalarTape().Variable(x.Value)).Value, 14);
            GradientCheck.Smooth(plain, x.Value, Derivative(taped, x.Value)).ThrowIfFailed();
        }
    }

    // (4.16) S2-060: of two inputs, the derivative in each.
    [Property]
    public void Every_operator_has_both_derivatives(Number a, Number b)
    {
        double divisor = 2 + b.Value * b.Value;
        Check((x, y) => x + y, (x, y) => x + y);
        Check((x, y) => x - y, (x, y) => x - y);
        Check((x, y) => x * y, (x, y) => x * y);
        Check((x, y) => x / y, (x, y) => x / y);

        void Check(Func<ScalarNode, ScalarNode, ScalarNode> taped, Func<double, double, double> plain)
        {
            (_, double x, double y) = NotesExamples.Partials(taped, a.Value, divisor);
            GradientCheck.Smooth<double[]>(p => plain(p[0], p[1]), [a.Value, divisor], [x, y]).ThrowIfFailed();
        }
    }

    // (4.16) S2-060: random graphs, in which nodes are used several times, against numerical gradients.
    [Property]
    public void Random_graphs_have_right_gradients(Seed seed)
    {
        double[] at = seed.Stream().Uniforms(3, -1, 1);
        var tape = new ScalarTape();
        ScalarNode[] leaves = [.. at.Select(tape.Variable)];
        tape.Backward(RandomGraph(leaves, seed.Stream()));
        GradientCheck.Smooth(
            p => RandomGraph([.. p.Select(new ScalarTape().Variable)], seed.Stream()).Value, at,
            [.. leaves.Select(leaf => leaf.Gradient!.Value)]).ThrowIfFailed();
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

    // (4.13) S2-054 S2-055 S2-059: the notes' functions, to the last digit. ReLU is 0 on its flat side and at 0.
    [Fact]
    public void The_notes_examples_come_out_exactly()
    {
        Assert.Equal([16.0, 625, 4096, 1], new[] { 0.0, 1, 2, -1 }.Select(ScalarDerivatives.FourthPower));
        Assert.Equal([96.0, 1500, 6144, -12],
            new[] { 0.0, 1, 2, -1 }.Select(x => Derivative(t => (3 * t + 2).Pow(4), x)));
        Assert.Equal([1.0, 0, 0], new[] { 1.5, 0, -1.5 }.Select(x => Derivative(t => t.Relu(), x)));
        Assert.Equal(1.5, new ScalarTape().Variable(1.5).Relu().Value);
    }

    // Beyond 19, 1 − tanh² is 0 in float64; the derivative 4e⁻⁴⁰/(1 + e⁻⁴⁰)² is not.
    [Fact]
    public void Flat_tails_keep_their_digits()
    {
        Digits.Agree(1.6993417021166356e-17, Derivative(t => t.Tanh(), 20), 12);
        Digits.Agree(Math.Exp(-40), Derivative(t => t.Sigmoid(), 40), 12);
        Assert.Equal(0, Derivative(t => t.Tanh(), 1000));
        Assert.True(Derivative(t => t.Tanh(), 360) > 0); // 2·10⁻³¹², where cosh² overflows
    }

    [Fact] // karpathy/micrograd#90: no recursion, whose stack would overflow
    public void A_graph_may_be_200_000_nodes_deep()
    {
        ScalarNode x = new ScalarTape().Variable(1), sum = Enumerable.Range(0, 200_000).Aggregate(x, (s, _) => s + 1);
        sum.Tape.Backward(sum);
        Assert.Equal(1, x.Gradient);
    }

    // (4.16) S4-057: adjoints of inner nodes too, and no gradient is touched.
    [Fact]
    public void Adjoints_are_computed_without_changing_gradients()
    {
        var tape = new ScalarTape();
        ScalarNode u = tape.Variable(1), v = tape.Variable(2), a = u * v, b = u.Pow(2);
        IReadOnlyDictionary<ScalarNode, double> adjoints = tape.Adjoints(a + b);
        Assert.Equal([1.0, 1, 4, 1], new[] { a, b, u, v }.Select(n => adjoints[n]));
        Assert.Null(u.Gradient);
    }

    // (4.17) S4-055 S2-061: 4 after one pass, 8 after two, 4 again after zeroing; then the graph is freed.
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
        x.ZeroGradient();
        Assert.Null(x.Gradient);
        tape.Backward(y);
        Assert.Equal(4, x.Gradient);
        Assert.All([y, 3 * y + x], freed => Assert.Contains("retainGraph",
            Assert.Throws<InvalidOperationException>(() => tape.Backward(freed)).Message, StringComparison.Ordinal));
        Assert.Equal(4, x.Gradient);
    }

    // S2-061: what a freed graph shares with another is freed too; what it does not share stays.
    [Fact]
    public void A_backward_pass_frees_only_the_nodes_it_visited()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(2), other = x.Sin(), shared = x.Exp(), first = shared + 1;
        tape.Backward(first);
        Assert.Equal(1, tape.Length);
        tape.Backward(other);
        Assert.Equal(0, tape.Length);
        Assert.Equal(Math.Exp(2) + Math.Cos(2), x.Gradient!.Value, 1e-12);
        Assert.Throws<InvalidOperationException>(() => tape.Backward(shared * 2));
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
        Assert.All([y, z, constant], node => Assert.Null(node.Gradient));
        Assert.Equal((true, false), (constant.IsLeaf, constant.RequiresGrad));
        Assert.Equal(12, x.Gradient);
    }

    // S2-061: inside NoGrad, nested or not, nothing is recorded; a second disposal does no harm. Nothing flows through
    // a detached node: x·detach(x) has derivative x, not 2x.
    [Fact]
    public void NoGrad_and_Detach_record_nothing()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(3);
        using (tape.NoGrad())
        {
            using (IDisposable inner = tape.NoGrad())
            {
                inner.Dispose();
            }

            ScalarNode y = x.Pow(2);
            Assert.Equal((9.0, false, true, 0), (y.Value, y.RequiresGrad, y.IsLeaf, tape.Length));
        }

        Assert.True(x.Pow(2).RequiresGrad);
        Assert.Equal(1, tape.Length);
        tape.Backward(x * x.Detach());
        Assert.Equal(3, x.Gradient);
    }

    // S2-061: steps of gradient descent on x² as in PyTorch: backward, step inside NoGrad, zero.
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

            x.ZeroGradient();
        }

        Assert.Equal(Math.Pow(0.8, 5), x.Value, 1e-15);
        tape.Assign(tape.Constant(1), 2);
    }
}
