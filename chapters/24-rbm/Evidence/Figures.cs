using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.BoltzmannMachines;

/// <summary>The figures, in the order of the README.</summary>
public static class BoltzmannFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("layers", "A restricted Boltzmann machine beside an autoencoder: the machine's weights lead both ways, "
            + "and its hidden units are random.", "S4-195 S4-204", Layers),
        new("estimators", "Estimates of the gradient of a machine of 9 visible and 6 hidden units against the exact "
            + "one: the bias of CD-k, exactly, and the spread of batches of 14. PCD's chains made one sweep a step "
            + "while the machine learned.", "S4-197", Estimators),
        new("learning", "Exact log-likelihood of the 14 bars and stripes of 3 × 3 pixels while machines of 8 hidden "
            + "units learn them. Grey: the entropy of the data, −ln 14, which no model exceeds.", "S4-197", Learning),
        ChapterFigure.Measured("digits", "What 256 hidden units learn from 7,000 digits by CD-1, and digits they have "
            + "not seen, given back.", "S4-195 S4-197 S4-180", "digits"),
        new("annealing",
            "ln Z of a machine of 16 visible and 12 hidden units by annealed importance sampling with 100 "
            + "chains: estimate and two standard errors for each number of temperatures. Grey: by enumeration.",
            "S4-195", Annealing),
        ChapterFigure.Measured("completion", "Lower halves of digits filled in from their upper halves.",
            "S4-032 S4-196", "completion"),
        new("ratings", "Ratings of 24 items by 60 users: what is known, what a machine of stars predicts from it, and "
            + "the ratings behind, 5 stars the darkest. White on the left: not rated.", "S4-194", Ratings),
        new("codes", "Mean squared error of codes of K numbers: on a flat of dimension 3 in ten dimensions, on 24 "
            + "pixels that four signs switch on and off, and on arcs of a ring of 24 pixels.", "S4-198", Codes),
    ];

    private static Figure Layers() =>
        NetworkDiagram.Layers([["v₁", "v₂", "v₃", "v₄"], ["h₁", "h₂", "h₃"]]) is var up ? Layers(up) : null!;

    private static Figure Layers(NetworkDiagram up) => Figure.Grid("Two layers, and three", 2,
    [
        new Panel
        {
            Title = "restricted Boltzmann machine", ShowAxes = false, AspectEqual = true,
            Series = [new NetworkDiagram(up.Nodes, [.. up.Edges, .. up.Edges.Select(e => new Edge(e.To, e.From))])],
        },
        new Panel
        {
            Title = "autoencoder", ShowAxes = false, AspectEqual = true,
            Series =
            [
                NetworkDiagram.Layers(
                    [["x₁", "x₂", "x₃", "x₄"], ["z₁", "z₂", "z₃"], ["x̂₁", "x̂₂", "x̂₃", "x̂₄"]]),
            ],
        },
    ]);

    private static Figure Estimators()
    {
        (BernoulliRbm machine, MatrixView V, MatrixView chains) = GradientStudy.Learned();
        int[] sweeps = [1, 2, 5, 10, 20, 50, 100];
        double[] xs = [.. sweeps.Select(k => (double)k)];
        GradientStudy.Quality[] all = [.. sweeps.Select(k =>
            GradientStudy.OfContrastiveDivergence(machine, V, k))];
        GradientStudy.Quality pcd = GradientStudy.OfChains(machine, V, chains);
        Panel Of(string title, Func<GradientStudy.Quality, double> of) => new()
        {
            Title = title, X = new Axis("sweeps k") { Scale = AxisScale.Log },
            Y = new Axis("relative to the gradient's length") { Min = 0 },
            Series =
            [
                new Line(xs, [.. all.Select(of)]) { Color = ColorOfCd, Width = 2.2, Label = "CD-k" },
                new HorizontalLine(of(pcd)) { Color = ColorOfPcd, Width = 2.2, Label = "PCD" },
            ],
        };
        return Figure.Grid("Bias and spread of estimated gradients", 2,
            [Of("bias", q => q.Bias), Of("spread of one batch", q => q.Spread)]);
    }

    private static readonly Color ColorOfCd = Palette.Blue, ColorOfPcd = Palette.Green;

    private static Figure Learning()
    {
        int[] at = [.. Enumerable.Range(0, 41).Select(i => 50 * i)];
        Line Of(string name, Color color, int sweeps, bool persistent) =>
            new([.. at.Select(s => (double)s)], BarsRun.Likelihoods(sweeps, persistent, at))
            { Color = color, Width = 2.2, Label = name };
        return new("Bars and stripes", new Panel
        {
            X = "steps", Y = "mean ln p(v) in nats",
            Series =
            [
                Of("exact gradient", Palette.Black, 0, false), Of("CD-1", ColorOfCd, 1, false),
                Of("CD-10", Palette.Sky, 10, false), Of("PCD", ColorOfPcd, 1, true),
                new HorizontalLine(-Math.Log(14)) { Color = Palette.Grey },
            ],
        }) { Height = 420, Width = 640 };
    }

    private static Figure Annealing()
    {
        (BernoulliRbm machine, double exact) = AnnealingStudy.Machine();
        int[] counts = [10, 30, 100, 300, 1000];
        PartitionEstimate[] all = [.. counts.Select(n => AnnealingStudy.Estimate(machine, n))];
        double[] xs = [.. counts.Select(n => (double)n)];
        return new("ln Z by annealed importance sampling", new Panel
        {
            X = new Axis("temperatures") { Scale = AxisScale.Log }, Y = "ln Z in nats",
            Series =
            [
                new HorizontalLine(exact) { Color = Palette.Grey, Label = "enumeration" },
                .. all.Select((z, i) => new Line([xs[i], xs[i]],
                    [z.LogPartition - 2 * z.Error, z.LogPartition + 2 * z.Error])
                    { Color = Palette.Blue, Width = 2.2 }),
                new Markers(xs, [.. all.Select(z => z.LogPartition)]) { Color = Palette.Blue, Label = "estimate" },
            ],
        }) { Height = 420, Width = 600 };
    }

    private static Figure Ratings()
    {
        var drawn = Datasets.LowRankRatings.Draw(new RandomStream(4), 24, 60, 2, 0.4);
        RatingSet set = new(drawn.Stars, [], 5, "drawn");
        double[,] predicted = RatingMachine.Predict(set, 12, 150, 1), known = new double[24, 60],
            behind = new double[24, 60];
        for (int at = 0; at < known.Length; at++)
        {
            (int i, int u) = (at / 60, at % 60);
            known[i, u] = drawn.Stars[i, u] > 0 ? drawn.Stars[i, u] : double.NaN;
            behind[i, u] = Math.Clamp(drawn.Scores[i, u], 1, 5);
        }

        return Figure.Grid("A matrix of ratings", 3,
        [
            Stars("known", known), Stars("predicted", predicted), Stars("behind", behind),
        ]) with { Height = 330 };
    }

    private static Panel Stars(string title, double[,] stars) => new()
    {
        Title = title, X = "user", Y = "item", ShowGrid = false,
        Series = [new HeatMap(stars) { Map = ColorMap.Blues, Min = 1, Max = 5, OriginAtTop = true }],
    };

    private static Figure Codes()
    {
        int[] flat = [1, 2, 3, 4, 6, 8], binary = [2, 3, 4, 5, 6, 8];
        Panel Of(string title, int[] sizes, Matrix<double> X, bool bits, int epochs) => new()
        {
            Title = title, X = "numbers in the code", Y = new Axis("mean squared error") { Min = 0 },
            Series =
            [
                new Line([.. sizes.Select(k => (double)k)], [.. sizes.Select(k => CodeStudy.Components(X, k))])
                    { Color = Palette.Vermillion, Width = 2.2, Label = "principal components" },
                new Line([.. sizes.Select(k => (double)k)],
                    [.. sizes.Select(k => CodeStudy.HiddenUnits(X, k, bits, epochs))])
                    { Color = Palette.Blue, Width = 2.2, Label = "hidden probabilities" },
            ],
        };
        return Figure.Grid("Codes of principal components and of hidden units", 3,
        [
            Of("a flat", flat, CodeStudy.Flat, bits: false, 100),
            Of("switched pixels", binary, CodeStudy.Switches, bits: true, 600),
            Of("arcs of a ring", binary, CodeStudy.Arcs, bits: true, 600),
        ]);
    }
}
