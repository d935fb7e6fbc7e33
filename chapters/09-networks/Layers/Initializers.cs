using Reference.Numerics;

namespace Reference.Networks;

/// <summary>Fills a new parameter, column by column, between n_in inputs and n_out outputs.</summary>
public delegate void Initializer(Span<double> values, int fanIn, int fanOut);

/// <summary>Initial weights: all equal, or drawn so that signals keep their size. S3-205, S4-151…S4-155.</summary>
public static class Initializers
{
    /// <summary>All 0: right for a bias; the units of a hidden layer would stay equal. S3-205.</summary>
    public static Initializer Zero { get; } = (values, _, _) => values.Clear();

    /// <summary>All c, finite: the units of a layer are equal and stay so. S3-205, S4-151.</summary>
    public static Initializer Constant(double c)
    {
        Require.Finite(c);
        return (values, _, _) => values.Fill(c);
    }

    /// <summary>U(−a, a) for any layer, a > 0. S3-205.</summary>
    public static Initializer Uniform(RandomStream random, double a)
    {
        Require.Positive(a);
        return FromUniform(random, (_, _) => a);
    }

    /// <summary>N(0, s²) for any layer, s > 0. S3-205.</summary>
    public static Initializer Normal(RandomStream random, double s)
    {
        Require.Positive(s);
        return FromNormal(random, (_, _) => s);
    }

    /// <summary>U(±1/√n_in), (9.15): PyTorch's default for weights and bias. S4-152, S4-153.</summary>
    public static Initializer InverseRoot(RandomStream random) =>
        FromUniform(random, (fanIn, _) => 1 / Math.Sqrt(fanIn)); // (9.15)

    /// <summary>N(0, 1/n_in), (9.12), LeCun's: keeps the variance of a linear layer. S4-152.</summary>
    public static Initializer LeCun(RandomStream random) =>
        FromNormal(random, (fanIn, _) => Math.Sqrt(1.0 / fanIn)); // (9.12)

    /// <summary>U(±√(6/(n_in + n_out))), (9.13), Xavier's (Glorot's), for both passes. S4-153.</summary>
    public static Initializer Xavier(RandomStream random) =>
        FromUniform(random, (fanIn, fanOut) => Math.Sqrt(6.0 / (fanIn + fanOut))); // (9.13)

    /// <summary>N(0, 2/(n_in + n_out)), (9.13): the same variance, normal. S4-153.</summary>
    public static Initializer XavierNormal(RandomStream random) =>
        FromNormal(random, (fanIn, fanOut) => Math.Sqrt(2.0 / (fanIn + fanOut))); // (9.13)

    /// <summary>N(0, 2/n_in), (9.14), He's (Kaiming's): twice LeCun's, since ReLU passes half. S4-154.</summary>
    public static Initializer He(RandomStream random) =>
        FromNormal(random, (fanIn, _) => Math.Sqrt(2.0 / fanIn)); // (9.14)

    /// <summary>U(±√(6/n_in)), (9.14): the same variance, uniform. S4-154.</summary>
    public static Initializer HeUniform(RandomStream random) =>
        FromUniform(random, (fanIn, _) => Math.Sqrt(6.0 / fanIn)); // (9.14)

    private static Initializer FromUniform(RandomStream random, Func<int, int, double> bound)
    {
        ArgumentNullException.ThrowIfNull(random);
        return (values, fanIn, fanOut) => random.FillUniform(values, -bound(fanIn, fanOut), bound(fanIn, fanOut));
    }

    private static Initializer FromNormal(RandomStream random, Func<int, int, double> deviation)
    {
        ArgumentNullException.ThrowIfNull(random);
        return (values, fanIn, fanOut) =>
        {
            double s = deviation(fanIn, fanOut);
            foreach (ref double value in values)
            {
                value = random.Normal(0, s);
            }
        };
    }
}
