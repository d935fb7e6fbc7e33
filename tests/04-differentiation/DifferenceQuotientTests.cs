using Reference.Verification;

namespace Reference.Differentiation.Tests;

public class DifferenceQuotientTests
{
    private static double Cubic(double x) => x * x * x;

    // (4.17) (4.18) (4.19) S2-053: on x³ at 0.5 with a long step the leading error terms are all there is: ½h·f″ + h², h²·f‴/6, and nothing.
    [Fact]
    public void Truncation_errors_are_the_next_terms()
    {
        const double X = 0.5, H = 0.25;
        Assert.Equal(0.75 + 3 * X * H + H * H, DifferenceQuotients.Forward(Cubic, X, H), 1e-14);
        Assert.Equal(0.75 + H * H, DifferenceQuotients.Central(Cubic, X, H), 1e-14);
        Assert.Equal(0.75, DifferenceQuotients.Richardson(Cubic, X, H), 1e-14);
    }

    // (4.17) (4.18) (4.19): halving a long step divides the error by 2, 4 and 16, on the sine, whose derivatives all differ from 0 here.
    [Theory]
    [InlineData("forward", 2)]
    [InlineData("central", 4)]
    [InlineData("Richardson", 16)]
    public void The_order_of_each_scheme(string scheme, double factor)
    {
        Func<double, double> error = h => Math.Cos(0.7) - Slope(scheme, Math.Sin, 0.7, h);
        Assert.InRange(error(0.1) / error(0.05), factor * 0.94, factor * 1.06);
    }

    // (4.17) (4.18) (4.19) S2-053: no measured error exceeds the prediction, and it is no idle bound: the largest of a decade reaches a twentieth of it.
    [Fact]
    public void Predicted_errors_bound_measured_ones()
    {
        DifferentiationExperiments.ErrorAt[] errors = [.. DifferentiationExperiments.MeasureErrors(40)];
        foreach ((Func<DifferentiationExperiments.ErrorAt, double> measured, Func<double, double, double, double> predicted) in
            new (Func<DifferentiationExperiments.ErrorAt, double>, Func<double, double, double, double>)[]
        {
            (e => e.Forward, BestStep.ForwardError), (e => e.Central, BestStep.CentralError), (e => e.Richardson, BestStep.RichardsonError),
        })
        {
            // Above 0.3 the next term of the expansion counts too; 1.5 leaves room for the rounding of exp itself.
            DifferentiationExperiments.ErrorAt[] inside = [.. errors.Where(e => e.Step < 0.3)];
            Assert.All(inside, e => Assert.True(measured(e) <= 1.5 * predicted(e.Step, 1, 1) + 1e-15, $"{e.Step}: {measured(e)} > {predicted(e.Step, 1, 1)}"));
            Assert.All(inside.Chunk(40).Where(c => c.Length == 40), decade => Assert.True(decade.Max(e => measured(e) / predicted(e.Step, 1, 1)) > 0.05));
        }
    }

    // (4.20) S2-053: the predicted best step is the minimum of the predicted error, and for f = f″ = … it is 2·10⁻⁸, 7·10⁻⁶, 2·10⁻³.
    [Property]
    public void The_best_step_minimises_the_predicted_error(Positive f, Positive d)
    {
        foreach ((double best, Func<double, double> error) in new (double, Func<double, double>)[]
        {
            (BestStep.Forward(f.Value, d.Value), h => BestStep.ForwardError(h, f.Value, d.Value)),
            (BestStep.Central(f.Value, d.Value), h => BestStep.CentralError(h, f.Value, d.Value)),
            (BestStep.Richardson(f.Value, d.Value), h => BestStep.RichardsonError(h, f.Value, d.Value)),
        })
        {
            Assert.True(error(best) < error(best * 1.01) && error(best) < error(best / 1.01));
        }

        Assert.Equal(2.1e-8, BestStep.Forward(1, 1), 1e-9);
        Assert.Equal(6.9e-6, BestStep.Central(1, 1), 1e-7);
        Assert.Equal(2.1e-3, BestStep.Richardson(1, 1), 1e-4);
    }

    // (4.18) S2-055: the notes' slopes with h = 10⁻⁵ are off by h² = 10⁻¹⁰.
    [Fact]
    public void Ten_to_the_minus_five_gives_ten_digits()
    {
        foreach (double x in new[] { 1.0, 2, 3 })
        {
            Assert.Equal(3 * x * x, DifferenceQuotients.Central(Cubic, x, 1e-5), 1e-8);
            Assert.Equal(NumericalDerivative.Central(Cubic, x), DifferenceQuotients.Central(Cubic, x, 1e-5), 1e-9);
        }
    }

    private static double Slope(string scheme, Func<double, double> f, double x, double h) => scheme switch
    {
        "forward" => DifferenceQuotients.Forward(f, x, h),
        "central" => DifferenceQuotients.Central(f, x, h),
        _ => DifferenceQuotients.Richardson(f, x, h),
    };
}
