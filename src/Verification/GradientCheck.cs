using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Verification;

/// <summary>
/// Compares analytic gradients with numerical ones. Tensors are <c>double</c>, <c>double[]</c>, <c>double[,]</c>,
/// <c>Vector&lt;double&gt;</c> or <c>Matrix&lt;double&gt;</c>; the gradient has the type and shape of its input. The
/// error is measured by norm, as max|analytic − numeric| over the largest magnitude in the tensor. Where the two
/// disagree the numerical derivative is taken again with other steps, and its own error is estimated: a gradient is
/// wrong only by more than that, and otherwise the check <see cref="GradientReport.CannotJudge"/>.
/// </summary>
/// <example><c>GradientCheck.Smooth(Z => Softmax(Z), Z, upstream, analytic).ThrowIfFailed();</c></example>
public static class GradientCheck
{
    /// <summary>
    /// A draw nearer than this to a kink is rejected: a hundred times the step of the central difference.
    /// </summary>
    public const double LeastKinkDistance = 100 * NumericalDerivative.CentralStep;

    /// <summary>Checks ∂f/∂x of a smooth scalar function, every coordinate, to 1e-8 (Richardson).</summary>
    /// <param name="f">The function; it may not keep or change its argument.</param>
    /// <param name="x">Where the gradient is taken.</param>
    /// <param name="analytic">The gradient to check, of the shape of <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">The shapes differ, or the type is no tensor.</exception>
    public static GradientReport Smooth<TInput>(Func<TInput, double> f, TInput x, TInput analytic)
        where TInput : notnull => new Measurement<TInput>(f).Smooth(x, analytic);

    /// <summary>
    /// Checks ∂⟨upstream, f(x)⟩/∂x of a smooth function of tensors, every coordinate, to 1e-8 (Richardson).
    /// </summary>
    /// <param name="f">The function; it may not keep or change its argument.</param>
    /// <param name="x">Where the gradient is taken.</param>
    /// <param name="upstream">
    /// ∂L/∂f, of the shape of f(x). It must be random: a constant one is refused, as the gradients of softmax and
    /// norms vanish for it.
    /// </param>
    /// <param name="analytic">∂L/∂x, of the shape of <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">
    /// The shapes differ, the type is no tensor, or the upstream is constant.
    /// </exception>
    public static GradientReport Smooth<TInput, TOutput>(
        Func<TInput, TOutput> f, TInput x, TOutput upstream, TInput analytic)
        where TInput : notnull
        where TOutput : notnull => Measurement<TInput>.Along(f, x, upstream).Smooth(x, analytic);

    /// <summary>
    /// Checks ∂f/∂x of a scalar function with kinks, to 1e-6 (central differences), or rejects the draw.
    /// </summary>
    /// <param name="f">The function; it may not keep or change its argument.</param>
    /// <param name="x">Where the gradient is taken.</param>
    /// <param name="analytic">The gradient to check, of the shape of <paramref name="x"/>.</param>
    /// <param name="distanceToNearestKink">
    /// The distance of the nearest coordinate from a kink; below 1e-3 the draw is rejected.
    /// </param>
    /// <exception cref="ArgumentException">The shapes differ, or the type is no tensor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative or NaN.</exception>
    public static GradientReport Kinked<TInput>(
        Func<TInput, double> f, TInput x, TInput analytic, double distanceToNearestKink)
        where TInput : notnull => new Measurement<TInput>(f).Kinked(x, analytic, distanceToNearestKink);

    /// <summary>
    /// Checks ∂⟨upstream, f(x)⟩/∂x of a function of tensors with kinks, to 1e-6 (central differences), or rejects the
    /// draw.
    /// </summary>
    /// <param name="f">The function; it may not keep or change its argument.</param>
    /// <param name="x">Where the gradient is taken.</param>
    /// <param name="upstream">∂L/∂f, of the shape of f(x), random.</param>
    /// <param name="analytic">∂L/∂x, of the shape of <paramref name="x"/>.</param>
    /// <param name="distanceToNearestKink">
    /// The distance of the nearest coordinate from a kink; below 1e-3 the draw is rejected.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The shapes differ, the type is no tensor, or the upstream is constant.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative or NaN.</exception>
    public static GradientReport Kinked<TInput, TOutput>(
        Func<TInput, TOutput> f, TInput x, TOutput upstream, TInput analytic, double distanceToNearestKink)
        where TInput : notnull
        where TOutput : notnull
            => Measurement<TInput>.Along(f, x, upstream).Kinked(x, analytic, distanceToNearestKink);

