namespace Reference.VariationalAutoencoders;

/// <summary>Expectations by the trapezoidal rule, exact to rounding for smooth functions.</summary>
public static class Quadrature
{
    private const double Step = 0.05, End = 13;

    /// <summary>E f(z) for z ~ N(μ, e^s).</summary>
    public static double Expectation(double μ, double s, Func<double, double> f) => Expectation(z => [f(z)], μ, s)[0];

    /// <summary>The same of several functions.</summary>
    public static double[] Expectation(Func<double, double[]> f, double μ, double s)
    {
        double[] sum = [];
        for (double ε = -End; ε <= End; ε += Step)
        {
            double z = ScalarVae.Sample([μ], [s], [ε])[0], weight = Step * Math.Exp(ScalarVae.LogNormal(ε, 0, 0));
            double[] values = f(z);
            sum = sum.Length == 0 ? new double[values.Length] : sum;
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += weight * values[i];
            }
        }

        return sum;
    }
}
