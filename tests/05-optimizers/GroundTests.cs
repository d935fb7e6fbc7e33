using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Optimizers.Tests;

/// <summary>Where the ground is flat, which way it bends, and in which order its records come.</summary>
public class GroundTests
{
    // S2-057: ½xᵀHx + c, at 0 and beside it.
    [Fact]
    public void A_quadratic_adds_its_constant()
    {
        Assert.Equal(23, Quadratic.NotesSaddle.Value([0, 0]));
        Assert.Equal(3 + 2 + 5 + 23, Quadratic.NotesSaddle.Value([1, 1]), 1e-13);
    }

    // (5.5): a curvature counts as 0 where the rounding of the largest one would hide it, whatever the unit of the cost.
    [Theory]
    [InlineData(1e-9)]
    [InlineData(1)]
    [InlineData(1e9)]
    public void Curvatures_are_compared_with_the_largest(double unit)
    {
        StationaryPoint.Kind Of(params double[] λ) => StationaryPoint.Classify(unit * Matrix<double>.Build.Diagonal(λ));
        Assert.Equal(StationaryPoint.Kind.Minimum, Of(1, 1e-11));
        Assert.Equal(StationaryPoint.Kind.Undecided, Of(1, 1e-13));
        Assert.Equal(StationaryPoint.Kind.Undecided, Of(1, -1e-13));
        Assert.Equal(StationaryPoint.Kind.Undecided, Of(-1, 1e-13));
        Assert.Equal(StationaryPoint.Kind.Saddle, Of(1, -1e-11));
        Assert.Equal(StationaryPoint.Kind.Maximum, Of(-1, -1e-11));
    }

    // S4-070: the ground is flat where the length of the gradient is small, not one of its components.
    [Fact]
    public void Flat_is_a_matter_of_the_whole_gradient()
    {
        var bowl = new Quadratic(Matrix<double>.Build.Diagonal([1, 1]));
        Assert.Equal((0, true), Flat(5));
        Assert.Equal((0, false), Flat(4.9));

        // The gradient at (3, −4) is (3, −4), of length 5.
        (int Steps, bool Flat) Flat(double tolerance)
        {
            (_, int steps, bool flat) = Descent.UntilFlat(bowl, [3, -4], 0.1, tolerance, 0);
            return (steps, flat);
        }
    }

    // S4-070 (5.11): a stream shuffles the records anew for every epoch; without one they come as they stand.
    [Fact]
    public void Records_are_shuffled_where_a_stream_is_given()
    {
        LeastSquaresLine loss = LeastSquaresLine.Thermometer;
        double[][] First(RandomStream? random) => [.. Batches.Train(loss, [0, 0], 1e-5, 1, 2, random).Points];
        double[][] inOrder = First(null), shuffled = First(new RandomStream(3));
        Assert.Equal(inOrder[1], loss.Gradient([0, 0], [0]).Select(g => -1e-5 * g));
        Assert.NotEqual(inOrder[1], shuffled[1]);
        // What one record adds to w and b points along (xᵢ, 1): which one it was can be read off.
        int[] Order(int epoch) => [.. Enumerable.Range(14 * epoch, 14).Select(t =>
        {
            double[] θ = shuffled[t], next = shuffled[t + 1];
            return (int)Math.Round((next[0] - θ[0]) / (next[1] - θ[1]));
        })];
        int[] temperatures = [55, 65, 75, 54, 67, 78, 53, 65, 76, 60, 70, 81, 51, 68];
        Assert.Equal(temperatures.Order(), Order(0).Order());
        Assert.Equal(temperatures.Order(), Order(1).Order());
        Assert.NotEqual(Order(0), Order(1));
    }

    [Fact]
    public void A_run_by_batches_keeps_its_start_to_itself()
    {
        double[] start = [1, 2];
        Batches.Run run = Batches.Train(LeastSquaresLine.Exercise, start, 0.1, 60, 1);
        start[0] = 7;
        Assert.Equal([1.0, 2], run.Points[0]);
    }
}
