using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.LinearModels;

/// <summary>Figures of several features: the bonus loop, a plane, scaling and folds.</summary>
internal static class FeatureFigures
{
    public static Figure Bonus()
    {
        (int Most, Color Color)[] scales = [(6, Palette.Blue), (22, Palette.Green), (23, Palette.Vermillion)];
        return new Figure("5000 epochs at η = 0.006", new Panel
        {
            X = new Axis("epoch") { Scale = AxisScale.Log },
            Y = new Axis("mean squared error") { Scale = AxisScale.Log, Max = 1e8 },
            Legend = Legend.TopRight,
            Series = [.. scales.Select(s =>
            {
                var exercise = new BonusExercise(s.Most);
                double[] losses = [.. LossesUntilDivergence(exercise)];
                return new Line([.. losses.Select((_, t) => t + 1.0)], losses)
                {
                    Color = s.Color,
                    Label = $"up to {s.Most} projects: λ_{{max}} = {StationaryPoint.Eigenvalues(LinearEquations.Hessian(exercise.X))[^1]:0}",
                };
            })],
        });
    }

    /// <summary>The losses of the loop, as far as they go: a run above the stable rate is stopped where the figure ends.</summary>
    private static IEnumerable<double> LossesUntilDivergence(BonusExercise exercise)
    {
        double limit = new Quadratic(LinearEquations.Hessian(exercise.X)).LargestLearningRate;
        int epochs = BonusExercise.LearningRate < limit ? BonusExercise.Epochs : 400;
        return exercise.TrainByHand(BonusExercise.Start(0), BonusExercise.LearningRate, epochs);
    }

    public static Figure Plane()
    {
        var random = new RandomStream(88);
        var X = Matrix<double>.Build.Dense(2, 80, (_, _) => random.Uniform(-2, 2));
        Matrix<double> Y = Matrix<double>.Build.Dense(1, 80, (_, n) => 1.5 * X[0, n] - X[1, n] + 0.5 + random.Normal(0, 0.4));
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
        double[] x1 = X.Row(0).ToArray(), x2 = X.Row(1).ToArray();
        double[] above = [.. Enumerable.Range(0, 80).Where(n => Y[0, n] > Predict(x1[n], x2[n])).Select(n => (double)n)];
        return Figure.Grid($"ŷ = {W[0, 0]:0.00}x₁ − {-W[0, 1]:0.00}x₂ + {b[0, 0]:0.00}", 2,
        [
            new Panel
            {
                Title = "from above",
                X = new Axis("x₁") { Min = -2.2, Max = 2.2 },
                Y = new Axis("x₂") { Min = -2.2, Max = 2.2 },
                Legend = Legend.None,
                Series =
                [
                    Contours.Of(Predict, (-2.2, 2.2), (-2.2, 2.2), 11, 11)
                        with { Filled = true, ColorBar = "ŷ", Levels = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6] },
                    new Markers(x1, x2) { Color = Palette.White, Size = 8 },
                    new Markers([.. above.Select(n => x1[(int)n])], [.. above.Select(n => x2[(int)n])]) { Color = Palette.Black, Size = 5 },
                ],
            },
            new Panel
            {
                Title = "along the plane",
                X = new Axis("ŷ") { Min = -6, Max = 7 },
                Y = new Axis("y") { Min = -6, Max = 7 },
                Legend = Legend.TopLeft,
                Series =
                [
                    new Line([-6, 7], [-6, 7]) { Color = Palette.Blue, Label = "the plane, seen edge on" },
                    new Markers([.. x1.Zip(x2, Predict)], Y.Row(0).ToArray()) { Color = Palette.Vermillion, Size = 6, Label = "samples" },
                ],
            },
        ]) with
        { Width = 1050 };

