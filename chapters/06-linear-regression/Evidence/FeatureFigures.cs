using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.LinearModels;

/// <summary>Figures of several features: a plane, and scaling.</summary>
internal static class FeatureFigures
{
    public static Figure Plane()
    {
        var random = new RandomStream(88);
        var X = Matrix<double>.Build.Dense(2, 80, (_, _) => random.Uniform(-2, 2));
        Matrix<double> Y = Matrix<double>.Build.Dense(1, 80, (_, n) =>
            1.5 * X[0, n] - X[1, n] + 0.5 + random.Normal(0, 0.8));
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
        double[] fitted = LinearEquations.Predict(W, b, X).Row(0).ToArray();
        return Figure.Grid($"ŷ = {W[0, 0]:0.00}x₁ − {-W[0, 1]:0.00}x₂ + {b[0, 0]:0.00}", 2,
        [
            new Panel
            {
                Title = "the plane and 80 samples",
                X = new Axis("x₁"),
                Y = new Axis("x₂"),
                Series =
                [
                    Surface.Of((x1, x2) => W[0, 0] * x1 + W[0, 1] * x2 + b[0, 0], (-2, 2), (-2, 2), 13, 13) with
                    {
                        Height = "y", Map = ColorMap.Blues, Opacity = 0.8, Floor = false, Color = ColorOf.Data,
                        Azimuth = 55, Elevation = 25,
                        Points = [.. Enumerable.Range(0, 80).Select(n => (X[0, n], X[1, n], Y[0, n]))],
                    },
                ],
            },
            new Panel
            {
                Title = "residuals against fitted values",
                X = new Axis("fitted value ŷ"),
                Y = new Axis("residual y − ŷ") { Min = -3, Max = 3 },
                ShowLegend = false,
                Series =
                [
                    new HorizontalLine(0),
                    new Markers(fitted, [.. Y.Row(0).Zip(fitted, (y, ŷ) => y - ŷ)])
                        { Color = ColorOf.Data, Size = 6 },
                ],
            },
        ]) with
        { Height = 500 };
    }

    // S3-212: one feature from 0 to 1, one from 0 to 1000, and a target to which both contribute the same.
    public static Figure Scales()
    {
        var random = new RandomStream(212);
        var X = Matrix<double>.Build.Dense(2, 60, (d, _) => random.Uniform(0, d == 0 ? 1 : 1000));
        var Y = Matrix<double>.Build.Dense(1, 60, (_, n) => 2 * X[0, n] + 0.002 * X[1, n] + 1 + random.Normal(0, 0.1));
        Matrix<double> Z = ScaledWeights.Columns(FeatureScaling.ZScore(new ColumnSamples(X)).Of(new ColumnSamples(X)));
        return Figure.Grid("Descent at half the largest stable rate", 2,
        [
            Descending(X, Y, [-4, 0.013], (-5, 9), (-0.014, 0.018), [0.3, 1, 3, 8, 20, 40, 80],
                "x₁ up to 1, x₂ up to 1000"),
            Descending(Z, Y, [-0.6, 1.6], (-0.9, 1.9), (-0.9, 1.9), [0.03, 0.1, 0.3, 0.7, 1.5, 3], "both scaled"),
        ]) with
        { Height = 450 };
    }

    private static Panel Descending(
        Matrix<double> X, Matrix<double> Y, double[] start, (double Low, double High) w1, (double Low, double High) w2,
        double[] levels, string title)
    {
        (Matrix<double> best, Matrix<double> bias) = NormalEquations.Solve(X, Y);
        // The bias starts at its best value, so that two weights are left to draw.
        var model = new LinearRegression(Matrix<double>.Build.DenseOfRowArrays(start), bias);
        Matrix<double> H = LinearEquations.Hessian(X);
        double[] λ = StationaryPoint.Eigenvalues(H);
        var descent = new GradientDescent(model.Parameters, 0.5 * 2 / λ[^1]);
        var path = new List<double[]>();
        for (int t = 0; t <= 40; t++)
        {
            path.Add(model.Weight.Values.ToArray());
            model.Train(descent, X, Y, 1);
        }

        double[] path1 = [.. path.Select(p => p[0])], path2 = [.. path.Select(p => p[1])];
        return new Panel
        {
            Title = $"{title}: condition {Math.Round(λ[^1] / λ[0], λ[^1] > 1000 * λ[0] ? 0 : 1):#,0.#}",
            X = new Axis("w₁") { Min = w1.Low, Max = w1.High },
            Y = new Axis("w₂") { Min = w2.Low, Max = w2.High },
            Series =
            [
                Contours.Of((a, c) => Excess(a - best[0, 0], c - best[0, 1]), w1, w2, 121, 121)
                    with { Filled = true, Map = ColorMap.Blues, Levels = levels },
                new Line(path1, path2) { Color = ColorOf.Path, Label = "40 steps" },
                new Markers(path1, path2) { Color = ColorOf.Path, Size = 5.5 },
                new Markers([best[0, 0]], [best[0, 1]])
                    { Color = ColorOf.Minimum, Shape = MarkerShape.Cross, Size = 11, Label = "least squares" },
            ],
        };

        // The loss is a quadratic: this is how far it lies above its least value.
        double Excess(double d1, double d2) => (H[0, 0] * d1 * d1 + 2 * H[0, 1] * d1 * d2 + H[1, 1] * d2 * d2) / 2;
    }

    public static Figure Scaling()
    {
        var random = new RandomStream(97);
        double[] feature = [.. Enumerable.Range(0, 40).Select(_ => Math.Round(200 * Math.Exp(0.5 * random.Normal())))];
        double[] withOutlier = [.. feature, 3000];
        return Figure.Grid("A feature in three units", 1,
        [
            Strip("the feature as it is", feature, withOutlier, v => v),
            Strip("scaled by min-max", feature, withOutlier, ScalarScaling.MinMax),
            Strip("scaled by z-score", feature, withOutlier, v => ScalarScaling.ZScore(v)),
        ]) with
        { Width = 800, Height = 560 };

        static Panel Strip(string title, double[] feature, double[] withOutlier, Func<double[], double[]> scale) =>
            new()
        {
            X = new Axis(title),
            Y = new Axis("") { Min = -0.6, Max = 1.6, Ticks = [new(1, "40 values"), new(0, "and an outlier")] },
            ShowLegend = false,
            Series =
            [
                new Markers(scale(feature), [.. feature.Select(_ => 1.0)])
                    { Color = Palette.Blue, Size = 8, Opacity = 0.6 },
                new Markers(scale(withOutlier), [.. withOutlier.Select(_ => 0.0)])
                    { Color = Palette.Vermillion, Size = 8, Opacity = 0.6 },
            ],
        };
    }
}
