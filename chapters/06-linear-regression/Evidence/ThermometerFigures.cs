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

    private static Line Curve(ThermometerRun run, int count) =>
        new([.. Enumerable.Range(0, count).Select(t => (double)t)], [.. run.Loss.Take(count).Select(l => (double)l)]);
}