        double Predict(double a, double c) => W[0, 0] * a + W[0, 1] * c + b[0, 0];
    }

    public static Figure Scales() => Figure.Grid("Descent at half the largest stable rate", 2,
    [
        Descending(ScaleExample.X, scaled: false, (-5, 9), (-0.014, 0.018), "x₁ up to 1, x₂ up to 1000"),
        Descending(ScaleExample.Scaled, scaled: true, (-0.9, 1.9), (-0.9, 1.9), "both scaled"),
    ]) with
    { Width = 1000 };

    private static Panel Descending(Matrix<double> X, bool scaled, (double, double) w1, (double, double) w2, string title)
    {
        Matrix<double> Y = ScaleExample.Y;
        (Matrix<double> best, Matrix<double> bias) = NormalEquations.Solve(X, Y);
        double floor = Losses.RegressionEquations.MeanSquaredError(LinearEquations.Predict(best, bias, X), Y);
        // The bias stands at its best, so that two weights are left to draw.
        var model = new LinearRegression(Matrix<double>.Build.DenseOfArray(scaled ? new[,] { { -0.6, 1.6 } } : new[,] { { -4.0, 0.013 } }), bias);
        var descent = new GradientDescent(model.Parameters, 0.5 * new Quadratic(LinearEquations.Hessian(X)).LargestLearningRate);
        var path = new List<double[]>();
        for (int t = 0; t <= 40; t++)
        {
            path.Add(model.Weight.Values.ToArray());
            model.Train(descent, X, Y, 1);
        }

        return new Panel
        {
            Title = $"{title}: condition {(scaled ? $"{ScaleExample.Condition(scaled):0.0}" : $"{ScaleExample.Condition(scaled):#,0}")}",
            X = new Axis("w₁") { Min = w1.Item1, Max = w1.Item2 },
            Y = new Axis("w₂") { Min = w2.Item1, Max = w2.Item2 },
            Legend = Legend.TopRight,
            Series =
            [
                Contours.Of((a, c) => Error(a, c) - floor, w1, w2, 121, 121)
                    with { Filled = true, Map = ColorMap.Blues, Levels = scaled ? [0.03, 0.1, 0.3, 0.7, 1.5, 3] : [0.3, 1, 3, 8, 20, 40, 80] },
                new Line([.. path.Select(p => p[0])], [.. path.Select(p => p[1])]) { Color = Palette.Vermillion, Width = 1.4, Label = "40 steps" },
                new Markers([.. path.Select(p => p[0])], [.. path.Select(p => p[1])]) { Color = Palette.Vermillion, Size = 4 },
                new Markers([best[0, 0]], [best[0, 1]]) { Color = Palette.Black, Shape = MarkerShape.Cross, Size = 11, Label = "least squares" },
            ],
        };

        double Error(double a, double c)
        {
            double sum = 0;
            for (int n = 0; n < X.ColumnCount; n++)
            {
                double r = a * X[0, n] + c * X[1, n] + bias[0, 0] - Y[0, n];
                sum += r * r;
            }

            return sum / X.ColumnCount;
        }
    }

    public static Figure Scaling()
    {
        var random = new RandomStream(97);
        double[] feature = [.. Enumerable.Range(0, 40).Select(_ => Math.Round(200 * Math.Exp(0.5 * random.Normal())))];
        double[] withOutlier = [.. feature, 3000];
        return Figure.Grid("A feature in three units", 1,
        [
            Strip("as it is", feature, withOutlier, v => v),
            Strip("min-max", feature, withOutlier, ScalarScaling.MinMax),
            Strip("z-score", feature, withOutlier, v => ScalarScaling.ZScore(v)),
        ]) with
        { Width = 800, Height = 560 };

        static Panel Strip(string title, double[] feature, double[] withOutlier, Func<double[], double[]> scale) => new()
        {
            X = new Axis(title),
            Y = new Axis("") { Min = -0.6, Max = 1.6, Ticks = [new(1, "40 values"), new(0, "and an outlier")] },
            Legend = Legend.None,
            Series =
            [
                new Markers(scale(feature), [.. feature.Select(_ => 1.0)]) { Color = Palette.Blue, Size = 8, Opacity = 0.6 },
                new Markers(scale(withOutlier), [.. withOutlier.Select(_ => 0.0)]) { Color = Palette.Vermillion, Size = 8, Opacity = 0.6 },
            ],
        };
    }

    public static Figure Folds()
    {
        Housing housing = Housing.StandIn();
        return FoldsOf(housing, CrossValidation.LinearRegression(housing.Samples, 4, new RandomStream(1)));
    }

    /// <summary>The errors of four folds of a housing table.</summary>
    public static Figure FoldsOf(Housing housing, IReadOnlyList<CrossValidation.Fold> folds)
    {
        string[] names = [.. folds.Select((fold, k) => $"fold {k + 1}: {fold.ValidationError:0.00}")];
        return new Figure($"Least squares on {housing.Samples.Count} {(housing.IsReal ? "real" : "synthetic")} houses, four folds", new Panel
        {
            X = "",
            Y = new Axis("mean absolute error (1000 $)") { Max = 1.35 * folds.Max(f => f.ValidationError) },
            Legend = Legend.TopRight,
            Series =
            [
                new Bars(names, [.. folds.Select(f => f.TrainError)]) { Color = Palette.Sky, Label = "training samples" },
                new Bars(names, [.. folds.Select(f => f.ValidationError)]) { Color = Palette.Blue, Label = "validation samples" },
                new HorizontalLine(CrossValidation.Score(folds)) { Label = $"mean of the validations: {CrossValidation.Score(folds):0.00}" },
            ],
        });
    }
}
