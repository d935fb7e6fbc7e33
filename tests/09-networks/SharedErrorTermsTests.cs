using MathNet.Numerics.LinearAlgebra;
using Reference.Backpropagation;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Networks.Tests;

/// <summary>What a gradient costs, and that it is the same either way.</summary>
public class SharedErrorTermsTests
{
    // (9.12) S4-134: the same gradient as difference quotients in every single weight, at a small part of their work.
    [Property(MaxTest = 20)]
    public void Backpropagation_gives_what_difference_quotients_give(Seed seed)
    {
        RandomStream random = seed.Stream();
        Sequential network = MultilayerPerceptron.Of([2, 3, 2, 2], width => new Tanh(width), Initializers.Normal(random, 1), Initializers.Normal(random, 1));
        Matrix<double> x = LayerCase.Random(random, 2, 3), y = LayerCase.Random(random, 2, 3);
        var loss = new MeanSquaredError();
        double before = loss.Forward(network.Forward(x), y);
        network.Accumulate(loss.Backward());
        double[] analytic = [.. network.Parameters.SelectMany(p => p.Gradients.ToArray())];
        double[] numeric = [.. SharedErrorTerms.ByDifferences(network, loss, x, y).SelectMany(g => g.ToColumnMajorArray())];
        Assert.True(RelativeError.ByNorm(numeric, analytic) < Tolerances.Numerical);
        Assert.Equal(before, loss.Forward(network.Forward(x), y)); // the weights are back
    }

    // (9.12) S4-134.
    [Fact]
    public void What_a_gradient_costs()
    {
        Assert.Equal(2 * 3 + 3 * 4, BackwardWork.Forward(2, 3, 4));
        Assert.Equal(3 * 18 - 6, SharedErrorTerms.Backpropagation(2, 3, 4)); // forward, dW and dx of each, no dx of the first
        Assert.Equal(2 * (9 + 16) * 18, BackwardWork.Differences(2, 3, 4));
        BadInput.Refuses(() => SharedErrorTerms.Backpropagation(2), "at least two widths", "[2]");
    }

    // (8.27) (9.12) S4-134: the two counts differ by the way forward, which one of them has, and by a product a unit for its slope, which the other has.
    [Property]
    public void The_two_counts_differ_by_the_way_forward_and_the_slopes(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] sizes = [.. Enumerable.Range(0, 2 + random.Below(4)).Select(_ => 1 + random.Below(6))];
        Assert.Equal(SharedErrorTerms.Backpropagation(sizes), BackwardWork.Forward(sizes) + BackwardWork.Shared(sizes) - sizes.Skip(1).Sum());
    }
}
