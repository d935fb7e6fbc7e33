using Reference.Book;
using Reference.Plotting;

namespace Reference.Optimizers;

/// <summary>The figures of chapter 05.</summary>
public static class OptimizerFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("training-cycle", "The cycle of training; u is the gradient, or an optimizer's direction made from it.",
            "S0-029 S0-031 S0-113", DescentFigures.Cycle),
        new("parabola",
            "Descent on x² with a small, a good and a large learning rate; the large one overshoots at every step.",
            "S3-042 S3-043 S4-004 S4-014 S0-038 S2-083", DescentFigures.Parabola),
        new("contours", "Three learning rates on the error of two weights; darker is larger, the dot is the minimum.",
            "S1-048 S1-084 S1-363 S2-082 S4-070", DescentFigures.Contours),
        new("learning-rates", "The error against steps for a low, a good, a high and a very high learning rate.",
            "S0-036 S1-063 S2-084 S3-042 S3-048", DescentFigures.Rates),
        new("two-minima", "Two starts, two minima: descent from the right ends in the local one.",
            "S1-085 S1-364 S3-041 S3-044 S1-135", DescentFigures.TwoMinima),
        new("saddle",
            "Zero gradient without a minimum: x² − y² has a saddle at 0. Descent from (1, −0.01) goes down to it, and "
            + "then away along y.",
            "S3-040 S1-135", DescentFigures.Saddle),
        new("batches",
            "Full, small and single-sample batches on one exercise: the path of (w, b) and the loss against updates.",
            "S1-143 S1-144 S1-224 S1-337 S2-094 S2-095 S2-096 S3-047 S4-080 S4-081", DescentFigures.BatchPaths),
        new("schedules",
            "Five schedules: η₀/√t of the notes, steps, exponential, cosine, and a warm-up before a cosine.",
            "S1-138 S1-145", DescentFigures.Schedules),
        new("ewma",
            "A noisy series (dots) and its moving averages; their start, with bias correction; and the weights: the "
            + "last 1/(1 − β) values have the share 1 − 1/e.",
            "S2-118", MomentumFigures.Averages),
        new("ravine", "In a narrow ravine momentum damps the oscillation across and speeds up along the floor.",
            "S2-120 S4-156 S1-137", MomentumFigures.Ravine),
        new("race",
            "Optimizers on a ravine and in Rosenbrock's valley, each at a learning rate that suits it.",
            "S2-124 S1-283", MomentumFigures.Race),
        new("valley-paths", "The first 400 steps in Rosenbrock's valley, in the colours of the race.",
            "S2-124", MomentumFigures.Valley),
        new("restarts",
            "Descent from 12 random starts on a function with many minima, and the best result.",
            "S1-136", DescentFigures.Restarts),
    ];

    /// <summary>0, 1, … count.</summary>
    internal static double[] Steps(int count) => [.. Enumerable.Range(0, count + 1).Select(i => (double)i)];

    /// <summary>A panel of the plane between the ends of two axes.</summary>
    internal static Panel Plane(
        string title, string x, (double From, double To) xs, string y, (double From, double To) ys,
        params Series[] series) => new()
    {
        Title = title,
        X = new Axis(x) { Min = xs.From, Max = xs.To },
        Y = new Axis(y) { Min = ys.From, Max = ys.To },
        Series = series,
    };

    /// <summary>A path in the plane as a line with a mark at every point.</summary>
    internal static Series[] Path(double[][] path, Color? color = null)
    {
        double[] x = [.. path.Select(p => p[0])], y = [.. path.Select(p => p[1])];
        Color ink = color ?? ColorOf.Path;
        return [new Line(x, y) { Color = ink, Width = 1.6 }, new Markers(x, y) { Color = ink, Size = 5 }];
    }

    /// <summary>The points of a path on the curve of a function of one variable.</summary>
    internal static Markers OnCurve(IObjective f, double[][] path) =>
        new([.. path.Select(p => p[0])], [.. path.Select(f.Value)]);

    /// <summary>The loss against steps.</summary>
    internal static Line Losses(double[][] path, IObjective f) =>
        new(Steps(path.Length - 1), [.. path.Select(f.Value)]);

    /// <summary>Filled contours, light for a small value and dark for a large one.</summary>
    internal static Contours Contours(IObjective f, (double, double) x, (double, double) y, double[] levels) =>
        Plotting.Contours.Of((a, b) => f.Value([a, b]), x, y, 241, 241)
            with { Filled = true, Levels = levels, Map = ColorMap.Blues };

    /// <summary>Lines of equal value in grey, for paths of several colours.</summary>
    internal static Contours Levels(IObjective f, (double, double) x, (double, double) y, double[] levels) =>
        Contours(f, x, y, levels) with { Filled = false, Color = Palette.Grey, Opacity = 0.7 };
}
