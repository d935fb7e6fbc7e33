namespace Reference.Differentiation.Tests;

public class TapeRulesTests
{
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
}
