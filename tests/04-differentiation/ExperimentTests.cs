namespace Reference.Differentiation.Tests;

public class ExperimentTests
{
    // (4.15) S2-053: the predicted steps stand in the table.
    [Fact]
    public void The_step_size_experiment_prints_predictions() =>
        Assert.All(["2.1E-8", "6.9E-6", "2.1E-3"], step => Assert.Contains(
            step, DifferentiationChapterTests.Printed("step-size"), StringComparison.Ordinal));

    // S0-042: boxed and vectorized give the same sums, whatever the length.
    [Property]
    public void Two_ways_to_add_agree(PairOfVectors pair)
    {
        double[] expected = [.. pair.A.Zip(pair.B, (a, b) => a + b)];
        Assert.Equal(expected, DifferentiationExperiments.SumVectorized(pair.A, pair.B));
        Assert.Equal(expected.Cast<object>(),
            DifferentiationExperiments.SumBoxed([.. pair.A.Cast<object>()], [.. pair.B.Cast<object>()]));
    }
}
