using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Reference.Book;
using Reference.Classification;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Autoencoders;

/// <summary>The figures of the chapter.</summary>
public static class AutoencoderFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("axes", "Two principal axes; the notes' code along the diagonal, where (1, 0) becomes (½, ½); and a "
            + "linear "
            + "autoencoder that descends to the principal components in ten dimensions.",
            "S3-238 S4-169 S4-171 S4-172 S4-173", Axes),
        new("hourglass", "An autoencoder 6-4-2-4-6: encoder, code and decoder.", "S4-203 S3-240 S2-015", Hourglass),
        new("curve", "Points along half a circle, each rebuilt from one number: by the first principal component on a "
            + "line, by 2-12-1-12-2 on a curve.", "S3-241", Curve),
        ChapterFigure.Measured("sizes",
            "Held-out error a pixel of digits by the size of the code, and held-out digits "
            + "rebuilt from 2 and 16 numbers.", "S3-244 S4-205 S4-174 S4-202", "sizes"),
        ChapterFigure.Measured("damage",
            "Digits with noise and with holes, and what networks trained with and without "
            + "damage make of them.", "S4-031 S3-243", "damage"),
        new("constraint", "Reconstructions that should stay out of a disc: the penalty's weight buys feasibility with "
            + "error.", "S3-170", Constraint),
        ChapterFigure.Measured("codes", "Held-out digits in codes of two numbers: by principal components, and by an "
            + "autoencoder trained plainly, on pairs, and with labels.", "S4-202 S3-173 S3-175 S3-176 S3-177",
            "codes"),
        new("outliers", "Three flat clusters in ten dimensions and outliers off their plane: the reconstruction error "
            + "tells them apart, the distance from the nearest centre less so.", "S3-174 S4-174", Outliers),
        ChapterFigure.Measured("holes", "Codes of two numbers of a convolutional autoencoder, and the images between "
            + "them.", "S3-245 S4-199", "holes"),
        new("dimensions", "Distances of 1,000 random points of a cube from one of them, over their mean; and the rate "
            + "m^(−p/(2p + d)) for p = 2.", "S4-200 S4-201", Dimensions),
    ];

    private static Figure Axes()
    {
        Matrix<double> X = Toys.Ellipsoid(2, 150, 0.35, new(4));
        Pca pca = PcaEquations.ByCovariance(X, 2);
        double[,] points = { { 1, 1, -0.5, 0.3, -1.2 }, { 1, 0, 1, 1.4, -0.4 } };
        double[][] x = [.. Enumerable.Range(0, 5).Select(n => points.Column(n))];
        double[][] x̂ = [.. x.Select(p => Toys.OnDiagonal(p).x̂)];
        var (excess, angle) = Descent();
        double[] steps = [.. Enumerable.Range(1, excess.Length).Select(t => (double)t)];
        return Figure.Grid("Principal components", 3,
        [
            new Panel
            {
                Title = "principal axes", X = "x₁", Y = "x₂", AspectEqual = true,
                Series =
                [
                    Points(X, ColorOf.Data) with { Size = 4 },
                    .. Enumerable.Range(0, 2).SelectMany(c => Axis(pca, c)),
                ],
            },
            new Panel
            {
                Title = "W = [1/√2, 1/√2]", X = new("x₁") { Min = -1.6, Max = 1.6 },
                Y = new("x₂") { Min = -1.3, Max = 1.7 }, AspectEqual = true,
                Series =
                [
                    new SlopedLine(1, -1, 0) { Color = Palette.Grey, Label = "x̂ = Wᵀz" },
                    .. x.Zip(x̂, (from, to) => new Line([from[0], to[0]], [from[1], to[1]])
                        { Color = Palette.Grey, Style = LineStyle.Dotted }),
                    new Markers([.. x.Select(p => p[0])], [.. x.Select(p => p[1])])
                        { Color = ColorOf.Data, Label = "x" },
                    new Markers([.. x̂.Select(p => p[0])], [.. x̂.Select(p => p[1])])
                        { Color = Palette.Vermillion, Filled = false, Size = 10, Label = "x̂" },
                ],
            },
            new Panel
            {
                Title = "descent to them", X = "step", Y = new("difference") { Scale = AxisScale.Log },
                Series =
                [
                    new Line(steps, excess) { Color = Palette.Blue, Label = "loss above theirs" },
                    new Line(steps, angle) { Color = Palette.Vermillion, Label = "angle (radians)" },
                ],
            },
        ]);
    }

    // Two deviations along a component.
    private static Series[] Axis(Pca pca, int c)
    {
        Vector<double> v = 2 * Math.Sqrt(pca.Variances[c]) * pca.Components.Column(c), μ = pca.Mean.Column(0);
        Vector<double> name = μ + (1 + 0.45 / v.L2Norm()) * v;
        return
        [
            new Arrow(μ[0], μ[1], μ[0] + v[0], μ[1] + v[1]) { Color = Palette.Vermillion, Width = 2.5 },
            new Annotation(name[0], name[1], $"2√λ{Sub(c + 1)}") { Color = Palette.Vermillion },
        ];
    }

    // Ten dimensions, a code of three.
    private static (double[] Excess, double[] Angle) Descent()
    {
        Matrix<double> X = Toys.Ellipsoid(10, 100, 0.8, new(1));
        Pca pca = PcaEquations.ByCovariance(X, 3);
        double least = DigitAutoencoders.Error(pca, X);
        List<double> excess = [], angle = [];
        Toys.Descend(X, 3, 800, 2, (G, L) =>
        {
            excess.Add(Math.Max(L - least, 1e-17));
            angle.Add(PcaEquations.Angle(G.QR(QRMethod.Thin).Q, pca.Components));
        });
        return ([.. excess], [.. angle]);
    }

    private static Figure Hourglass()
    {
        int[] sizes = [6, 4, 2, 4, 6];
        NetworkDiagram network = NetworkDiagram.Layers([.. sizes.Select((size, l) =>
            Enumerable.Range(1, size).Select(i => l switch { 0 => $"x{Sub(i)}", 2 => $"z{Sub(i)}", 4 => $"x̂{Sub(i)}",
                _ => "" }).ToArray())]);
        return new("An autoencoder", new Panel
        {
            ShowAxes = false, ShowGrid = false,
            Series =
            [
                network, new Annotation(2, -3.3, "encoder f"), new Annotation(4, -1.6, "code z"),
                new Annotation(6, -3.3, "decoder g"),
            ],
        }) { Width = 620, Height = 420 };
    }

    private static char Sub(int i) => "₀₁₂₃₄₅₆"[i];

    private static Figure Curve()
    {
        Matrix<double> X = Toys.Arc(120, 0.06, new(3));
        Pca pca = PcaEquations.ByCovariance(X, 1);
        Matrix<double> line = pca.Reconstruct(pca.Project(X)), curve = Toys.Curve(X, 1500, 1).Forward(X);
        Panel Of(string name, Matrix<double> X̂) => new()
        {
            Title = $"{name}: error {AutoencoderEquations.Loss(X̂, X):0.0000}", X = "x₁",
            Y = new("x₂") { Min = -0.3, Max = 1.3 }, AspectEqual = true,
            Series =
            [
                Points(X, ColorOf.Data) with { Size = 4, Label = "x" },
                Points(X̂, ColorOf.Fit) with { Size = 5, Label = "x̂" },
            ],
        };
        return Figure.Grid("One number for two", 2, [Of("first component", line), Of("2-12-1-12-2", curve)])
            with { Height = 370 };
    }

    private static readonly Lazy<(double β, Matrix<double> X̂, double Violation, double Error)[]> s_constrained =
        new(() =>
    {
        Matrix<double> X = Toys.Arc(80, 0.06, new(3));
        Constraint outside = Toys.Outside(1.1);
        return [.. new[] { 0, 0.01, 0.1, 1, 10 }.Select(β =>
        {
            Matrix<double> X̂ = Toys.Curve(X, 600, 1, penalty: new(β, outside)).Forward(X);
            return (β, X̂, X̂.EnumerateColumns().Average(x => Math.Max(0, outside(x.ToArray(), new double[2]))),
                AutoencoderEquations.Loss(X̂, X));
        })];
    });

    private static Figure Constraint()
    {
        var runs = s_constrained.Value;
        double[] angles = [.. Enumerable.Range(0, 101).Select(i => Math.PI * i / 100)];
        double[] β = [.. runs.Select(run => Math.Max(run.β, 1e-3))];
        return Figure.Grid("A constraint on the output: ‖x̂‖ ≥ 1.1", 2,
        [
            new Panel
            {
                Title = "reconstructions", X = "x₁", Y = new("x₂") { Min = -0.3, Max = 1.4 }, AspectEqual = true,
                Series =
                [
                    Points(Toys.Arc(80, 0.06, new(3)), ColorOf.Data) with { Size = 4, Label = "x" },
                    new Line([.. angles.Select(t => 1.1 * Math.Cos(t))], [.. angles.Select(t => 1.1 * Math.Sin(t))])
                        { Color = Palette.Grey, Style = LineStyle.Dashed, Label = "edge of the disc" },
                    Points(runs[0].X̂, Palette.Blue) with { Size = 5, Label = "β = 0" },
                    Points(runs[^1].X̂, Palette.Vermillion) with { Size = 5, Label = "β = 10" },
                ],
            },
            new Panel
            {
                Title = "by the weight of the penalty", X = new("weight β")
                {
                    Scale = AxisScale.Log,
                    Ticks = [.. β.Select((at, i) => new Tick(at, i == 0 ? "0" : $"{at}"))],
                },
                Y = new("mean") { Min = 0 },
                Series =
                [
                    new Line(β, [.. runs.Select(run => run.Violation)])
                        { Color = Palette.Vermillion, Label = "violation max(0, c)" },
                    new Line(β, [.. runs.Select(run => run.Error)]) { Color = Palette.Blue, Label = "squared error" },
                ],
            },
        ]);
    }

    private static Figure Outliers()
    {
        (Matrix<double> X, int[] labels) = Toys.Clusters(300, 30, new(7));
        Matrix<double> ordinary = X.SubMatrix(0, 10, 0, 300);
        Pca pca = PcaEquations.ByCovariance(ordinary, 2);
        double[] errors = Anomalies.Errors(X, pca.Reconstruct(pca.Project(X)));
        KMeans clusters = KMeans.Of(ordinary, 3, new(8));
        double[] far = [.. X.EnumerateColumns().Select(x =>
            clusters.Centres.EnumerateColumns().Min(c => (x - c).L2Norm()))];
        Matrix<double> Z = pca.Project(X);
        Markers Kind(int label, Color color, string name) => Points(Matrix<double>.Build.DenseOfColumnVectors(
            Enumerable.Range(0, labels.Length).Where(n => labels[n] == label).Select(Z.Column)), color)
            with { Size = 4.5, Label = name, Filled = label == 0 };
        double[] edges = [.. Enumerable.Range(0, 41).Select(i => i * errors.Max() / 40)];
        Histogram Bars(int label, Color color, string name) =>
            new([.. errors.Where((_, n) => labels[n] == label)], edges)
            { Color = color, Opacity = 0.7, Label = name };
        Line Roc(double[] scores, Color color, string name) => Toys.Roc(scores, labels) is var (curve, area)
            ? new([.. curve.Points.Select(p => p.FalsePositiveRate)],
                [.. curve.Points.Select(p => p.TruePositiveRate)])
                { Color = color, Steps = true, Label = $"{name}, area {area:0.00}" }
            : throw new InvalidOperationException();
        return Figure.Grid("Outliers among three clusters", 3,
        [
            new Panel
            {
                Title = "codes of two numbers", X = "z₁", Y = "z₂", AspectEqual = true,
                Series = [Kind(0, Palette.Blue, "ordinary"), Kind(1, Palette.Vermillion, "outliers")],
            },
            new Panel
            {
                Title = "reconstruction error", X = "‖x − x̂‖", Y = "samples",
                Series =
                [
                    Bars(0, Palette.Blue, "ordinary"), Bars(1, Palette.Vermillion, "outliers"),
                    new VerticalLine(Anomalies.Threshold(errors[..300], 0.99)) { Label = "99 % of the ordinary" },
                ],
            },
            new Panel
            {
                Title = "ROC", X = "false positive rate", Y = "true positive rate",
                Series =
                [
                    Roc(errors, Palette.Blue, "reconstruction error"),
                    Roc(far, Palette.Green, "distance from a centre"),
                ],
            },
        ]);
    }

    private static Figure Dimensions()
    {
        (int d, Color Color)[] of = [(2, Palette.Sky), (10, Palette.Blue), (100, Palette.Black)];
        double[] edges = [.. Enumerable.Range(0, 61).Select(i => i / 30.0)];
        return Figure.Grid("The curse of dimensionality", 2,
        [
            new Panel
            {
                Title = "distances", X = "distance over the mean distance", Y = "density",
                Series =
                [
                    .. of.Select(one =>
                    {
                        double[] distances = Toys.Distances(one.d, 1000, new(5));
                        double mean = distances.Average();
                        return new Histogram([.. distances.Select(v => v / mean)], edges)
                        {
                            Color = one.Color, Opacity = 0.6, Density = true,
                            Label = $"d = {one.d}: contrast {ScalarDimensions.Contrast(distances):0.0}",
                        };
                    }),
                ],
            },
            new Panel
            {
                Title = "rate", X = new("number of points, m") { Scale = AxisScale.Log },
                Y = new("m^{−p/(2p + d)}") { Scale = AxisScale.Log },
                Series =
                [
                    .. new[] { 1, 2, 10, 100 }.Select((d, i) =>
                    {
                        double[] m = [.. Enumerable.Range(0, 25).Select(j => Math.Pow(10, j / 4.0))];
                        return new Line(m, [.. m.Select(count => ScalarDimensions.Rate(count, 2, d))])
                            { Color = ColorOf.Time(i, 4), Label = $"d = {d}" };
                    }),
                ],
            },
        ]);
    }

    private static Markers Points(Matrix<double> X, Color color) =>
        new([.. X.Row(0)], [.. X.Row(1)]) { Color = color };
}
