using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;
using Reference.Regularization;

namespace Reference.ModelSelection;

/// <summary>Figures of splits, of classes, and of data that differ.</summary>
internal static class DataFigures
{
    private static readonly ColorMap parts = new("parts",
        [ColorOf.Training.Towards(Palette.White, 0.75), ColorOf.Validation.Towards(Palette.White, 0.15)]);

    public static Figure Folds()
    {
        int[] labels = [.. Enumerable.Range(0, 20).Select(n => n < 15 ? 0 : 1)];
        Panel Of(string title, IReadOnlyList<Split> folds) => new()
        {
            Title = $"{title}: {string.Join(", ", folds.Select(f => f.Validation.Count(n => labels[n] == 1)))} of "
                + $"class 1",
            X = new Axis("sample (16 to 20 of class 1)")
                { Ticks = [.. new[] { 1, 5, 10, 15, 20 }.Select(n => new Tick(n - 1, $"{n}"))] },
            Y = new Axis("fold") { Ticks = [.. Enumerable.Range(0, 5).Select(k => new Tick(k, $"{k + 1}"))] },
            ShowGrid = false, ShowLegend = false,
            Series =
            [
                new HeatMap(Grid(5, 20, (k, n) => folds[k].Validation.Contains(n) ? 1.0 : 0))
                    { Map = parts, Min = 0, Max = 1, OriginAtTop = true },
                new VerticalLine(14.5) { Color = ColorOf.Minimum },
            ],
        };
        NoisyCurve curve = NoisyCurve.Draw(new RandomStream(6), training: 50);
        int[] degrees = [.. Enumerable.Range(0, 11)];
        double[] x = [.. degrees.Select(d => (double)d)];
        PolynomialFit[] fits = [.. degrees.Select(d => PolynomialFit.Of(curve.Training.X, curve.Training.Y, d))];
        return Figure.Grid("Cross-validation", 3,
        [
            Of("at random", Split.Folds(20, 5, new RandomStream(4))),
            Of("by class", Split.StratifiedFolds(labels, 5, new RandomStream(3))),
            new Panel
            {
                Title = "error by degree", X = "degree",
                Y = new Axis("squared error") { Scale = AxisScale.Log, Min = 0.03, Max = 2 },
                Series =
                [
                    new Line(x, [.. fits.Select(f => f.Error(curve.Training.X, curve.Training.Y))])
                        { Color = ColorOf.Training, Label = "training" },
                    new Line(x, [.. PolynomialDegree.Scores(curve, degrees, 10, 1)])
                        { Color = ColorOf.Validation, Label = "ten folds" },
                    new Line(x, [.. fits.Select(f => f.Error(curve.Test.X, curve.Test.Y))])
                        { Color = ColorOf.Test, Label = "test" },
                ],
            },
        ]) with
        { Height = 340 };
    }

    private static readonly Lazy<(UnequalClasses Set, UnequalClasses.Verdict[] Before, UnequalClasses.Verdict[] After)>
        leak = new(() =>
        {
            var set = UnequalClasses.Of(null, 40, 16, 24, 2);
            UnequalClasses.Verdict[] Of(bool first) =>
                [.. Enumerable.Range(1, 3).Select(seed => set.HeldOut(first, (ulong)seed))];
            return (set, Of(true), Of(false));
        });

    public static Figure Leak()
    {
        (UnequalClasses set, UnequalClasses.Verdict[] before, UnequalClasses.Verdict[] after) = leak.Value;
        (SampleSet balanced, _) = UnequalClasses.Balanced(set.Images, UnequalClasses.Slightly, new RandomStream(1));
        int Eights(IReadOnlyList<int> labels) => labels.Count(y => y == 1);
        double[,] Image(int n) => Grid(28, 28, (i, j) => balanced[n].X[28 * i + j]);
        string[] sets = ["held out", "fresh"];
        Panel Recall(string order, UnequalClasses.Verdict[] runs) => new()
        {
            Title = $"{order}: {runs.Average(v => v.Twins):0 %} twins",
            Y = new Axis("recall of eights") { Min = 0, Max = 1.2 }, ShowLegend = false,
            Series =
            [
                new Bars(sets, [runs.Average(v => v.Held.Small), double.NaN])
                    { Color = ColorOf.Validation, ShowValues = "0.00" },
                new Bars(sets, [double.NaN, runs.Average(v => v.Fresh.Small)])
                    { Color = ColorOf.Test, ShowValues = "0.00" },
            ],
        };
        return Figure.Grid("Eights augmented before or after the split", 2,
        [
            new Panel
            {
                Title = "images", Y = new Axis("count") { Min = 0, Max = 48 },
                Series =
                [
                    new Bars(
                        ["threes", "eights", "eights and copies"],
                        [set.Images.Labels.Count(y => y == 0), Eights(set.Images.Labels), Eights(balanced.Labels)])
                        { Color = ColorOf.Training, ShowValues = "0" },
                ],
            },
            new Panel
            {
                Title = "eighteen copies", ShowAxes = false, AspectEqual = true,
                Series = [new ImageGrid([.. Enumerable.Range(58, 18).Select(Image)], 6)],
            },
            Recall("augment, then split", before), Recall("split, then augment", after),
        ]) with
        { Height = 640 };
    }

    public static Figure Calibration()
    {
        (double[][] chosenBy, int[] y, double[][] z, int[] labels) = Overconfident.Scores;
        double T = ScalarCalibration.BestTemperature(chosenBy, y);
        Panel Of(double t, string title)
        {
            var bins = ScalarCalibration.Reliability([.. z.Select(s => ScalarCalibration.Tempered(s, t))], labels);
            return new()
            {
                Title = $"{title}: loss {ScalarCalibration.Loss(z, labels, t):0.000}", AspectEqual = true,
                X = new Axis("confidence") { Min = 0.2, Max = 1.05 },
                Y = new Axis("share right") { Min = 0.2, Max = 1.05 },
                ShowLegend = t == 1,
                Series =
                [
                    new SlopedLine(1, -1, 0) { Color = ColorOf.Truth, Label = "honest" },
                    .. bins.Where(bin => bin.Count >= 8).Select(bin => new Markers([bin.Confidence], [bin.Accuracy])
                    { Color = ColorOf.Test, Size = 4 + 24 * Math.Sqrt((double)bin.Count / labels.Length) }),
                ],
            };
        }

        double right = z.Zip(labels, (s, c) => Array.IndexOf(s, s.Max()) == c ? 1.0 : 0).Average();
        return Figure.Grid(
            $"An overfitted network, right on {right:0.0 %} of {z.Length} test samples at any temperature", 2,
            [Of(1, "T = 1"), Of(T, $"T = {T:0.00}")]) with
        { ShareY = true };
    }

    private static double[,] Grid(int rows, int columns, Func<int, int, double> value) =>
        Matrix<double>.Build.Dense(rows, columns, value).ToArray();
}
