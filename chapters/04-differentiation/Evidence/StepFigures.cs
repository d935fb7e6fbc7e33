using Reference.Plotting;

namespace Reference.Differentiation;

/// <summary>The figure of error against step size.</summary>
internal static class StepFigures
{
    private const double Floor = 1e-16; // an error of exactly 0 has no place on a logarithmic axis

    /// <summary>Measured errors as dots, predicted ones as lines, 10⁻⁵ marked. S2-053, (4.20).</summary>
    public static Figure ErrorFigure(IReadOnlyList<DifferentiationExperiments.ErrorAt> errors)
    {
        double[] steps = [.. errors.Select(e => e.Step)];
        return new Figure("Too long a step truncates, too short a step rounds", new Panel
        {
            X = new Axis("step h") { Scale = AxisScale.Log },
            Y = new Axis("relative error of the derivative") { Scale = AxisScale.Log, Min = 1e-15, Max = 10 },
            Legend = Legend.Outside,
            Series =
            [
                Dots(steps, [.. errors.Select(e => e.Forward)], "forward", Palette.Vermillion, MarkerShape.Circle),
                Dots(steps, [.. errors.Select(e => e.Central)], "central", Palette.Blue, MarkerShape.Square),
                Dots(steps, [.. errors.Select(e => e.Richardson)], "Richardson", Palette.Green, MarkerShape.Triangle),
                Predicted(steps, BestStep.ForwardError, Palette.Vermillion) with { Label = "predicted" },
                Predicted(steps, BestStep.CentralError, Palette.Blue),
                Predicted(steps, BestStep.RichardsonError, Palette.Green),
                new VerticalLine(1e-5) { Color = Palette.Black, Style = LineStyle.Dotted, Label = "h = 10⁻⁵" },
            ],
        })
        { Width = 940, Height = 600 };
    }

    private static Markers Dots(double[] steps, double[] errors, string label, Color colour, MarkerShape shape) =>
        new(steps, [.. errors.Select(e => Math.Max(e, Floor))]) { Label = label, Color = colour, Shape = shape, Size = 4, Opacity = 0.8 };

    // All derivatives of eˣ are its value, so relative errors are those of f = 1.
    private static Line Predicted(double[] steps, Func<double, double, double, double> error, Color colour) =>
        new(steps, [.. steps.Select(h => error(h, 1, 1))]) { Color = colour, Width = 1.4 };
}
