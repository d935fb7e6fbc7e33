using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.LinearModels;

/// <summary>Figures of the thermometer project, all from the replayed run.</summary>
internal static class ThermometerFigures
{
    private static readonly int[] Shown = [0, 2, 4, 100, 2999];

    private static ThermometerRun Run => ThermometerRun.Notes;

    private static LineFit Best => LineFit.Of(Thermometer.X, Thermometer.Y);

    private static Markers Readings => new(Thermometer.X, Thermometer.Y) { Color = Palette.Black, Size = 8, Label = "readings" };

    public static Figure Data() => new("The thermometer's readings", new Panel
    {
        X = new Axis("reading (°F)") { Min = 48, Max = 84 },
        Y = "temperature (°C)",
        Legend = Legend.TopLeft,
        Series =
        [
            Line.Of(Thermometer.Celsius, 48, 84, 2)
                with { Color = Palette.Orange, Width = 6, Opacity = 0.6, Label = "the law: (x − 32)/1.8 = 0.5556x − 17.78" },
            Line.Of(Best.Predict, 48, 84, 2)
                with { Color = Palette.Blue, Label = $"least squares: {Best.W:0.0000}x − {-Best.B:0.00}, r² = {Best.RSquared:0.0000}" },
            Readings,
        ],
    });

    public static Figure Lines() => new("The learning curve of S0", new Panel
    {
        X = new Axis("reading (°F)") { Min = 48, Max = 84 },
        Y = new Axis("temperature (°C)") { Min = 8, Max = 68 },
        Legend = Legend.TopLeft,
        Series =
        [
            .. Shown.Select((epoch, i) => Line.Of(x => Run.W[epoch] * x + Run.B[epoch], 48, 84, 2) with { Color = Palette.Order[i], Label = $"epoch {epoch}" }),
            Readings,
        ],
    });

    public static Figure Loss()
    {
        double[] printedAt = [.. Enumerable.Range(0, 11).Select(i => 100.0 * i), 2800, 2900];
        double[] printed = [.. LinearRegressionNumbers.All.Where(n => n.Row is "S0-066" or "S0-067").Select(n => double.Parse(n.Printed))];
        return Figure.Grid("The loss of the thermometer", 2,
        [
            new Panel
            {
                Title = "the first 100 epochs",
                X = "epoch",
                Y = new Axis("mean squared error (°C²)") { Min = 0 },
                Legend = Legend.TopRight,
                Series =
                [
                    Curve(Run, 101) with { Color = Palette.Blue, Label = "η = 0.1, as in the code" },
                    Curve(ThermometerRun.TextsRate, 101) with { Color = Palette.Orange, Label = "η = 0.01, as in the text" },
                ],
            },
            new Panel
            {
                Title = "all 3000",
                X = "epoch",
                Y = new Axis("mean squared error (°C²)") { Scale = AxisScale.Log, Min = 0.3 },
                Legend = Legend.TopRight,
                Series =
                [
                    Curve(Run, 3001) with { Color = Palette.Blue, Label = "η = 0.1" },
                    Curve(ThermometerRun.TextsRate, 3001) with { Color = Palette.Orange, Label = "η = 0.01" },
                    new Markers(printedAt, printed) { Color = Palette.Black, Size = 6, Label = "printed in the notes" },
                    new HorizontalLine(Best.Floor) { Label = "floor 0.4438" },
                ],
            },
        ]);
    }

    private static Line Curve(ThermometerRun run, int count) =>
        new([.. Enumerable.Range(0, count).Select(t => (double)t)], [.. run.Loss.Take(count).Select(l => (double)l)]);

    public static Figure Path()
    {
        double[] levels = [12, 24, 50, 100, 250, 600, 1500];
        return Figure.Grid("Adam on the error of the thermometer", 2,
        [
            new Panel
            {
                Title = "all 3000 epochs",
                X = new Axis("weight w") { Min = 0, Max = 0.85 },
                Y = new Axis("bias b") { Min = -21, Max = 4 },
                Legend = Legend.BottomLeft,
                Series = [.. Walk((0, 0.85), (-21, 4), levels, 3001)],
            },
            new Panel
            {
                Title = "the first 60",
                X = new Axis("weight w") { Min = 0, Max = 0.9 },
                Y = new Axis("bias b") { Min = -0.5, Max = 1 },
                Legend = Legend.BottomRight,
                Series =
                [
                    .. Walk((0, 0.9), (-0.5, 1), [8, 16, 40, 100, 250, 600, 1000], 61),
                    new Markers([.. Run.W.Take(61).Select(v => (double)v)], [.. Run.B.Take(61).Select(v => (double)v)])
                        { Color = Palette.Vermillion, Size = 5 },
                    .. new[] { 0, 4, 10 }.Select(t => new Annotation(Run.W[t], Run.B[t] + (t == 10 ? -0.1 : 0.1), $"epoch {t}")),
                ],
            },
        ]) with
        { Width = 1050 };
    }

