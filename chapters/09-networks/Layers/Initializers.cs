using Reference.Numerics;

namespace Reference.Networks;

/// <summary>
/// Where weights start: all equal, which never tells the units of a layer apart, or drawn,
/// with a width that keeps the size of the signals the same from layer to layer. S3-205, S4-151…S4-155.
/// </summary>
public static class Initializers
{
    /// <summary>All 0: right for a bias, useless for the weights of a hidden layer. S3-205.</summary>
    public static Initializer Zero { get; } = (values, _, _) => values.Clear();

    /// <summary>All c: every unit of a layer is the same unit, and stays it. S3-205, S4-151.</summary>
    /// <exception cref="ArgumentException">c is not finite.</exception>
    public static Initializer Constant(double c)
    {
        Require.Finite(c);
        return (values, _, _) => values.Fill(c);
    }

    /// <summary>U(−a, a), whatever the layer. S3-205.</summary>
    /// <exception cref="ArgumentOutOfRangeException">a is not a finite number above 0.</exception>
    public static Initializer Uniform(RandomStream random, double a)
    {
        Require.Positive(a);
        return Flat(random, (_, _) => a);
    }

    /// <summary>N(0, s²), whatever the layer. S3-205.</summary>
    /// <exception cref="ArgumentOutOfRangeException">s is not a finite number above 0.</exception>
    public static Initializer Normal(RandomStream random, double s)
    {
        Require.Positive(s);
        return Bell(random, (_, _) => s);
    }

    /// <summary>U(±1/√n_in), (9.17): the library default of PyTorch's linear layer, for weights and bias alike. S4-152, S4-153.</summary>
    public static Initializer InverseRoot(RandomStream random) => Flat(random, (fanIn, _) => 1 / Math.Sqrt(fanIn)); // (9.17)

    /// <summary>N(0, 1/n_in), (9.14), LeCun's: keeps the variance of a linear or tanh-like layer. S4-152.</summary>
    public static Initializer LeCun(RandomStream random) => Bell(random, (fanIn, _) => Math.Sqrt(1.0 / fanIn)); // (9.14)

    /// <summary>U(±√(6/(n_in + n_out))), (9.15), Xavier's (Glorot's): a compromise between the way forward and the way back. S4-153.</summary>
    public static Initializer Xavier(RandomStream random) => Flat(random, (fanIn, fanOut) => Math.Sqrt(6.0 / (fanIn + fanOut))); // (9.15)

    /// <summary>N(0, 2/(n_in + n_out)), (9.15): the same variance from a bell. S4-153.</summary>
    public static Initializer XavierNormal(RandomStream random) => Bell(random, (fanIn, fanOut) => Math.Sqrt(2.0 / (fanIn + fanOut))); // (9.15)

    /// <summary>N(0, 2/n_in), (9.16), He's (Kaiming's): twice LeCun's variance, since a rectifier lets half of it through. S4-154.</summary>
    public static Initializer He(RandomStream random) => Bell(random, (fanIn, _) => Math.Sqrt(2.0 / fanIn)); // (9.16)

    /// <summary>U(±√(6/n_in)), (9.16): the same variance from a uniform. S4-154.</summary>
    public static Initializer HeUniform(RandomStream random) => Flat(random, (fanIn, _) => Math.Sqrt(6.0 / fanIn)); // (9.16)

    private static Initializer Flat(RandomStream random, Func<int, int, double> bound)
    {
        ArgumentNullException.ThrowIfNull(random);
        return (values, fanIn, fanOut) =>
        {
            double a = bound(fanIn, fanOut);
            random.FillUniform(values, -a, a);
        };
    }

    private static Initializer Bell(RandomStream random, Func<int, int, double> deviation)
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
