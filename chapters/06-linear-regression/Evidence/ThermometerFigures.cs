using Reference.Book;
using Reference.Plotting;

namespace Reference.LinearModels;

/// <summary>Figures of the thermometer project, all from the replayed run.</summary>
internal static class ThermometerFigures
{
    private static ThermometerRun Run => ThermometerRun.Notes;

    private static LineFit Best => LineFit.Of(Thermometer.X, Thermometer.Y);

    private static Markers Readings => new(Thermometer.X, Thermometer.Y)
        { Color = ColorOf.Data, Size = 8, Label = "readings" };

    private static Axis Fahrenheit => new("reading (°F)") { Min = 48, Max = 84 };

    public static Figure Data() => new("The thermometer's readings", new Panel
    {
        X = Fahrenheit,
        Y = "temperature (°C)",
        Series =
        [
            Line.Of(Best.Predict, 48, 84, 2)
                with { Color = ColorOf.Fit,
                    Label = $"least squares: {Best.W:0.0000}x − {-Best.B:0.00}, r² = {Best.RSquared:0.0000}" },
            // Upon the fit, from which it hardly differs.
            Line.Of(Thermometer.Celsius, 48, 84, 2)
                with { Color = ColorOf.Truth, Style = LineStyle.Dashed,
                    Label = "the law: (x − 32)/1.8 = 0.5556x − 17.78" },
            Readings,
        ],
    });

    public static Figure Lines()
    {
        int[] shown = [0, 2, 4, 100, 2999];
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
                    .. shown.Select((epoch, t) => Line.Of(x => Run.W[epoch] * x + Run.B[epoch], 48, 84, 2)
                        with { Color = ColorOf.Time(t, shown.Length), Label = $"epoch {epoch}" }),
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
                    new Line(
                        [.. Thermometer.X.SelectMany(x => new[] { x, x, double.NaN })],
                        [.. Thermometer.X.Zip(Thermometer.Y).SelectMany(p =>
                            new[] { p.Second, line.Predict((float)p.First), double.NaN })])
                        { Color = Palette.Grey, Label = "residuals", Width = 1.5 },
                    Line.Of(x => line.Predict((float)x), 48, 84, 2)
                        with { Color = ColorOf.Fit, Label = $"ŷ = {line.W:0.0000}x − {-line.B:0.0000}" },
                    // Below the reading at 70.
                    new Markers([70], [line.Predict(70)])
                    {
                        Color = Palette.Vermillion, Shape = MarkerShape.Diamond, Size = 14, Filled = false,
                        Label = $"ŷ(70) = {line.Predict(70):0.0000}",
                    },
                    Readings,
                ],
            },
        ]) with
        { Height = 480 };
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
                    { Color = ColorOf.Data, Size = 6, Label = "printed in the notes" },
                new HorizontalLine(Best.Floor) { Label = "least squares: 0.4438" },
            ],
        },
    ]);

    private static Line Curve(ThermometerRun run, int count) =>
        new([.. Enumerable.Range(0, count).Select(t => (double)t)], [.. run.Loss.Take(count).Select(l => (double)l)]);
}