    private static IEnumerable<Series> Walk((double, double) w, (double, double) b, double[] levels, int count)
    {
        // A quadratic is its floor and its curvature: one line instead of a sum over all readings at every point of the grid.
        MathNet.Numerics.LinearAlgebra.Matrix<double> H = LeastSquaresLine.Thermometer.Hessian;
        (double ww, double wb, double bb) = (H[0, 0] / 2, H[0, 1], H[1, 1] / 2);
        LineFit best = Best;
        yield return Contours.Of(
            (x, y) => best.Floor + ww * (x - best.W) * (x - best.W) + wb * (x - best.W) * (y - best.B) + bb * (y - best.B) * (y - best.B), w, b, 61, 61) with
        { Filled = true, Map = ColorMap.Blues, Levels = levels };
        yield return new Line([.. Run.W.Take(count).Select(v => (double)v)], [.. Run.B.Take(count).Select(v => (double)v)])
        { Color = Palette.Vermillion, Label = "Adam, η = 0.1" };
        if (count > 100)
        {
            yield return new Markers([Best.W], [Best.B]) { Color = Palette.Black, Shape = MarkerShape.Cross, Size = 12, Label = "least squares" };
        }
    }

    public static Figure Parameters()
    {
        double[] epochs = [.. Enumerable.Range(0, 3001).Select(t => (double)t)];
        double mean = Thermometer.X.Average();
        return Figure.Grid("How weight and bias move", 2,
        [
            new Panel
            {
                Title = "parameters",
                X = "epoch",
                Y = "weight w",
                RightY = new Axis("bias b"),
                Legend = Legend.TopRight,
                Series =
                [
                    new Line(epochs, [.. Run.W.Select(v => (double)v)]) { Color = Palette.Blue, Label = "w (left)" },
                    new Line(epochs, [.. Run.B.Select(v => (double)v)]) { Color = Palette.Vermillion, Label = "b (right)", OnRightAxis = true },
                ],
            },
            new Panel
            {
                Title = "change since epoch 0, at the mean reading",
                X = "epoch",
                Y = "°C",
                Legend = Legend.Best,
                Series =
                [
                    new Line(epochs, [.. Run.W.Select(w => (w - Run.W[0]) * mean)]) { Color = Palette.Blue, Label = "by the weight" },
                    new Line(epochs, [.. Run.B.Select(b => (double)(b - Run.B[0]))]) { Color = Palette.Vermillion, Label = "by the bias" },
                    new Line(epochs, [.. Run.W.Zip(Run.B, (w, b) => (w - Run.W[0]) * mean + b - Run.B[0])])
                        { Color = Palette.Black, Style = LineStyle.Dashed, Label = "together" },
                ],
            },
        ]) with
        { Width = 1050 };
    }

    public static Figure Fit()
    {
        Float32Line line = Run.Trained;
        return new Figure("The trained thermometer", new Panel
        {
            X = new Axis("reading (°F)") { Min = 48, Max = 84 },
            Y = "temperature (°C)",
            Legend = Legend.TopLeft,
            Series =
            [
                new ErrorBars(
                    Thermometer.X,
                    [.. Thermometer.X.Zip(Thermometer.Y, (x, y) => Math.Min(y, line.Predict((float)x)))],
                    [.. Thermometer.X.Zip(Thermometer.Y, (x, y) => Math.Max(y, line.Predict((float)x)))])
                    { Color = Palette.Grey, Label = "residuals" },
                Line.Of(x => line.Predict((float)x), 48, 84, 2) with { Color = Palette.Blue, Label = $"ŷ = {line.W:0.0000}x − {-line.B:0.0000}" },
                Readings,
                new Markers([70], [line.Predict(70)])
                    { Color = Palette.Vermillion, Shape = MarkerShape.Diamond, Size = 12, Label = $"ŷ(70) = {line.Predict(70):0.0000}" },
            ],
        });
    }
}
