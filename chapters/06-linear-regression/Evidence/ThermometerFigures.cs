using MathNet.Numerics.LinearAlgebra;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.LinearModels;

/// <summary>Figures of the thermometer project, all from the replayed run.</summary>
internal static class ThermometerFigures
{
    private static ThermometerRun Run => ThermometerRun.Notes;

    private static LineFit Best => LineFit.Of(Thermometer.X, Thermometer.Y);

    private static Markers Readings => new(Thermometer.X, Thermometer.Y)
        { Color = Palette.Black, Size = 8, Label = "readings" };

    private static Axis Fahrenheit => new("reading (°F)") { Min = 48, Max = 84 };

    public static Figure Data() => new("The thermometer's readings", new Panel
    {
        X = Fahrenheit,
        Y = "temperature (°C)",
        Legend = Legend.TopLeft,
        Series =
        [
            Line.Of(Thermometer.Celsius, 48, 84, 2)
                with { Color = Palette.Orange, Width = 6, Opacity = 0.6,
                    Label = "the law: (x − 32)/1.8 = 0.5556x − 17.78" },
            Line.Of(Best.Predict, 48, 84, 2)
                with { Color = Palette.Blue,
                    Label = $"least squares: {Best.W:0.0000}x − {-Best.B:0.00}, r² = {Best.RSquared:0.0000}" },
            Readings,
        ],
    });

    public static Figure Lines()
    {
        (int Epoch, double Opacity)[] shown = [(0, 0.3), (2, 0.45), (4, 0.6), (100, 0.75), (2999, 1)];
        Float32Line line = Run.Trained;
        return Figure.Grid("The learning curve of S0", 2,
        [
            new Panel
            {
                Title = "from epoch 0 to 2999",
                X = Fahrenheit,
                Y = new Axis("temperature (°C)") { Min = 8, Max = 68 },
                Legend = Legend.TopLeft,
                Series =
                [
                    .. shown.Select(s => Line.Of(x => Run.W[s.Epoch] * x + Run.B[s.Epoch], 48, 84, 2)
                        with { Color = Palette.Blue, Opacity = s.Opacity, Label = $"epoch {s.Epoch}" }),
                    Readings,
                ],
            },
            new Panel
            {
                Title = "trained",
                X = Fahrenheit,
                Y = "temperature (°C)",
                Legend = Legend.TopLeft,
                Series =
                [
                    new ErrorBars(
                        Thermometer.X,
                        [.. Thermometer.X.Zip(Thermometer.Y, (x, y) => Math.Min(y, line.Predict((float)x)))],
                        [.. Thermometer.X.Zip(Thermometer.Y, (x, y) => Math.Max(y, line.Predict((float)x)))])
                        { Color = Palette.Grey, Label = "residuals" },
                    Line.Of(x => line.Predict((float)x), 48, 84, 2)
                        with { Color = Palette.Blue, Label = $"ŷ = {line.W:0.0000}x − {-line.B:0.0000}" },
                    Readings,
                    new Markers([70], [line.Predict(70)])
                    {
                        Color = Palette.Vermillion, Shape = MarkerShape.Diamond, Size = 12,
                        Label = $"ŷ(70) = {line.Predict(70):0.0000}",
                    },
                ],
            },
        ]) with
        { Width = 1050 };
    }

    public static Figure Loss() => Figure.Grid("The loss of the thermometer", 2,
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
                Curve(ThermometerRun.TextsRate, 101) with
                    { Color = Palette.Orange, Label = "η = 0.01, as in the text" },
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
                new Markers(
                    [.. LinearRegressionNumbers.PrintedLog.Select(p => (double)p.Epoch)],
                    [.. LinearRegressionNumbers.PrintedLog.Select(p => double.Parse(p.Loss))])
                    { Color = Palette.Black, Size = 6, Label = "printed in the notes" },
                new HorizontalLine(Best.Floor) { Label = "least 0.4438" },
            ],
        },
    ]);

    public static Figure Path() => Figure.Grid("Adam on the loss of the thermometer", 2,
    [
        new Panel
        {
            Title = "all 3000 epochs",
            X = new Axis("weight w") { Min = 0, Max = 0.85 },
            Y = new Axis("bias b") { Min = -21, Max = 4 },
            Legend = Legend.BottomLeft,
            Series =
            [
                .. Walk((0, 0.85), (-21, 4), [12, 24, 50, 100, 250, 600, 1500], 3001),
                new Markers([Best.W], [Best.B])
                    { Color = Palette.Black, Shape = MarkerShape.Cross, Size = 12, Label = "least squares" },
            ],
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
                .. new[] { 0, 4, 10 }.Select(t =>
                    new Annotation(Run.W[t], Run.B[t] + (t == 10 ? -0.1 : 0.1), $"epoch {t}")),
            ],
        },
    ]) with
    { Width = 1050 };

    private static Line Curve(ThermometerRun run, int count) =>
        new([.. Enumerable.Range(0, count).Select(t => (double)t)], [.. run.Loss.Take(count).Select(l => (double)l)]);

    // The loss is its least value and its curvature: one line instead of a sum over all readings at every grid point.
    private static IEnumerable<Series> Walk((double, double) w, (double, double) b, double[] levels, int count)
    {
        Matrix<double> H = LeastSquaresLine.Thermometer.Hessian;
        (double ww, double wb, double bb) = (H[0, 0] / 2, H[0, 1], H[1, 1] / 2);
        LineFit best = Best;
        return
        [
            Contours.Of((x, y) => Loss(x - best.W, y - best.B), w, b, 61, 61)
                with { Filled = true, Map = ColorMap.Blues, Levels = levels },
            new Line([.. Run.W.Take(count).Select(v => (double)v)], [.. Run.B.Take(count).Select(v => (double)v)])
                { Color = Palette.Vermillion, Label = "Adam, η = 0.1" },
        ];

        double Loss(double dw, double db) => best.Floor + ww * dw * dw + wb * dw * db + bb * db * db;
    }
}
