namespace Reference.Verification;

/// <summary>
/// Derivatives from function values alone, for comparison with every hand-derived gradient.
/// <list type="number">
/// <item>central difference: D(h) = (f(x+h) − f(x−h)) / 2h = f′(x) + c₂h² + c₄h⁴ + …</item>
/// <item>Richardson: (4ʲ·D(h/2) − D(h)) / (4ʲ − 1) removes the term in h²ʲ; j = 1, 2, … builds a triangular
/// table.</item>
/// <item>Ridders: each entry of the table is judged by its distance to its two parents, and the best one is kept, so
/// that neither the truncation error of long steps nor the rounding error of short ones decides.</item>
/// </list>
/// </summary>
public static class NumericalDerivative
{
    /// <summary>
    /// The step of plain central differences: the cube root of the rounding error 1e-16, about where truncation and
    /// rounding meet.
    /// </summary>
    public const double CentralStep = 1e-5;

    // A power of two: x ± h is then exact for moderate x.
    private const double FirstStep = 1.0 / 8;
    private const int Levels = 8;
    private const int DomainHalvings = 40;

    /// <summary>(f(x+h) − f(x−h)) / 2h, in error by h²f‴/6 plus rounding of about 1e-16·|f|/h.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive and finite.</exception>
    public static double Central(Func<double, double> f, double x, double h = CentralStep)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (h is not (> 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(h), $"Expected h to be a finite step > 0; got {h}.");
        }

