using Reference.Numerics;

namespace Reference.Verification;

/// <summary>
/// A scalar function of a tensor under check: either f itself, or ⟨upstream, f(x)⟩, whose gradient is what a backward
/// pass computes.
/// </summary>
/// <param name="Value">The function.</param>
/// <param name="Size">
/// The size of the terms it sums, which sets the rounding of its numerical derivative; |f| if not given.
/// </param>
internal sealed record Measurement<TInput>(Func<TInput, double> Value, Func<TInput, double>? Size = null)
    where TInput : notnull
{
    // Short enough for h⁴ truncation, long enough for rounding: both stay below 1e-11.
    private const double DirectionStep = 1.0 / 256;

    public static Measurement<TInput> Along<TOutput>(Func<TInput, TOutput> f, TInput x, TOutput upstream)
        where TOutput : notnull
    {
        ArgumentNullException.ThrowIfNull(f);
        Tensor u = Tensor.Of(upstream, nameof(upstream));
        u.RequireShapeOf(Tensor.Of(f(x), nameof(f)), nameof(upstream), "f(x)");
        RequireSight(u.Values);
        return new(
            z => Dot(u.Values, Elements(f, z)),
            z => Dot([.. u.Values.Select(Math.Abs)], [.. Elements(f, z).Select(Math.Abs)]));
    }

    public GradientReport Smooth(TInput x, TInput analytic) =>
        EveryCoordinate(x, analytic, DifferenceScheme.Richardson, Tolerances.Smooth, Rounding.OfRichardson);

    public GradientReport Kinked(TInput x, TInput analytic, double distanceToNearestKink)
    {
        if (!(distanceToNearestKink >= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(distanceToNearestKink), $"Expected a distance of at least 0; got {distanceToNearestKink}.");
        }

        return distanceToNearestKink < GradientCheck.LeastKinkDistance
            ? GradientReport.Near(
                Subject(Tensor.Of(x, nameof(x))), Tolerances.Kinked, distanceToNearestKink,
                GradientCheck.LeastKinkDistance)
            : EveryCoordinate(x, analytic, DifferenceScheme.Central, Tolerances.Kinked, Rounding.OfCentral);
    }

    public GradientReport Direction(TInput x, TInput analytic, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        (Tensor point, Tensor given) = Checked(x, analytic);
        string subject = $"derivative along a direction of {point.ShapeText}";
        if (!given.Values.All(double.IsFinite))
        {
            return GradientReport.Unusable(subject, Tolerances.Smooth, "the analytic gradient is not finite");
        }

        double[] v = random.Normals(point.Values.Length);
        double length = Math.Sqrt(Dot(v, v));
        double At(double t) => Value(Tensor.Like(x, [.. point.Values.Zip(v, (p, d) => p + t * d / length)]));
        double wide = NumericalDerivative.Central(At, 0, DirectionStep),
            narrow = NumericalDerivative.Central(At, 0, DirectionStep / 2);
        var expected = new Tensor([], [(4 * narrow - wide) / 3]);
        var actual = new Tensor([], [Dot(given.Values, v) / length]);

        // A random direction may be nearly orthogonal to the gradient; ‖g‖/√n, the derivative's typical size, is the
        // scale.
        double typical = Math.Sqrt(Dot(given.Values, given.Values) / Math.Max(1, v.Length));
        double noise = Math.Max(Tolerances.Smooth * typical, Rounding.OfRichardson * SizeAt(x));
        return GradientReport.Compare(subject, actual, expected, Tolerances.Smooth, noise)
            .Or(_ => NumericalDerivative.Estimate(At, 0));
    }

    private GradientReport EveryCoordinate(
        TInput x, TInput analytic, DifferenceScheme scheme, double tolerance, double rounding)
    {
        (Tensor point, Tensor given) = Checked(x, analytic);
        double value = Value(x);
        if (!double.IsFinite(value))
        {
            return GradientReport.Unusable(
                Subject(point), tolerance, $"the function is not finite where its gradient is checked: {value}");
        }

        double[] numeric = NumericalDerivative.Gradient(z => Value(Tensor.Like(x, z)), point.Values, scheme);
        return GradientReport.Compare(
            Subject(point), given, point with { Values = numeric }, tolerance, rounding * SizeAt(x)).Or(i =>
            {
                double At(double t) => Value(Tensor.Like(x, [.. point.Values.Select((v, j) => j == i ? t : v)]));
                return scheme == DifferenceScheme.Richardson
                    ? NumericalDerivative.Estimate(At, point.Values[i])
                    : NumericalDerivative.CentralEstimate(At, point.Values[i]);
            });
    }

    private static (Tensor Point, Tensor Given) Checked(TInput x, TInput analytic)
    {
        Tensor point = Tensor.Of(x, nameof(x)), given = Tensor.Of(analytic, nameof(analytic));
        given.RequireShapeOf(point, nameof(analytic), nameof(x));
        return (point, given);
    }

    private static void RequireSight(double[] upstream)
    {
        if (upstream.Length > 0 && upstream.All(u => u == 0))
        {
            throw new ArgumentException(
                "Expected a random upstream gradient; got zeros, which hide every error.", nameof(upstream));
        }

        if (upstream.Length > 1 && upstream.All(u => u == upstream[0]))
        {
            throw new ArgumentException(
                $"Expected a random upstream gradient; got {upstream[0]} throughout, "
                + "which is blind to softmax and to norms (their outputs have a constant sum).",
                nameof(upstream));
        }
    }

    private double SizeAt(TInput x) => Size is null ? Math.Abs(Value(x)) : Size(x);

    private static string Subject(Tensor x) => $"gradient of {x.ShapeText}";

    private static double[] Elements<TOutput>(Func<TInput, TOutput> f, TInput x)
        where TOutput : notnull => Tensor.Of(f(x), nameof(f)).Values;

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
