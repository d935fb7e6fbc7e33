using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.Classification;

/// <summary>Figures of several classes.</summary>
internal static class ClassFigures
{
    private static readonly Color[] Colors = [Palette.Blue, Palette.Orange, Palette.Green];
    private static readonly MarkerShape[] Shapes = [MarkerShape.Circle, MarkerShape.Square, MarkerShape.Triangle];

    /// <summary>Pale versions of the classes' colours, for regions.</summary>
    private static readonly ColorMap Pale = new("classes", [.. Colors.Select(c => c.Towards(Palette.White, 0.7))]);

    /// <summary>Softmax regression trained on the three clouds, 200 steps of the whole set.</summary>
    public static SoftmaxRegression OfThreeClouds()
    {
        LabelledPoints set = ExampleSets.ThreeClasses;
        var model = SoftmaxRegression.Random(2, 3, new RandomStream(6));
        Training.Run(model, set.ToSampleSet(), new GradientDescent(model.Parameters, 0.5), set.Labels.Length, 200);
        return model;
    }

    public static Figure Regions()
    {
        LabelledPoints set = ExampleSets.ThreeClasses;
        return Figure.Grid("Softmax regression cuts the plane by lines", 2,
        [
            Map(SeededSoftmax.OfNotes, SeededSoftmax.Samples.ToArray(), [1, 1, 1], (-4, 4), "untrained, seed 1: all three samples are class 1"),
            Map(OfThreeClouds(), set.X, set.Labels, (-5, 5), "trained on three clouds"),
        ]) with
        { Width = 1080, Height = 520 };
    }

    private static Panel Map(SoftmaxRegression model, double[,] X, int[] labels, (double Low, double High) range, string title) => new()
    {
        Title = title,
        X = new Axis("x₁") { Min = range.Low, Max = range.High },
        Y = new Axis("x₂") { Min = range.Low, Max = range.High },
        AspectEqual = true,
        ShowGrid = false,
        Legend = Legend.TopLeft,
        Series =
        [
            new HeatMap(Classes(model, range)) { XRange = range, YRange = range, Map = Pale, Min = 0, Max = 2 },
            .. new[] { (0, 1), (0, 2), (1, 2) }.Select(pair => Border(model, pair.Item1, pair.Item2, range)),
            .. Enumerable.Range(0, 3).Where(labels.Contains).Select(k =>
            {
                int[] at = [.. Enumerable.Range(0, labels.Length).Where(n => labels[n] == k)];
                return new Markers([.. at.Select(n => X[0, n])], [.. at.Select(n => X[1, n])])
                    { Color = Colors[k], Shape = Shapes[k], Size = 7, Label = $"class {k}" };
            }),
        ],
    };

    // The class at the centre of each cell of a grid over the panel.
    private static double[,] Classes(SoftmaxRegression model, (double Low, double High) range)
    {
        const int Cells = 200;
        double At(int i) => range.Low + (range.High - range.Low) * (i + 0.5) / Cells;
        int[] classes = model.Classify(Matrix<double>.Build.Dense(2, Cells * Cells, (i, n) => At(i == 0 ? n % Cells : n / Cells)));
        var values = new double[Cells, Cells];
        for (int n = 0; n < classes.Length; n++)
        {
            values[n / Cells, n % Cells] = classes[n];
        }

        return values;
    }

    /// <summary>The part of the line between two classes on which no third class scores higher; NaN elsewhere.</summary>
    public static Line Border(SoftmaxRegression model, int k, int l, (double Low, double High) range)
    {
        double[,] W = model.W.Value.ToArray();
        double[] b = model.B.Values.ToArray();
        LogisticModel line = ScalarSoftmaxRegression.Border(W, b, k, l);
        double squared = line.Length * line.Length, reach = 3 * (range.High - range.Low);
        double[] ts = [.. Enumerable.Range(0, 2001).Select(i => -reach + 2 * reach * i / 2000)];
        // From the foot of the origin's perpendicular along the line.
        (double X, double Y)[] points =
            [.. ts.Select(t => (-line.B * line.W[0] / squared - t * line.W[1] / line.Length, -line.B * line.W[1] / squared + t * line.W[0] / line.Length))];
        bool[] seen = [.. points.Select(p =>
        {
            double[] z = ScalarSoftmaxRegression.Scores(W, b, [p.X, p.Y]);
            return p.X >= range.Low && p.X <= range.High && p.Y >= range.Low && p.Y <= range.High && z.Max() <= z[k] + 1e-9;
        })];
        return new([.. points.Select((p, i) => seen[i] ? p.X : double.NaN)], [.. points.Select((p, i) => seen[i] ? p.Y : double.NaN)])
        { Color = Palette.Black, Width = 2 };
    }
}