        double right = x + h, left = x - h;
        return (f(right) - f(left)) / (right - left);
    }

    /// <summary>
    /// f′(x) by extrapolated central differences, good to about 1e-11 relative where f is smooth within a step. Steps
    /// that leave the domain of f, where it is not finite or throws an <see cref="ArgumentException"/>, are halved.
    /// NaN if no step is short enough.
    /// </summary>
    public static double Richardson(Func<double, double> f, double x)
    {
        ArgumentNullException.ThrowIfNull(f);
        return Extrapolated(h => Central(f, x, h), () => f(x)).Value;
    }

    /// <summary>
    /// f′(x) and its error, from tables of several first steps, for x far from 1 of its own size too. The error of a
    /// table is its own estimate or, as rounding can make neighbours in it equal, the distance to the nearest of the
    /// other tables, if that is larger. NaN and ∞ if no step stays where f is finite.
    /// </summary>
    internal static (double Value, double Error) Estimate(Func<double, double> f, double x)
    {
        double size = x == 0 || Math.Abs(Math.ILogB(x)) < 20 ? 0 : Math.ScaleB(FirstStep, Math.ILogB(x));
        (double Value, double Error)[] tables = [.. ((double[])
            [FirstStep, FirstStep / 128, FirstStep / 16384, size, size / 128]).Where(h => h > 0)
            .Select(h => Extrapolated(step => Central(f, x, step), () => f(x), h))
            .Where(table => double.IsFinite(table.Value))];
        (double Value, double Error) best = (double.NaN, double.PositiveInfinity);
        for (int i = 0; i < tables.Length && !(best.Error <= 1e-10 * Math.Abs(best.Value)); i++)
        {
            double apart = tables.Where((_, j) => j != i).Select(other => Math.Abs(other.Value - tables[i].Value))
                .DefaultIfEmpty(double.PositiveInfinity).Min();
            double error = Math.Max(apart, tables[i].Error);
            best = error < best.Error ? (tables[i].Value, error) : best;
        }

        return best;
    }

    /// <summary>
    /// A central difference and its distance to that with half the step, for several steps: the best.
    /// </summary>
    internal static (double Value, double Error) CentralEstimate(Func<double, double> f, double x)
    {
        (double Value, double Error) best = (double.NaN, double.PositiveInfinity);
        for (double h = CentralStep; h > CentralStep / 1000; h /= 8)
        {
            double wide = Central(f, x, h), error = Math.Abs(wide - Central(f, x, h / 2));
            best = error < best.Error ? (wide, error) : best;
        }

        return best;
    }

    /// <summary>f″(x) by the extrapolated (f(x+h) − 2f(x) + f(x−h)) / h², good to about 1e-9 relative.</summary>
    public static double Second(Func<double, double> f, double x)
    {
        ArgumentNullException.ThrowIfNull(f);
        return Extrapolated(h => (f(x + h) - 2 * f(x) + f(x - h)) / (h * h), () => f(x)).Value;
    }

    /// <summary>∇f(x), one coordinate after the other.</summary>
    /// <param name="f">A scalar function of n numbers; it may not keep or change its argument.</param>
    /// <param name="x">[n] where the gradient is taken.</param>
    /// <param name="scheme">Extrapolated, or plain central differences.</param>
    /// <returns>[n] ∂f/∂x.</returns>
    public static double[] Gradient(
        Func<double[], double> f, double[] x, DifferenceScheme scheme = DifferenceScheme.Richardson)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        var gradient = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            Func<double, double> slice = t => f(With(x, i, t));
            gradient[i] = scheme == DifferenceScheme.Richardson ? Richardson(slice, x[i]) : Central(slice, x[i]);
        }

        return gradient;
    }

    /// <summary>The Jacobian J[i, j] = ∂fᵢ/∂xⱼ of a vector function.</summary>
    /// <param name="f">m numbers of n numbers; it may not keep or change its argument.</param>
    /// <param name="x">[n] where the Jacobian is taken.</param>
    /// <param name="scheme">Extrapolated, or plain central differences.</param>
    /// <returns>[m × n].</returns>
    public static double[,] Jacobian(
        Func<double[], double[]> f, double[] x, DifferenceScheme scheme = DifferenceScheme.Richardson)
    {
        ArgumentNullException.ThrowIfNull(f);
        int outputs = f([.. x]).Length;
        var jacobian = new double[outputs, x.Length];
        for (int i = 0; i < outputs; i++)
        {
            double[] row = Gradient(z => f(z)[i], x, scheme);
            for (int j = 0; j < row.Length; j++)
            {
                jacobian[i, j] = row[j];
            }
        }

        return jacobian;
    }

    /// <summary>
    /// The Hessian H[i, j] = ∂²f/∂xᵢ∂xⱼ, symmetric by construction and good to about 1e-9: for convexity checks.
    /// </summary>
    /// <returns>[n × n].</returns>
    public static double[,] Hessian(Func<double[], double> f, double[] x)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        var hessian = new double[x.Length, x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            hessian[i, i] = Second(t => f(With(x, i, t)), x[i]);
            for (int j = 0; j < i; j++)
            {
                double At(double a, double b) => f(With(With(x, i, x[i] + a), j, x[j] + b));
                hessian[i, j] = hessian[j, i] = Extrapolated(
                    h => (At(h, h) - At(h, -h) - At(-h, h) + At(-h, -h)) / (4 * h * h), () => f([.. x])).Value;
            }
        }

        return hessian;
    }

    // The table: row i has step h/2ⁱ, column j is free of error terms up to h²ʲ.
    private static (double Value, double Error) Extrapolated(
        Func<double, double> estimate, Func<double> atPoint, double firstStep = FirstStep)
    {
        double h = StepInsideDomain(estimate, atPoint, firstStep, out double first);
        double result = first, smallestError = double.PositiveInfinity;
        double[] previous = [first];
        for (int i = 1; i < Levels && double.IsFinite(first); i++)
        {
            h /= 2;
            var row = new double[i + 1];
            row[0] = estimate(h);
            for (int j = 1; j <= i; j++)
            {
                row[j] = row[j - 1] + (row[j - 1] - previous[j - 1]) / (Math.Pow(4, j) - 1);
                double error = Math.Max(Math.Abs(row[j] - row[j - 1]), Math.Abs(row[j] - previous[j - 1]));
                if (error <= smallestError)
                {
                    (result, smallestError) = (row[j], error);
                }
            }

            previous = row;
        }

        return (result, smallestError);
    }

    private static double StepInsideDomain(
        Func<double, double> estimate, Func<double> atPoint, double firstStep, out double first)
    {
        double h = firstStep;
        for (int halvings = 0; halvings < DomainHalvings; halvings++, h /= 2)
        {
            try
            {
                first = estimate(h);
                if (double.IsFinite(first))
                {
                    return h;
                }
            }
            catch (ArgumentException)
            {
                // The point itself must be in the domain: otherwise its own exception says why.
                _ = atPoint();
            }
        }

        first = double.NaN;
        return h;
    }

    private static double[] With(double[] x, int index, double value)
    {
        double[] changed = [.. x];
        changed[index] = value;
        return changed;
    }
}
