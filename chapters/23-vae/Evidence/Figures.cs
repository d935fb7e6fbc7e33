using MathNet.Numerics.Statistics;
using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;
using Reference.Verification;

namespace Reference.VariationalAutoencoders;

/// <summary>The figures, in the order of the README.</summary>
public static class VaeFigures
{
    private const double Noise = 0.5; // η² of the linear decoder

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("divergence", "The divergence from the prior by σ, as it is and with the standard deviation in equation "
            + "(34); and over mean and log-variance, with lines at 0.1, 0.5, 1, 2, 4 and 8 nats and a dot for the "
            + "prior.", "S3-250 S3-247",
            Divergence),
        new("estimators", "Two estimators of one gradient: standard deviation of a single estimate by the number of "
            + "latent units, and the mean of many estimates for 16 units.", "S3-251 S3-252", OfEstimators),
        ChapterFigure.Measured("training", "The convolutional autoencoder of the notes: loss and its two terms by "
            + "epoch.", "S3-257 S3-258", "convolutional"),
        ChapterFigure.Measured("digits", "Held-out digits, their reconstructions, and digits generated from latent "
            + "points of the prior.", "S3-248 S3-255 S3-256", "convolutional"),
        ChapterFigure.Measured("map", "Means of held-out digits in a latent space of two units, without the "
            + "divergence and with it; dashed: two standard deviations of the prior.", "S3-246 S3-249", "latent"),
        ChapterFigure.Measured("manifold", "The latent square decoded, 20 × 20 points at equal probability under the "
            + "prior.", "S3-249", "latent"),
        ChapterFigure.Measured("interpolation", "From one held-out digit to another: pixels mixed, and points on the "
            + "line between the codes decoded.", "S3-178 S3-249", "latent"),
        new("collapse", "The optimum of linear autoencoders by β, for data of three variances λ and η² = ½: a unit "
            + "collapses where βη² reaches λ. Lines: closed form; dots: gradient descent.", "S3-249", Collapse),
        ChapterFigure.Measured("beta", "Dense autoencoders of 16 units for several β: reconstruction against "
            + "divergence, and the divergence of every unit, sorted.", "S3-250", "beta"),
    ];

    private static Figure Divergence() => Figure.Grid("D(N(μ, σ²) ‖ N(0, 1))", 2,
    [
        new Panel
        {
            Title = "μ = 0", X = new Axis("standard deviation σ") { Min = 0 },
            Y = new Axis("divergence (nats)") { Min = 0, Max = 2.5 },
            Series =
            [
                Line.Of(σ => ScalarVae.Divergence([0], [2 * Math.Log(σ)]), 0.03, 2.6) with
                    { Color = Palette.Blue, Width = 2.2, Label = "½(σ² − 1 − ln σ²)" },
                Line.Of(σ => 0.5 * (σ - 1 - Math.Log(σ)), 0.01, 2.6) with
                    { Color = Palette.Vermillion, Width = 2.2, Label = "½(σ − 1 − ln σ)" },
            ],
        },
        new Panel
        {
            Title = "mean and log-variance", X = "mean μ", Y = "log-variance s", ShowGrid = false,
            Series =
            [
                Contours.Of((μ, s) => ScalarVae.Divergence([μ], [s]), (-3.5, 3.5), (-4, 3)) with
                    { Levels = [0.1, 0.5, 1, 2, 4, 8], Color = Palette.Blue },
                new Markers([0], [0]) { Color = ColorOf.Minimum },
            ],
        },
    ]);

    private static Figure OfEstimators()
    {
        int[] units = [1, 2, 4, 8, 16, 32, 64];
        var random = new RandomStream(5);
        var draws = units.Select(k => Estimators.Draw(k, 1500, random)).ToArray();
        double[] xs = [.. units.Select(k => (double)k)];
        (double[] score, double[] pathwise) = Estimators.Draw(16, 2000, random);
        Line Path(double[] estimates, string label, Color color)
        {
            double sum = 0;
            double[] means = [.. estimates.Select((g, i) => (sum += g) / (i + 1))];
            int[] at = [.. Enumerable.Range(0, 120).Select(i => (int)(10 * Math.Pow(200, i / 119.0)) - 1).Distinct()];
            return new Line([.. at.Select(i => i + 1.0)], [.. at.Select(i => means[i])])
                { Color = color, Width = 2.2, Label = label };
        }

        return Figure.Grid("Estimates of ∂E[f]/∂μ₁ from samples", 2,
        [
            new Panel
            {
                Title = "one sample", X = new Axis("latent units k") { Scale = AxisScale.Log },
                Y = new Axis("standard deviation") { Scale = AxisScale.Log },
                Series =
                [
                    new Line(xs, [.. draws.Select(d => d.Score.StandardDeviation())])
                        { Color = Palette.Vermillion, Width = 2.2, Label = "score function" },
                    new Line(xs, [.. draws.Select(d => d.Pathwise.StandardDeviation())])
                        { Color = Palette.Blue, Width = 2.2, Label = "reparametrization" },
                ],
            },
            new Panel
            {
                Title = "the mean of samples, k = 16", X = new Axis("samples") { Scale = AxisScale.Log },
                Y = "mean of the estimates",
                Series =
                [
                    Path(score, "score function", Palette.Vermillion),
                    Path(pathwise, "reparametrization", Palette.Blue),
                    new HorizontalLine(-1) { Color = ColorOf.Truth, Label = "exact" },
                ],
            },
        ]);
    }

    private static Figure Collapse()
    {
        (double λ, Color Color)[] all = [(2, Palette.Blue), (1, Palette.Green), (0.5, Palette.Vermillion)];
        double[] βs = [.. Enumerable.Range(5, 496).Select(i => 0.01 * i)], dots = [0.3, 0.7, 1.4, 2.4, 3.2, 4.6];
        double BestD(double λ, double β)
        {
            (double a, double v) = ScalarLinearVae.BestEncoder(ScalarLinearVae.BestDecoder(λ, Noise, β), Noise, β);
            return ScalarLinearVae.Divergence(a, v, λ);
        }

        Panel Of(string title, Axis y, Func<double, double, double> exact, Func<double[], double, double> trained) =>
            new()
            {
                Title = title, X = new Axis("β") { Min = 0 }, Y = y,
                Series =
                [
                    .. all.Select(one => new Line(βs, [.. βs.Select(β => exact(one.λ, β))])
                        { Color = one.Color, Width = 2.2, Label = $"λ = {one.λ}" }),
                    .. all.Select(one => new Markers(dots, [.. dots.Select(β => trained(Descent(one.λ, β), one.λ))])
                        { Color = one.Color }),
                ],
            };
        return Figure.Grid("One latent unit of a linear autoencoder", 2,
        [
            Of("decoder weight", "w", (λ, β) => ScalarLinearVae.BestDecoder(λ, Noise, β),
                (p, _) => p[0]),
            Of("divergence", "divergence (nats)", BestD,
                (p, λ) => ScalarLinearVae.Divergence(p[1], Math.Exp(p[2]), λ)),
        ]);
    }

    /// <summary>w, a and ln v after gradient descent on (23.12). // [3]</summary>
    public static double[] Descent(double λ, double β, int steps = 1500)
    {
        double[] p = [0.7, 0.5, -0.5];
        for (int step = 0; step < steps; step++)
        {
            double[] g = NumericalDerivative.Gradient(
                q => ScalarLinearVae.Loss(q[0], q[1], Math.Exp(q[2]), λ, Noise, β), p);
            p = [.. p.Zip(g, (value, slope) => value - 0.1 * slope)];
        }

        return p;
    }
}
