using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>
/// Few points of a curve with noise, for training, validation and test, and models of growing complexity on them:
/// polynomials and networks 1-H-1. S1-110, S4-084, S4-085, S4-127, S4-128, S4-129.
/// </summary>
public sealed record NoisyCurve(NoisyCurve.Points Training, NoisyCurve.Points Validation, NoisyCurve.Points Test)
{
    /// <summary>Points in the plane. // x, y [N]</summary>
    public readonly record struct Points(double[] X, double[] Y)
    {
        /// <summary>The points as samples of one input and one target.</summary>
        public SampleSet Samples =>
            new(new ColumnSamples(Row(X)), new ColumnSamples(Row(Y)));

        private static Matrix<double> Row(double[] values) => Matrix<double>.Build.DenseOfRowArrays(values);
    }

    /// <summary>What the points are drawn from.</summary>
    public static double Truth(double x) => Math.Sin(3 * x);

    /// <summary>Three sets of x in [−1, 1), each with the same noise.</summary>
    public static NoisyCurve Draw(RandomStream random, int training = 20, int held = 200, double noise = 0.3)
    {
        Points Of(int count)
        {
            double[] x = random.Uniforms(count, -1, 1);
            return new(x, [.. x.Select(v => Truth(v) + random.Normal(0, noise))]);
        }

        return new(Of(training), Of(held), Of(held));
    }

    /// <summary>Training and validation error by degree. S4-127, S4-128.</summary>
    public IReadOnlyList<(double Training, double Validation)> ByDegree(IEnumerable<int> degrees) =>
    [
        .. degrees.Select(degree => PolynomialFit.Of(Training.X, Training.Y, degree)).Select(fit =>
            (fit.Error(Training.X, Training.Y), fit.Error(Validation.X, Validation.Y))),
    ];

    /// <summary>1-H-1 of tanh units, Adam at 0.02 on all points at once. S4-127, S4-129.</summary>
    public (double Training, double Validation) ByNeurons(int hidden, ulong seed, int steps)
    {
        Sequential network = MultilayerPerceptron.Of(
            [1, hidden, 1], width => new Tanh(width), Initializers.Normal(new RandomStream(seed), 1));
        var trainer = new Trainer(network, new MeanSquaredError(), new Adam(network.Parameters, 0.02));
        trainer.Fit(Training.Samples, steps, Training.X.Length);
        return (trainer.Evaluate(Training.Samples).Loss, trainer.Evaluate(Validation.Samples).Loss);
    }

    /// <summary>
    /// The learning rate whose line has the least validation cost after ten epochs of batches of one, and that cost
    /// and the test cost of each: the test set takes no part in the choice. S4-084.
    /// </summary>
    public (double Best, IReadOnlyList<(double Rate, double Validation, double Test)> All) ChooseRate(double[] rates)
    {
        (double Rate, double Validation, double Test)[] all = [.. rates.Select(η =>
        {
            var line = new Dense(1, 1, Initializers.Zero);
            var trainer = new Trainer(line, new MeanSquaredError(), new GradientDescent(line.Parameters, η));
            trainer.Fit(Training.Samples, 10, 1);
            return (η, trainer.Evaluate(Validation.Samples).Loss, trainer.Evaluate(Test.Samples).Loss);
        })];
        return (all.MinBy(run => run.Validation).Rate, all);
    }
}
