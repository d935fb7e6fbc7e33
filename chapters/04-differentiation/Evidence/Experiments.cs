using System.Diagnostics;
using System.Numerics;
using Reference.Book;
using Spectre.Console;

namespace Reference.Differentiation;

/// <summary>The measurements of chapter 04.</summary>
public static class DifferentiationExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("step-size", "At which step is each difference quotient best, and how good is it there?", StepSizes),
        new("million-sums", "How much faster is a vectorized sum of a million numbers than a loop over boxed ones?",
            CompareSums),
    ];

    /// <summary>The relative errors of the three quotients on eˣ at 1 for one step.</summary>
    public readonly record struct ErrorAt(double Step, double Forward, double Central, double Richardson);

    /// <summary>Relative errors on eˣ at 1, where all derivatives are e, for steps from 10⁻¹⁴ to 1. S2-053.</summary>
    public static IReadOnlyList<ErrorAt> MeasureErrors(int perDecade)
    {
        return [.. Enumerable.Range(0, 14 * perDecade + 1).Select(i =>
        {
            double h = Math.Pow(10, -14 + (double)i / perDecade);
            return new ErrorAt(h, Error(DifferenceQuotients.Forward, h), Error(DifferenceQuotients.Central, h),
                Error(DifferenceQuotients.Richardson, h));
        })];

        static double Error(Func<Func<double, double>, double, double, double> derivative, double h) =>
            Math.Abs(derivative(Math.Exp, 1, h) - Math.E) / Math.E;
    }

    private static void StepSizes(ExperimentRun run)
    {
        // Single errors scatter, and one may be 0 by luck: the largest of a tenth of a decade stands for its steps.
        const int PerDecade = 100;
        ErrorAt[][] tenths = [.. MeasureErrors(PerDecade).Chunk(PerDecade / 10)];
        var table = new Table().AddColumns(
            "scheme", "best step predicted (4.15)", "best step measured", "relative error there");
        Add("forward", BestStep.Forward(Math.E, Math.E), e => e.Forward);
        Add("central", BestStep.Central(Math.E, Math.E), e => e.Central);
        Add("Richardson", BestStep.Richardson(Math.E, Math.E), e => e.Richardson);
        run.Print(table);
        run.Write("step-size-error-100", DifferentiationFigures.StepErrors(MeasureErrors(PerDecade)));

        void Add(string name, double predicted, Func<ErrorAt, double> error)
        {
            ErrorAt[] best = tenths.MinBy(steps => steps.Max(error))!;
            table.AddRow(name, $"{predicted:0.0E+0}", $"{best[best.Length / 2].Step:0.0E+0}",
                $"{best.Max(error):0.0E+0}");
        }
    }

    private static void CompareSums(ExperimentRun run)
    {
        const int Million = 1_000_000;
        const int Rounds = 5;
        double[] a = [.. Enumerable.Range(0, Million).Select(i => (double)i)];
        object[] boxed = [.. a.Cast<object>()];
        (string Name, Action Work)[] sums =
        [
            ("boxed numbers in a list", () => SumBoxed(boxed, boxed)),
            ("an array, vectorized", () => SumVectorized(a, a)),
        ];
        double[] best = [.. sums.Select((sum, place) => Enumerable.Range(0, Rounds).Min(round =>
        {
            run.Progress(place * Rounds + round, sums.Length * Rounds);
            long start = Stopwatch.GetTimestamp();
            sum.Work();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }))];
        var table = new Table().AddColumns("a million sums", "ms, best of 5", "times faster");
        for (int i = 0; i < sums.Length; i++)
        {
            table.AddRow(sums[i].Name, $"{best[i]:0.00}", $"{best[0] / best[i]:0.0}");
        }

        run.Print(table);
    }

    /// <summary>Sums of boxed numbers, as in a Python list, S0-042. // [n]</summary>
    public static IReadOnlyList<object> SumBoxed(IReadOnlyList<object> a, IReadOnlyList<object> b) =>
        [.. a.Zip(b, (x, y) => (object)((double)x + (double)y))];

    /// <summary>As many sums at once as the processor's registers hold, S0-042. // [n]</summary>
    public static double[] SumVectorized(double[] a, double[] b)
    {
        var sums = new double[a.Length];
        int i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(a, i) + new Vector<double>(b, i)).CopyTo(sums, i);
        }

        for (; i < a.Length; i++)
        {
            sums[i] = a[i] + b[i];
        }

        return sums;
    }
}
