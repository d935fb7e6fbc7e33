using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>What the notes state about lines and their training, and a computed counterexample refutes.</summary>
public static class LinearRegressionClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-067", "An example with 3000 epochs and a learning rate of 0.1.",
            "No other example: it is the run whose log is printed above, which shows the epochs up to 1000 of the same 3000.",
            "One replayed run, seed 42 and η = 0.1, has all 13 losses of both logs to 5·10⁻⁶.",
            () => LinearRegressionNumbers.All.Where(n => n.Row is "S0-066" or "S0-067").ToList() is { Count: 13 } log
                && log.TrueForAll(n => n.Failure() is null) && ThermometerRun.Notes.Loss.Count == 3001),
        new("S0-069", "As the cycle continues, the loss decreases.",
            "Only in the values that the log prints, every hundredth. Adam is not monotone: its averages carry it past the minimum.",
            "The loss is 46.19 at epoch 4, 189.10 at epoch 10 and 6.82 at epoch 100.",
            () => ThermometerRun.Notes.Loss is var loss && loss[10] > 4 * loss[4] && loss[100] < loss[4]),
        new("S0-070", "If we increase the learning rate we must increase the number of repetitions.",
            "The reverse, as long as training is stable: it is the smaller rate that needs more epochs.",
            "After the same 3000 epochs η = 0.01 has a loss of 4.28 and η = 0.1 one of 0.4438, against a floor of 0.44377.",
            () => ThermometerRun.TextsRate.Loss[^1] > 4 && ThermometerRun.Notes.Loss[^1] - Best.Floor < 3e-5),
        new("S0-073", "In the second epoch we have a lowering of the bias.",
            "It is the weight that lowers the line. Adam's first steps move both by the same 0.1, and the weight's is multiplied by the reading.",
            "From epoch 0 to 4 both fall by 0.386; at the mean reading 65.6 that is 25.3 degrees by the weight and 0.386 by the bias.",
            () => Moved(0, 4) is var (w, b) && Math.Abs(w - b) < 2e-3 && w * MeanReading < 60 * b && b < 0),
        new("S0-073", "In the last thousand epochs it changes the weight that regulates the slope.",
            "Weight and bias move together along the valley of the error; in degrees, the bias moves the line a little further.",
            "From epoch 2000 to 2999 the bias takes 1.064 degrees off and the weight adds 1.042 at the mean reading.",
            () => Moved(2000, 2999) is var (w, b) && b < -1 && w * MeanReading > 1 && Math.Abs(b) > w * MeanReading),
        new("S2-086", "A trial-and-error method to find the optimal values of m and b.",
            "Nothing is tried and given up: the derivatives say which way to go, and every step goes there.",
            "On the points (1, 3), (2, 5), (3, 7) with η = 0.006 each of 5000 steps lowers the error.",
            () => LineDescent.Run([1, 2, 3], [3, 5, 7], 0, 0, 0.006, 5000) is var path && path.Zip(path.Skip(1), (a, b) => b.Loss < a.Loss).All(fell => fell)),
        new("S2-090", "Learning rate is direction.", "The sign of the derivative gives the direction; the learning rate is how long the step is.",
            "From (0, 0) the rates 0.006 and 0.012 take the same direction, the second twice as far.",
            () => FirstStep(0.006) is var (w, b) && FirstStep(0.012) is var (w2, b2) && Math.Abs(w2 - 2 * w) < 1e-12 && Math.Abs(b2 - 2 * b) < 1e-12),
        new("S2-093", "predicted_bonus = w1 * performance + w2 * years_of_experience + w3 *, its rest on the next line, and a print after the loop's if.",
            "One expression in parentheses, and the print inside the if: a line that ends in * is a syntax error, and an if needs something to do.",
            "Mended, the loop runs: its 5000 epochs print 50 losses, and the last is within 1 % of the least that the normal equations leave.",
            MendedLoopIsNearLeast),
        new("S3-099", "Normalising the test data with the mean and deviation of the training data is right only if one is sure of their distribution.",
            "It is always right: the model knows features in the training set's units, and nothing else about the test set may enter. "
            + "Doubts about the distribution concern the model, not the units.",
            "Scaled by the statistics of its own batch, the same house gets another price beside other houses; "
            + "scaled by the training statistics it always gets the same.",
            () => PricesOfOneHouse() is var (trained, own) && trained.Distinct().Count() == 1 && own.Max() - own.Min() > 1),
        new("S3-197", "(y − b)·x⁻¹ = w, with x the input vector.",
            "A vector has no inverse: many weights give one sample its target, and the pseudo-inverse (y − b)xᵀ/(xᵀx) is the shortest of them.",
            "With x = (1, 2) and y − b = 5 both (1, 2) and (5, 0) fit; the first is the pseudo-inverse's.",
            () => PseudoInverse.Weights(5, 0, [1, 2]) is [1, 2]
                && ScalarLinear.Predict([5, 0], 0, [1, 2]) == 5
                && ScalarLinear.Predict([1, 2], 0, [1, 2]) == 5),
        new("S3-197", "Because the inverse is costly, networks are trained by descent.",
            "That is not the reason: the inverse answers linear models only, and those it answers at once. "
            + "A network with an activation between its layers has no such equations.",
            "The 14 weights of the housing table come out of one 14 × 14 solve, with a mean squared error that no descent undercuts.",
            HousingSolveIsLeast),
        new("S3-212", "Features of different scales lead to overfitting.",
            "They lead to slow descent. The least-squares fit is the same before and after scaling, and so is what it predicts on new samples.",
            "In the example of one feature up to 1 and one up to 1000 the predictions agree to ten digits, "
            + "while the condition number falls from some millions to below 2.",
            () => ScaleExample.PredictionGap < 1e-10 && ScaleExample.Condition(scaled: false) > 1e5 && ScaleExample.Condition(scaled: true) < 2),
        new("S3-213", "Standardisation assumes that the data are normally distributed.",
            "It needs nothing but a mean and a deviation, which any feature that varies has.",
            "A feature of mostly 0 and a few 1 gets mean 0 and deviation 1 like any other.",
            () => ScalarScaling.ZScore([0, 0, 0, 0, 0, 0, 0, 1]) is var z
                && Math.Abs(z.Average()) < 1e-12
                && Math.Abs(ScalarScaling.MeanAndDeviation(z).Deviation - 1) < 1e-12),
        new("S4-075", "Check if the learning rate is + or −.",
            "The learning rate is always positive; it is the slope whose sign tells on which side of the minimum one stands.",
            "For y = −3x the slope of the cost is −42.0 at w = −10 and +42.0 at w = 4, which lie 7 left and right of −3.",
            () => SlopeCost.Exercise.Derivative(-10) < -42 && SlopeCost.Exercise.Derivative(4) > 42),
        new("S4-077", "x = torch.arange(start, stop, range).view(-1, 1)",
            "torch.arange(start, stop, step): the third number is how far apart neighbours are. The range is stop − start.",
            "From −3 to 3 the step 0.1 makes 60 inputs with a mean x² of 3.0017; the range 6 as the step leaves the input −3 alone, with 9.",
            () => Arange(-3, 3, 0.1) is { Length: 60 } inputs && Math.Abs(new SlopeCost(inputs, inputs).MeanSquare - SlopeCost.Exercise.MeanSquare) < 1e-9
                && Arange(-3, 3, 3 - -3) is [-3] alone && new SlopeCost(alone, alone).MeanSquare == 9),
        new("S4-079", "The gradient points in the direction of the next iteration.", "The next iteration lies against the gradient.",
            "From (−15, −10) the gradient is (−95.2, −16.4), and both w and b go up.",
            () => LineDescent.Run(LinearRegressionNumbers.ExerciseX, LinearRegressionNumbers.ExerciseY, -15, -10, 0.1, 1) is [_, var next]
                && ScalarLine.Gradient(-15, -10, LinearRegressionNumbers.ExerciseX, LinearRegressionNumbers.ExerciseY) is ( < 0, < 0)
                    && next.W > -15 && next.B > -10),
        new("S4-090", "ŷ₁ = b + w₁x₁ + … + w₄x₄ in one line, and a matrix of 3 rows in the next.",
            "One count for both: W has as many columns (in the notes' layout rows) as x has features.",
            "A matrix for three features refuses four, naming both shapes.",
            () => Refused(() => LinearEquations.Predict(Matrix<double>.Build.Dense(2, 3), Matrix<double>.Build.Dense(2, 1), Matrix<double>.Build.Dense(4, 1)))),
    ];

    private static LineFit Best => LineFit.Of(Thermometer.X, Thermometer.Y);

    private static double MeanReading => Thermometer.Readings.Average();

    private static (double W, double B) Moved(int from, int to) =>
        (ThermometerRun.Notes.W[to] - ThermometerRun.Notes.W[from], ThermometerRun.Notes.B[to] - ThermometerRun.Notes.B[from]);

    private static (double W, double B) FirstStep(double η) => LineDescent.Run([1, 2, 3], [3, 5, 7], 0, 0, η, 1)[1] is var p ? (p.W, p.B) : default;

    // The price of the first house, tested beside different neighbours.
    private static (double[] TrainStatistics, double[] OwnStatistics) PricesOfOneHouse()
    {
        SampleSet set = Housing.StandIn().Samples, train = set.At([.. Enumerable.Range(106, 400)]);
        FeatureScaling scaling = FeatureScaling.ZScore(train.X);
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(ScaledWeights.Columns(scaling.Of(train.X)), ScaledWeights.Columns(train.Y));
        SampleSet[] batches = [.. Enumerable.Range(0, 5).Select(k => set.At([0, .. Enumerable.Range(1 + 20 * k, 20)]))];
        return ([.. batches.Select(batch => Price(batch, scaling))], [.. batches.Select(batch => Price(batch, FeatureScaling.ZScore(batch.X)))]);

        double Price(SampleSet batch, FeatureScaling units) =>
            LinearEquations.Predict(W, b, ScaledWeights.Columns(units.Of(batch.X)).SubMatrix(0, batch.X.Features, 0, 1))[0, 0];
    }

    // start, start + step, … below stop, as PyTorch's arange.
    private static double[] Arange(double start, double stop, double step) =>
        [.. Enumerable.Range(0, (int)Math.Ceiling((stop - start) / step)).Select(i => start + i * step)];

    private static bool MendedLoopIsNearLeast()
    {
        var exercise = new BonusExercise();
        IReadOnlyList<double> losses = exercise.TrainByHand(BonusExercise.Start(0), BonusExercise.LearningRate, BonusExercise.Epochs);
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(exercise.X, exercise.Y);
        double least = Losses.RegressionEquations.MeanSquaredError(LinearEquations.Predict(W, b, exercise.X), exercise.Y);
        return losses.Where((_, epoch) => (epoch + 1) % 100 == 0).Count() == 50 && losses[^1] >= least && losses[^1] < 1.01 * least;
    }

    private static bool HousingSolveIsLeast()
    {
        SampleSet set = Housing.StandIn().Samples;
        Matrix<double> X = ScaledWeights.Columns(FeatureScaling.ZScore(set.X).Of(set.X)), Y = ScaledWeights.Columns(set.Y);
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
        double least = Losses.RegressionEquations.MeanSquaredError(LinearEquations.Predict(W, b, X), Y);
        var model = new LinearRegression(0 * W, 0 * b);
        model.Train(new Optimizers.GradientDescent(model.Parameters, 0.05), X, Y, 300);
        double descended = Losses.RegressionEquations.MeanSquaredError(model.Predict(X), Y);
        return descended >= least && descended < 1.01 * least;
    }

    private static bool Refused(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message.Contains("2x3", StringComparison.Ordinal)
                && refusal.Message.Contains("4x1", StringComparison.Ordinal);
        }
    }
}
