using Reference.Book;

namespace Reference.Optimizers;

/// <summary>The figures of chapter 05.</summary>
public static class OptimizerFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("training-cycle", "The cycle of training: every pass ends with better parameters and starts again.", "S0-029 S0-031 S0-113", DescentFigures.Cycle),
        new("parabola", "Descent on x²: small steps crawl, good ones arrive, too long ones swing across the minimum.",
            "S3-042 S3-043 S4-004 S4-014 S0-038 S2-083", DescentFigures.Parabola),
        new("contours", "Three learning rates on the error of two weights; darker is larger, the dot is the minimum.",
            "S1-048 S1-084 S1-363 S2-082 S4-070", DescentFigures.Contours),
        new("learning-rates", "The error against steps for a low, a good, a high and a very high learning rate.",
            "S1-063 S2-084 S3-042 S3-048", DescentFigures.Rates),
        new("stability", "On the thermometer's error the limit is 2/λ = 2.277·10⁻⁴: just below it descent goes down, just above it blows up.",
            "S0-036 S0-037", DescentFigures.Stability),
        new("two-minima", "Two starts, two minima: descent from the right is caught in the local one.",
            "S1-085 S1-364 S3-041 S3-044 S1-135", DescentFigures.TwoMinima),
        new("saddle", "Zero gradient without a minimum: the cost 3m² + 2l² + 5ml + 23 is a saddle, and descent drifts away along it.",
            "S3-040 S1-135", DescentFigures.Saddle),
        new("batches", "Full, small and single-sample batches on one exercise: the path of (w, b) and the loss against updates.",
            "S1-143 S1-144 S1-224 S1-337 S2-094 S2-095 S2-096 S3-047 S4-080 S4-081", BatchFigures.Paths),
        new("gradient-noise", "The variance of a batch's gradient falls as 1/B: dots are measured, the line is the variance of one record over B.",
            "S2-097 S1-224", BatchFigures.Noise),
        new("schedules", "Learning rates that change: the notes' η₀/√t, steps, exponential, cosine, and warm-up before a cosine.",
            "S1-138 S1-145", BatchFigures.Schedules),
        new("decay-under-noise", "Single-sample descent on noisy records: a fixed large step never settles, one that falls as 1/√t does.",
            "S1-145 S1-138", BatchFigures.DecayUnderNoise),
        new("ewma", "A noisy series and its moving averages; on the right their start, with bias correction.", "S2-118", MomentumFigures.Averages),
        new("ravine", "In a narrow ravine momentum damps the swings and adds up along the floor.", "S2-120 S4-156 S1-137", MomentumFigures.Ravine),
        new("hump", "Momentum carries over humps where plain descent is caught.", "S1-146 S4-156", MomentumFigures.Hump),
        new("velocity", "The printed velocity rule has γ = 1 and swings for ever; with γ = 0.9 it comes to rest.", "S1-137", MomentumFigures.Velocity),
        new("race", "Optimizers on a ravine and in Rosenbrock's valley, each at a learning rate that suits it.", "S2-124 S1-283", MomentumFigures.Race),
        new("valley-paths", "The paths of the race in Rosenbrock's valley.", "S1-283 S2-124", MomentumFigures.ValleyPaths),
        new("rmsprop", "RMSProp on w²: with β = 0.999 the first steps are 31.6 η long. The path is the same for a loss a thousand times as large.",
            "S2-121 S2-122 S3-061", AdaptiveFigures.RmsProp),
        new("adam-thermometer", "Adam on the thermometer: the first steps are η in both parameters, although their gradients differ 66-fold.",
            "S0-035", AdaptiveFigures.AdamOnThermometer),
        new("printed-adam", "Adam as printed can only lower a weight; Adam finds the minimum from both sides.", "S2-123", AdaptiveFigures.PrintedAdam),
        new("clipping", "Against instability: clipping by norm keeps the direction of a gradient, clipping by value may turn it.",
            "S0-036", AdaptiveFigures.Clipped),
        new("restarts", "Descent from 12 random starts on a landscape full of minima, and the best loss so far.", "S1-136", AdaptiveFigures.Restarts),
    ];
}
