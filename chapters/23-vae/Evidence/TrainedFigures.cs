using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.VariationalAutoencoders;

/// <summary>Figures of trained autoencoders.</summary>
public static class TrainedFigures
{
    /// <summary>Loss, reconstruction and divergence by epoch.</summary>
    public static Figure Training(IReadOnlyList<VaeTrainer.Epoch> history, string what)
    {
        double[] epochs = [.. Enumerable.Range(1, history.Count).Select(e => (double)e)];
        Panel Of(string title, Func<ElboTerms, double> of) => new()
        {
            Title = title, X = "epoch", Y = "nats a digit",
            Series =
            [
                new Line(epochs, [.. history.Select(e => of(e.Training))])
                    { Color = ColorOf.Training, Label = "training" },
                new Line(epochs, [.. history.Select(e => of(e.HeldOut))])
                    { Color = ColorOf.Validation, Label = "held out" },
            ],
        };
        return Figure.Grid($"The convolutional autoencoder of the notes on {what}", 3,
            [Of("loss", t => t.Loss(1)), Of("reconstruction", t => t.Reconstruction), Of("divergence", t =>
                t.Divergence)]) with { Height = 340 };
    }

    /// <summary>Digits, their reconstructions by the means, and generated ones.</summary>
    public static Figure Digits(VariationalAutoencoder model, SampleSet heldOut, ulong seed)
    {
        Matrix<double> X = Columns(heldOut, 25);
        return Figure.Grid("Digits in, and digits out", 3,
        [
            Sheet("held-out digits", X, 5), Sheet("their reconstructions", model.Decode(model.Encode(X).Means), 5),
            Sheet("generated", model.Generate(25, new RandomStream(seed)), 5),
        ]) with { Height = 380 };
    }

    /// <summary>The means of held-out digits, a colour a class, its number at the median.</summary>
    public static Figure Map(IReadOnlyList<VariationalAutoencoder> models, SampleSet heldOut)
    {
        Color[] colors = [.. Palette.Order, Palette.Grey, Palette.Purple.Towards(Palette.White, 0.4)];
        Matrix<double> X = Columns(heldOut, heldOut.Count);
        return Figure.Grid($"Means of {heldOut.Count:N0} held-out digits in two latent units", 2,
            [.. models.Select(model =>
        {
            Matrix<double> M = model.Encode(X).Means;
            int[][] classes = [.. Enumerable.Range(0, 10).Select(c =>
                Enumerable.Range(0, heldOut.Count).Where(n => heldOut.Labels[n] == c).ToArray())];
            double Median(int row, int[] of) => of.Select(n => M[row, n]).Order().ElementAt(of.Length / 2);
            double[] turn = [.. Enumerable.Range(0, 101).Select(i => 2 * Math.PI * i / 100)];
            return new Panel
            {
                Title = $"β = {model.Beta}", X = "z₁", Y = "z₂", AspectEqual = true, ShowLegend = false,
                Series =
                [
                    .. classes.Select((of, c) =>
                        new Markers([.. of.Select(n => M[0, n])], [.. of.Select(n => M[1, n])])
                        { Color = colors[c], Size = 3.5 }),
                    new Line([.. turn.Select(t => 2 * Math.Cos(t))], [.. turn.Select(t => 2 * Math.Sin(t))])
                        { Color = Palette.Black, Style = LineStyle.Dashed, Width = 1.2 },
                    .. classes.Where(of => of.Length > 0).Select((of, c) =>
                        new Annotation(Median(0, of), Median(1, of), $"{heldOut.Labels[of[0]]}")),
                ],
            };
        })]) with { Height = 520 };
    }

    /// <summary>The decoder over a square grid of quantiles of the prior.</summary>
    public static Figure Manifold(VariationalAutoencoder model, int side = 20)
    {
        double[] z = [.. Enumerable.Range(0, side).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / side))];
        Matrix<double> Z = Matrix<double>.Build.Dense(2, side * side,
            (row, n) => row == 0 ? z[n % side] : z[side - 1 - n / side]);
        return new($"Decoded latent points, z₁ to the right and z₂ up, from {z[0]:0.0} to {z[^1]:0.0}",
            Sheet("", model.Decode(Z), side)) { Width = 700, Height = 740 };
    }

    /// <summary>Two pairs of digits with nine mixtures between: of pixels, and of codes of each model.</summary>
    public static Figure Interpolation(IReadOnlyList<VariationalAutoencoder> models, SampleSet heldOut)
    {
        Matrix<double> X = Columns(heldOut, heldOut.Count);
        int First(int label) => Enumerable.Range(0, heldOut.Count).First(n => heldOut.Labels[n] == label);
        (int From, int To)[] pairs = [(First(0), First(7)), (First(6), First(1))];
        Matrix<double> Between(Matrix<double> codes) => pairs.Select(p =>
            VaeEquations.Between(codes.Column(p.From), codes.Column(p.To), 11)).Aggregate((a, b) => a.Append(b));
        return Figure.Grid("Between two digits", 1,
        [
            Sheet("pixels", Between(X), 11),
            .. models.Select(model => Sheet($"codes of two units, β = {model.Beta}",
                model.Decode(Between(model.Encode(X).Means)), 11)),
        ]) with { Height = 170 * (models.Count + 1) + 60, Width = 760 };
    }

    /// <summary>Reconstruction against divergence, a point a β, and the divergence of every unit.
    /// // units [β][k], sorted</summary>
    public static Figure Beta(double[] βs, ElboTerms[] terms, double[][] units, string what)
    {
        double[] places = [.. Enumerable.Range(1, units[0].Length).Select(j => (double)j)];
        return Figure.Grid($"Dense autoencoders of {units[0].Length} units after {what}", 2,
        [
            new Panel
            {
                Title = "held-out digits", X = new Axis("divergence (nats)") { Min = 0 }, Y = "reconstruction (nats)",
                Series =
                [
                    new Line([.. terms.Select(t => t.Divergence)], [.. terms.Select(t => t.Reconstruction)])
                        { Color = Palette.Grey },
                    .. terms.Select((t, i) => new Markers([t.Divergence], [t.Reconstruction])
                        { Color = ColorOf.Time(i, βs.Length), Label = $"β = {βs[i]}" }),
                ],
            },
            new Panel
            {
                Title = "divergence of a unit", X = "unit, sorted", Y = new Axis("divergence (nats)") { Min = 0 },
                Series = [.. units.Select((of, i) => new Line(places, of)
                    { Color = ColorOf.Time(i, βs.Length), Label = $"β = {βs[i]}" })],
            },
        ]);
    }

    internal static Matrix<double> Columns(SampleSet set, int count) =>
        Matrix<double>.Build.DenseOfColumnArrays(Enumerable.Range(0, Math.Min(count, set.Count))
            .Select(n => set[n].X));

    private static Panel Sheet(string title, Matrix<double> X, int columns) => new()
    {
        Title = title, ShowAxes = false, ShowGrid = false,
        Series =
        [
            new ImageGrid([.. X.EnumerateColumns().Select(x =>
                Matrix<double>.Build.DenseOfRowMajor(28, 28, x).ToArray())], columns) { Range = (0, 1) },
        ],
    };
}
