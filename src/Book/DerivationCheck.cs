using Reference.Numerics;
using Reference.Verification;

namespace Reference.Book;

/// <summary>Checks a derivation: evaluates it on random inputs and compares every line with the right line before
/// it.</summary>
public static class DerivationCheck
{
    /// <summary>A printed line counts as wrong when it is off by more than this, by norm, on some input: far above any
    /// rounding.</summary>
    public const double VisiblyWrong = 1e-3;

    /// <summary>Every broken relation in words; empty when the derivation holds.</summary>
    /// <param name="derivation">The derivation.</param>
    /// <param name="seed">The seed of the random inputs.</param>
    /// <param name="draws">How many random inputs.</param>
    public static IReadOnlyList<string> Failures(Derivation derivation, ulong seed = 1, int draws = 50)
    {
        if (derivation.Steps.Count < 2)
        {
            return [$"'{derivation.Name}' has {derivation.Steps.Count} line(s); a derivation has at least two."];
        }

        var failures = new List<string>();
        var random = new RandomStream(seed);
        var worstOfPrinted = new double[derivation.Steps.Count];
        for (int draw = 0; draw < draws; draw++)
        {
            IReadOnlyList<double[]> values = derivation.Evaluate(random);
            double[] before = values[0];
            for (int i = 1; i < values.Count; i++)
            {
                DerivationStep step = derivation.Steps[i];
                double error = Error(step.Relation, before, values[i]);
                if (step.Relation == Relation.PrintedButWrong)
                {
                    worstOfPrinted[i] = Math.Max(worstOfPrinted[i], error);
                    continue;
                }

                if (!(error <= (step.Relation == Relation.NumericallyEqual ? Tolerances.Numerical
                    : Tolerances.Equality)))
                {
                    failures.Add(
                        $"'{derivation.Name}', line {i + 1}, {step.Latex}: "
                        + $"[{Show(before)}] {step.Sign} [{Show(values[i])}] fails by {error:G3} on draw {draw}.");
                }

                before = values[i];
            }
        }

        for (int i = 1; i < worstOfPrinted.Length; i++)
        {
            if (derivation.Steps[i].Relation == Relation.PrintedButWrong && worstOfPrinted[i] < VisiblyWrong)
            {
                failures.Add(
                    $"'{derivation.Name}', line {i + 1}, {derivation.Steps[i].Latex}: listed as an erratum, "
                    + $"but it agrees to {worstOfPrinted[i]:G3} on every draw.");
            }
        }

        return failures;
    }

    private static double Error(Relation relation, double[] before, double[] after)
    {
        if (before.Length != after.Length)
        {
            return double.PositiveInfinity;
        }

        if (relation != Relation.AtMost)
        {
            // A printed line that gives NaN counts as wrong.
            return RelativeError.ByNorm(before, after);
        }

        if (!before.Concat(after).All(double.IsFinite))
        {
            return double.PositiveInfinity;
        }

        // By norm too: where a bound is attained its two sides are equal, and rounding must not decide.
        double excess = before.Zip(after, (b, a) => b - a).Append(0).Max();
        return excess > 0 ? excess / before.Concat(after).Max(Math.Abs) : 0;
    }

    private static string Show(double[] values) =>
        string.Join(", ", values.Take(6).Select(v => v.ToString("G6"))) + (values.Length > 6 ? ", …" : "");
}
