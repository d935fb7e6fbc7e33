namespace Reference.Verification.Tests;

/// <summary>A gradient check that knows the error of its own numerical derivative.</summary>
public class CannotJudgeTests
{
    private static readonly double[,] Pixels = { { 0, 255, 128 }, { 255, 13, 77 } };

    // The mean loss of logistic regression on raw pixels: a step in w acts 255 times as far in the score.
    private static double Loss(double[] w) => Enumerable.Range(0, 3).Average(i =>
        Score(w, i) is var z && i != 1 ? Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z)));

    private static double Score(double[] w, int i) => w[0] * Pixels[0, i] + w[1] * Pixels[1, i] + 0.3;

    private static double[] Gradient(double[] w) => [.. Enumerable.Range(0, 2).Select(d => Enumerable.Range(0, 3)
        .Average(i => (1 / (1 + Math.Exp(-Score(w, i))) - (i == 1 ? 0 : 1)) * Pixels[d, i]))];

    [Theory] // pasteurlabs/tesseract-core#706: the first step is too long for inputs of 0 to 255
    [InlineData(0.01, -0.003)]
    [InlineData(0, 0)]
    public void A_right_gradient_of_raw_pixels_passes_and_a_wrong_one_fails(double w1, double w2)
    {
        double[] w = [w1, w2];
        double[] g = Gradient(w);
        GradientCheck.Smooth(Loss, w, g).ThrowIfFailed();
        foreach (double off in new[] { 1.001, 1 + 1e-6, -1 })
        {
            GradientReport wrong = GradientCheck.Smooth(Loss, w, [g[0], off * g[1]]);
            Assert.False(wrong.Passed || wrong.CannotJudge);
            Assert.Throws<GradientMismatchException>(wrong.ThrowIfFailed);
        }
    }

    [Theory]
    [InlineData(1e9)]
    [InlineData(1e-9)]
    [InlineData(1e17)]
    public void The_step_follows_the_scale_of_the_input(double scale)
    {
        double F(double x) => Math.Exp(x / scale) / scale;
        GradientCheck.Smooth(F, 0.7 * scale, Math.Exp(0.7) / scale / scale).ThrowIfFailed();
        GradientReport wrong = GradientCheck.Smooth(F, 0.7 * scale, Math.Exp(0.7) * 1.0001 / scale / scale);
        Assert.False(wrong.CannotJudge);
        Assert.True(scale > 1 || !wrong.Passed); // a slope below the rounding of f over the first step is not seen
    }

    // A function in floats: its rounding, 6e-8 over steps of 1/8 and less, is far above the tolerance.
    [Fact]
    public void Where_no_step_is_right_it_cannot_judge()
    {
        GradientReport report = GradientCheck.Smooth(x => (float)Math.Sin(x), 0.5, Math.Cos(0.5));
        Assert.False(report.Passed || report.Rejected);
        Assert.True(report.CannotJudge, report.ToString());
        Assert.Contains("cannot judge", report.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArithmeticException>(report.ThrowIfFailed);
        Assert.Throws<GradientMismatchException>(
            GradientCheck.Smooth(x => (float)Math.Sin(x), 0.5, Math.Sin(0.5)).ThrowIfFailed);
    }

    // A saturated unit: a slope of 1e-8 in a function of 1, whose parts of 4 round to 4e-16.
    [Property]
    public void Ten_units_of_rounding_are_no_disagreement(Seed seed)
    {
        double at = seed.Stream().Uniform(-1, 1);
        double F(double x) => 4 + 1e-8 * Math.Sin(x) - 3;
        GradientReport right = GradientCheck.Smooth(F, at, 1e-8 * Math.Cos(at));
        Assert.True(right.Passed, right.ToString());
        GradientReport wrong = GradientCheck.Smooth(F, at, 1e-8 * Math.Cos(at) + 1e-10);
        Assert.False(wrong.Passed, wrong.ToString());
    }

    [Fact] // a kink nearer than said: the two step lengths see different slopes
    public void A_kink_within_the_step_is_no_proof_against_a_gradient()
    {
        GradientReport report = GradientCheck.Kinked(x => 1e3 * Math.Max(0, x - 2e-6) + x, 0.0, 1.0, 1);
        Assert.True(report.Passed || report.CannotJudge, report.ToString());
        Assert.False(GradientCheck.Kinked(x => Math.Abs(x), 0.5, 0.9, 0.5) is { CannotJudge: true });
    }

    [Fact]
    public void One_proved_error_is_named_beside_doubtful_ones()
    {
        double F(double[] x) => (float)Math.Sin(x[0]) + x[1] * x[1];
        GradientReport report = GradientCheck.Smooth<double[]>(F, [0.5, 1.0], [Math.Cos(0.5), -2]);
        Assert.False(report.Passed || report.CannotJudge, report.ToString());
        Assert.Equal([1], report.WorstIndex);
    }

    [Fact]
    public void A_wrong_Jacobian_and_a_wrong_direction_are_judged_too()
    {
        double[] F(double[] x) => [Math.Exp(255 * x[0]), x[1] * x[1]];
        double[,] right = { { 255 * Math.Exp(25.5), 0 }, { 0, 4 } }, wrong = { { 256 * Math.Exp(25.5), 0 }, { 0, 4 } };
        GradientCheck.Jacobian(F, [0.1, 2], right).ThrowIfFailed();
        Assert.Throws<GradientMismatchException>(GradientCheck.Jacobian(F, [0.1, 2], wrong).ThrowIfFailed);
        GradientCheck.Direction<double[]>(Loss, [0.01, -0.003], Gradient([0.01, -0.003]), new(4)).ThrowIfFailed();
        Assert.Throws<GradientMismatchException>(
            GradientCheck.Direction<double[]>(Loss, [0.01, -0.003], [1.0, 2.0], new(4)).ThrowIfFailed);
    }
}
