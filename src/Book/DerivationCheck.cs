using Reference.Numerics;
using Reference.Verification;

namespace Reference.Book;

/// <summary>Holds a derivation to its word: evaluates it on random inputs and compares every line with the right line before it.</summary>
public static class DerivationCheck
{
    /// <summary>A printed line counts as wrong when it is off by more than this, by norm, on some input: far above any rounding.</summary>
    public const double VisiblyWrong = 1e-3;

    /// <summary>Every broken relation in words; empty when the derivation holds.</summary>
    /// <param name="derivation">The derivation.</param>
    /// <param name="seed">The seed of the random inputs.</param>
    /// <param name="draws">How many random inputs.</param>
    public static IReadOnlyList<string> Failures(Derivation derivation, ulong seed = 1, int draws = 50)
    {
        var failures = new List<string>();
        var random = new RandomStream(seed);
        var worstOfPrinted = new double[derivation.Steps.Count];
        if (derivation.Steps.Count < 2)
        {
            failures.Add($"'{derivation.Name}' has {derivation.Steps.Count} line(s); a derivation has at least two.");
        }

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

                if (!(error <= Tolerance(step.Relation)))
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
            // A printed line that is not even a number is as wrong as can be.
            return RelativeError.ByNorm(before, after);
        }

        double excess = 0;
        for (int i = 0; i < before.Length; i++)
        {
            double over = before[i] - after[i];
            excess = double.IsNaN(over) ? double.PositiveInfinity : Math.Max(excess, over);
        }

        return excess;
    }

    private static double Tolerance(Relation relation) => relation switch
    {
        Relation.NumericallyEqual => Tolerances.Numerical,
        Relation.AtMost => 1e-12,
        _ => Tolerances.Equality,
    };

    private static string Show(double[] values) => string.Join(", ", values.Take(6).Select(v => v.ToString("G6"))) + (values.Length > 6 ? ", …" : "");
}
