using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Regularization;

/// <summary>Figures of batch and layer normalization.</summary>
internal static class NormalizationFigures
{
    public static Figure Effect()
    {
        (SampleSet training, SampleSet held, _) = DigitRemedies.Digits(null, 300, 150);
        Matrix<double> X = Matrix<double>.Build.DenseOfColumnArrays(
            [.. Enumerable.Range(0, 100).Select(n => training[n].X)]);
        ILayer[] layers = [.. DigitRemedies.Sigmoids(new RandomStream(1), batchNorm: true, 30).Layers];
        Matrix<double> before = layers[0].Forward(X), after = layers[1].Forward(before);
        double[] edges = [.. Enumerable.Range(0, 61).Select(k => -4.5 + 0.15 * k)];
        History[] runs = [.. new[] { false, true }.Select(b =>
            DigitRemedies.TrainSigmoids(training, held, b, 12, 1, hidden: 30))];
        Histogram Density(Matrix<double> scores) => new([.. scores.Enumerate()], edges) { Density = true };
        return Figure.Grid("784-30-30-10 of sigmoids, momentum 0.9, rate 0.01", 2,
        [
            new Panel
            {
                Title = "first scores, 100 digits", X = "score", Y = "density",
                Series =
                [
                    Density(after) with { Color = Palette.Blue, Label = "after batch norm" },
                    // Open, so that both are seen where they overlap.
                    new Line(edges, [.. Density(before).Heights, 0])
                    { Steps = true, Color = Palette.Vermillion, Label = "before" },
                ],
            },
            new Panel
            {
                Title = "accuracy on digits held out", X = "epoch", Y = new Axis("accuracy") { Min = 0, Max = 1 },
                Series =
                [
                    .. runs.Select((run, i) => new Line(
                        [.. run.Epochs.Select((_, e) => e + 1.0)], run.ValidationMetrics)
                    {
                        Label = i == 0 ? "without" : "with batch norm", Width = 2.2,
                        Color = i == 0 ? Palette.Vermillion : Palette.Blue,
                    }),
                ],
            },
        ]);
    }

    public static Figure Which()
    {
        var random = new RandomStream(3);
        Matrix<double> X = Matrix<double>.Build.Dense(5, 7, (d, n) => (d - 2) * 1.5 + 0.7 * random.Normal() + 0.5 * n);
        Panel Of(string title, Matrix<double> of) => new()
        {
            Title = title, X = "sample", Y = "feature", AspectEqual = true, ShowGrid = false,
            Series =
            [
                new HeatMap(of.ToArray())
                    { OriginAtTop = true, Map = ColorMap.Diverging, Min = -6, Max = 6, CellFormat = "0.0" },
            ],
        };
        return Figure.Grid("Seven samples of five features", 3,
        [
            Of("input", X), Of("batch norm: rows", NormalizationEquations.Standardize(X).X̂),
            Of("layer norm: columns", NormalizationEquations.StandardizeColumns(X).X̂),
        ]) with
        { Height = 300, ShareX = true, ShareY = true };
    }
}
