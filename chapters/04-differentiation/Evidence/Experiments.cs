using System.Diagnostics;
using Reference.Book;
using Spectre.Console;

namespace Reference.Differentiation;

/// <summary>What chapter 04 measures.</summary>
public static class DifferentiationExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("step-size", "At which step is each difference quotient best, and how good is it there?", StepSizes),
        new("million-sums", "How much faster is a vectorized sum of a million numbers than a loop over boxed ones?", Race),
    ];

    /// <summary>The error of each scheme on eˣ at 1 for one step.</summary>
    /// <param name="Step">The step h.</param>
    /// <param name="Forward">The relative error of the forward difference.</param>
    /// <param name="Central">The relative error of the central difference.</param>
    /// <param name="Richardson">The relative error of the extrapolation.</param>
    public readonly record struct ErrorAt(double Step, double Forward, double Central, double Richardson);

    /// <summary>Relative errors on eˣ at 1, where f and all its derivatives are e, for steps from 10⁻¹⁴ to 1. S2-053.</summary>
    /// <param name="perDecade">How many steps each decade has.</param>
    public static IReadOnlyList<ErrorAt> MeasureErrors(int perDecade)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perDecade);
        return [.. Enumerable.Range(0, 14 * perDecade + 1).Select(i =>
        {
            double h = Math.Pow(10, -14 + (double)i / perDecade);
            return new ErrorAt(
                h, Off(DifferenceQuotients.Forward(Math.Exp, 1, h)), Off(DifferenceQuotients.Central(Math.Exp, 1, h)),
                Off(DifferenceQuotients.Richardson(Math.Exp, 1, h)));
        })];

        static double Off(double slope) => Math.Abs(slope - Math.E) / Math.E;
    }

    private static void StepSizes(ExperimentRun run)
    {
        // Single errors scatter, and one may be 0 by luck: the largest of a tenth of a decade stands for its steps.
        const int PerDecade = 100;
        ErrorAt[][] tenths = [.. MeasureErrors(PerDecade).Chunk(PerDecade / 10)];
        var table = new Table().AddColumns("scheme", "best step predicted (4.20)", "best step measured", "relative error there");
        foreach ((string name, double predicted, Func<ErrorAt, double> error) in new (string, double, Func<ErrorAt, double>)[]
        {
            ("forward", BestStep.Forward(Math.E, Math.E), e => e.Forward),
            ("central", BestStep.Central(Math.E, Math.E), e => e.Central),
            ("Richardson", BestStep.Richardson(Math.E, Math.E), e => e.Richardson),
        })
        {
            ErrorAt[] best = tenths.MinBy(steps => steps.Max(error))!;
            table.AddRow(name, $"{predicted:0.0E+0}", $"{best[best.Length / 2].Step:0.0E+0}", $"{best.Max(error):0.0E+0}");
        }

        run.Print(table);
        run.Write("step-size-error-100", StepFigures.ErrorFigure(MeasureErrors(PerDecade)));
    }

    private static void Race(ExperimentRun run)
    {
        const int Million = 1_000_000;
        const int Rounds = 5;
        double[] a = [.. Enumerable.Range(0, Million).Select(i => (double)i)];
        object[] boxed = [.. a.Cast<object>()];
        (string Name, Action Work)[] runners =
        [
            ("boxed numbers in a list", () => MillionSums.Boxed(boxed, boxed)),
            ("an array, one by one", () => MillionSums.OneByOne(a, a)),
            ("an array, vectorized", () => MillionSums.Vectorized(a, a)),
        ];
        double[] best = [.. runners.Select((runner, place) => Enumerable.Range(0, Rounds).Min(round =>
        {
            run.Progress(place * Rounds + round, runners.Length * Rounds);
            long start = Stopwatch.GetTimestamp();
            runner.Work();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }))];
        var table = new Table().AddColumns("a million sums", "ms, best of 5", "times faster");
        for (int i = 0; i < runners.Length; i++)
        {
            table.AddRow(runners[i].Name, $"{best[i]:0.00}", $"{best[0] / best[i]:0.0}");
        }

        run.Print(table);
    }
}
