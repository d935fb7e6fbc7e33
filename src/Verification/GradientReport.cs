namespace Reference.Verification;

/// <summary>
/// The result of a gradient check: the verdict, and the coordinate where analytic and numerical derivative differ
/// most.
/// </summary>
public sealed class GradientReport
{
    private readonly string _subject;
    private readonly string? _objection;
    private (Tensor Analytic, Tensor Numeric, double Noise)? _compared;

    private GradientReport(string subject, double tolerance, string? objection)
        => (_subject, Tolerance, _objection) = (subject, tolerance, objection);

    /// <summary>The gradients were compared and agree. False for a rejected draw, which proves nothing.</summary>
    public bool Passed => !Rejected && _objection is null && Error <= Tolerance;

    /// <summary>The draw was too near a kink: nothing was compared. Draw again.</summary>
    public bool Rejected { get; private init; }

    /// <summary>
    /// They disagree, but by no more than the numerical derivative is itself in error: neither right nor wrong.
    /// </summary>
    public bool CannotJudge { get; private init; }

    /// <summary>
    /// max|analytic − numeric| over the largest magnitude in the tensor; +∞ where something is NaN or infinite.
    /// </summary>
    public double Error { get; private init; }

    /// <summary>The error up to which the check passes.</summary>
    public double Tolerance { get; }

    /// <summary>Where the two differ most: [] for a scalar, [i], or [row, column].</summary>
    public IReadOnlyList<int> WorstIndex { get; private init; } = [];

    /// <summary>The analytic derivative at the worst coordinate.</summary>
    public double Analytic { get; private init; }

    /// <summary>The numerical derivative at the worst coordinate.</summary>
    public double Numeric { get; private init; }

    /// <summary>
    /// Throws if the gradients were compared and disagree; a rejected draw does not throw. Returns the report itself.
    /// </summary>
    /// <exception cref="GradientMismatchException">The check failed; the message is the report.</exception>
    /// <exception cref="ArithmeticException">It cannot judge; the message is the report.</exception>
    public GradientReport ThrowIfFailed()
        => Passed || Rejected ? this
            : throw (CannotJudge ? new ArithmeticException(ToString()) : new GradientMismatchException(ToString()));

    /// <summary>The report in one line: subject, worst coordinate, both derivatives, error and tolerance.</summary>
    public override string ToString()
    {
        if (_objection is not null)
        {
            return $"{_subject}: {_objection}";
        }

        string worst = WorstIndex.Count == 0 ? "" : $"worst at [{string.Join(",", WorstIndex)}]: ";
        return $"{_subject}: {worst}analytic {Analytic:G17}, numeric {Numeric:G17}, "
            + $"error {Error:G3} {(Passed ? "≤" : ">")} tolerance {Tolerance:G3}";
    }

    internal static GradientReport Near(string subject, double tolerance, double distance, double least) =>
        new(subject, tolerance, $"rejected, the nearest kink is {distance:G3} away and a fair draw needs {least:G3}")
        { Rejected = true };

    internal static GradientReport Unusable(string subject, double tolerance, string objection) =>
        new(subject, tolerance, objection) { Error = double.PositiveInfinity };

    /// <summary>
    /// Compares by norm. Differences below <paramref name="noise"/>, the rounding of the numerical derivative itself,
    /// do not count.
    /// </summary>
    internal static GradientReport Compare(
        string subject, Tensor analytic, Tensor numeric, double tolerance, double noise)
    {
        int worst = 0;
        double difference = 0, magnitude = 0;
        for (int i = 0; i < analytic.Values.Length; i++)
        {
            double a = analytic.Values[i], n = numeric.Values[i];
            if (!double.IsFinite(a) || !double.IsFinite(n))
            {
                string side = double.IsFinite(a) ? "numeric" : "analytic";
                return new(
                    subject, tolerance,
                    $"the {side} derivative at [{string.Join(",", analytic.IndexOf(i))}] is not finite: "
                    + $"analytic {a}, numeric {n}")
                {
                    Error = double.PositiveInfinity,
                    WorstIndex = analytic.IndexOf(i),
                    Analytic = a,
                    Numeric = n,
                    _compared = analytic.Values.All(double.IsFinite) ? (analytic, numeric, noise) : null,
                };
            }

            magnitude = Math.Max(magnitude, Math.Max(Math.Abs(a), Math.Abs(n)));
            if (Math.Abs(a - n) > difference)
            {
                (worst, difference) = (i, Math.Abs(a - n));
            }
        }

        bool empty = analytic.Values.Length == 0;
        double scale = Math.Max(magnitude, noise / tolerance);
        return new(subject, tolerance, null)
        {
            Error = difference == 0 ? 0 : difference / scale,
            WorstIndex = empty ? [] : analytic.IndexOf(worst),
            Analytic = empty ? 0 : analytic.Values[worst],
            Numeric = empty ? 0 : numeric.Values[worst],
            _compared = (analytic, numeric, noise),
        };
    }

    /// <summary>
    /// The verdict where the two disagree: every coordinate that does is differentiated again, by a function that
    /// gives the derivative and its own error. The gradient is wrong where it is off by more than ten of those errors.
    /// </summary>
    internal GradientReport Or(Func<int, (double Value, double Error)> again)
    {
        if (Passed || _compared is not var (analytic, numeric, noise))
        {
            return this;
        }

        double[] better = [.. numeric.Values], own = new double[better.Length], judged = [.. better];
        double scale = analytic.Values.Concat(numeric.Values).Where(double.IsFinite).Select(Math.Abs)
            .Append(noise / Tolerance).Max();
        for (int i = 0; i < better.Length; i++)
        {
            double a = analytic.Values[i];
            if (!(Math.Abs(a - better[i]) <= Tolerance * scale))
            {
                (better[i], own[i]) = again(i);
                judged[i] = Math.Abs(a - better[i]) <= 10 * own[i] ? a : better[i];
            }
        }

        // Where its own error decides, a coordinate agrees with itself: what is left is proved.
        GradientReport proved = Compare(_subject, analytic, numeric with { Values = judged }, Tolerance, noise);
        GradientReport all = Compare(_subject, analytic, numeric with { Values = better }, Tolerance, noise);
        return !proved.Passed || all.Passed ? (proved.Passed ? all : proved) : all.Doubtful(own, analytic, better);
    }

    private GradientReport Doubtful(double[] own, Tensor analytic, double[] numeric)
    {
        int worst = Enumerable.Range(0, own.Length).MaxBy(i => own[i]);
        return new(_subject, Tolerance,
            $"cannot judge: the numeric derivative at [{string.Join(",", analytic.IndexOf(worst))}] is "
            + (double.IsFinite(numeric[worst]) ? $"in error by about {own[worst]:G3} itself" : "not finite")
            + $": analytic {analytic.Values[worst]:G17}, numeric {numeric[worst]:G17}; no step is short enough for "
            + "the function and long enough for rounding")
        {
            CannotJudge = true,
            Error = Error,
            WorstIndex = analytic.IndexOf(worst),
            Analytic = analytic.Values[worst],
            Numeric = numeric[worst],
        };
    }
}