    /// <summary>
    /// Checks the derivative of a smooth scalar function along one random direction: five evaluations, whatever the
    /// size.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes differ, or the type is no tensor.</exception>
    public static GradientReport Direction<TInput>(
        Func<TInput, double> f, TInput x, TInput analytic, RandomStream random)
        where TInput : notnull => new Measurement<TInput>(f).Direction(x, analytic, random);

    /// <summary>
    /// Checks the derivative of ⟨upstream, f(x)⟩ along one random direction: six evaluations, whatever the size.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The shapes differ, the type is no tensor, or the upstream is constant.
    /// </exception>
    public static GradientReport Direction<TInput, TOutput>(
        Func<TInput, TOutput> f, TInput x, TOutput upstream, TInput analytic, RandomStream random)
        where TInput : notnull
        where TOutput : notnull => Measurement<TInput>.Along(f, x, upstream).Direction(x, analytic, random);

    /// <summary>Checks a Jacobian J[i, j] = ∂fᵢ/∂xⱼ, every entry, to 1e-8 (Richardson).</summary>
    /// <exception cref="ArgumentException">The Jacobian is not [outputs × inputs].</exception>
    public static GradientReport Jacobian(Func<double[], double[]> f, double[] x, double[,] analytic)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        Tensor given = Tensor.Of(analytic, nameof(analytic));
        double[] y = f([.. x]);
        string subject = $"Jacobian {given.ShapeText}";
        if (given.Shape[0] != y.Length || given.Shape[1] != x.Length)
        {
            throw new ArgumentException(
                $"Expected a Jacobian of [{y.Length}×{x.Length}], outputs by inputs; got {given.ShapeText}.",
                nameof(analytic));
        }

        Tensor numeric = Tensor.Of(NumericalDerivative.Jacobian(f, x), nameof(f));
        return GradientReport.Compare(
            subject, given, numeric, Tolerances.Smooth,
            Rounding.OfRichardson * y.Select(Math.Abs).DefaultIfEmpty().Max()).Or(at =>
            {
                (int i, int j) = (at / x.Length, at % x.Length);
                return NumericalDerivative.Estimate(
                    t => f([.. x.Select((v, k) => k == j ? t : v)])[i], x[j]);
            });
    }

    /// <summary>Checks a Jacobian J[i, j] = ∂fᵢ/∂xⱼ, every entry, to 1e-8 (Richardson).</summary>
    /// <exception cref="ArgumentException">The Jacobian is not [outputs × inputs].</exception>
    public static GradientReport Jacobian(
        Func<Vector<double>, Vector<double>> f, Vector<double> x, Matrix<double> analytic)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(analytic);
        return Jacobian(z => f(Vector<double>.Build.Dense(z)).ToArray(), x.ToArray(), analytic.ToArray());
    }

    /// <summary>
    /// Checks that a gradient which is 0 by structure (a shift that softmax ignores, a bias before a norm) is 0
    /// absolutely: at most 1e-12 of the scale of the terms that cancel in it. A comparison by norm would compare
    /// rounding with rounding.
    /// </summary>
    /// <param name="gradient">The gradient, analytic or numeric.</param>
    /// <param name="scale">The size of the terms that cancel; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not positive and finite.</exception>
    public static GradientReport StructurallyZero<T>(T gradient, double scale)
        where T : notnull
    {
        if (scale is not (> 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), $"Expected a finite scale > 0; got {scale}.");
        }

        Tensor given = Tensor.Of(gradient, nameof(gradient));
        Tensor zero = given with { Values = new double[given.Values.Length] };
        double noise = Tolerances.StructurallyZero * scale;
        return GradientReport.Compare(
            $"structurally zero gradient of {given.ShapeText}", given, zero, Tolerances.StructurallyZero, noise);
    }
}
