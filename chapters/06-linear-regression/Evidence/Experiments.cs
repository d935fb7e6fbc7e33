using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Losses;
using Reference.Numerics;
using Reference.Optimizers;
using Spectre.Console;

namespace Reference.LinearModels;

/// <summary>The experiments of chapter 06.</summary>
public static class LinearRegressionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("thermometer", "Does the seeded run of S0 repeat, digit by digit?", ReplayThermometer),
        new("housing",
            "How far off is a linear model of house prices, by k-fold cross-validation, and what does scaling "
            + "change?", PredictHousing),
    ];

    private static void ReplayThermometer(ExperimentRun run)
    {
        var table = new Table().AddColumns("epoch", "printed loss", "replayed in float32", "in float64");
        ThermometerRun replayed = ThermometerRun.Notes;
        IReadOnlyList<LineDescent.Point> exact =
            LineDescent.Run(Thermometer.X, Thermometer.Y, replayed.W[0], replayed.B[0], p => new Adam(p, 0.1), 3000);
        foreach ((int epoch, string printed) in LinearRegressionNumbers.PrintedLog)
        {
            table.AddRow($"{epoch}", printed, $"{replayed.Loss[epoch]:G9}", $"{exact[epoch].Loss:G9}");
        }

        run.Print(table);
        run.Print(new Table().AddColumns("after 3000 epochs", "printed", "replayed")
            .AddRow("w", "0.5537", $"{replayed.Trained.W:0.0000}")
            .AddRow("b", "-17.5949", $"{replayed.Trained.B:0.0000}")
            .AddRow("ŷ(70)", "21.1672", $"{replayed.Trained.Predict(70):0.0000}"));
    }

    private static void PredictHousing(ExperimentRun run)
    {
        Housing housing = Housing.Load();
        var folds = new Table { Title = new TableTitle(Markup.Escape(housing.Source)) }
            .AddColumns("fold", "train", "validation", "MAE train (1000 $)", "MAE validation (1000 $)");
        IReadOnlyList<CrossValidation.Fold> measured =
            CrossValidation.LinearRegression(housing.Samples, 4, new RandomStream(run.Seed));
        foreach ((CrossValidation.Fold fold, int k) in measured.Select((fold, k) => (fold, k + 1)))
        {
            folds.AddRow($"{k}", $"{fold.Train}", $"{fold.Validation}", $"{fold.TrainError:0.000}",
                $"{fold.ValidationError:0.000}");
        }

        folds.AddRow("mean", "", "", $"{measured.Average(f => f.TrainError):0.000}",
            $"{CrossValidation.Score(measured):0.000}");
        run.Print(folds);
        run.Progress(1, 2);

        var scales = new Table().AddColumns("features", "condition number", "largest stable rate",
            "loss above the least after 500 steps");
        foreach ((string name, FeatureScaling? scaling) in new (string, FeatureScaling?)[]
        {
            ("as they are", null), ("min-max", FeatureScaling.MinMax(housing.Samples.X)),
                ("z-score", FeatureScaling.ZScore(housing.Samples.X)),
        })
        {
            ScalingEffect effect = Descend(housing.Samples, scaling);
            scales.AddRow(name, $"{effect.Condition:#,0}", $"{effect.LargestRate:G3}", $"{effect.Excess:G3}");
        }

        run.Print(scales);
        run.Progress(2, 2);
    }

    /// <summary>The effect of scaling on descent.</summary>
    /// <param name="Condition">λ_max/λ_min of the curvature.</param>
    /// <param name="LargestRate">2/λ_max.</param>
    /// <param name="Excess">How far the loss is above the least after 500 steps at 95 % of that rate.</param>
    public sealed record ScalingEffect(double Condition, double LargestRate, double Excess);

    /// <summary>500 steps of descent from zero on a set, its features scaled or not.</summary>
    public static ScalingEffect Descend(SampleSet set, FeatureScaling? scaling)
    {
        ArgumentNullException.ThrowIfNull(set);
        Matrix<double> X = ScaledWeights.Columns(scaling?.Of(set.X) ?? set.X), Y = ScaledWeights.Columns(set.Y);
        double[] λ = StationaryPoint.Eigenvalues(LinearEquations.Hessian(X));
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
        double least = RegressionEquations.MeanSquaredError(LinearEquations.Predict(W, b, X), Y);
        var model = new LinearRegression(0 * W, 0 * b);
        model.Train(new GradientDescent(model.Parameters, 0.95 * 2 / λ[^1]), X, Y, 500);
        return new(λ[^1] / λ[0], 2 / λ[^1], RegressionEquations.MeanSquaredError(model.Predict(X), Y) - least);
    }
}
