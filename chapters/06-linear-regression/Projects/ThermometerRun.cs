using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>The training of S0's thermometer, replayed: seed 42, full batches of the 14 readings, Adam, everything in
/// float32. S0-057, S0-064, S0-066, S0-067, S0-072, S0-073, S0-075, S0-076.</summary>
public sealed class ThermometerRun
{
    private static readonly Lazy<ThermometerRun> TheNotes = new(() => Train(0.1, 3000));
    private static readonly Lazy<ThermometerRun> TheText = new(() => Train(0.01, 3000));

    private ThermometerRun(float[] w, float[] b, float[] loss) => (W, B, Loss) = (w, b, loss);

    /// <summary>The weight before each epoch, and last after all. // [epochs + 1]</summary>
    public IReadOnlyList<float> W { get; }

    /// <summary>The bias before each epoch, and last after all. // [epochs + 1]</summary>
    public IReadOnlyList<float> B { get; }

    /// <summary>The loss before each epoch, as the notes print it, and last after all. // [epochs + 1]</summary>
    public IReadOnlyList<float> Loss { get; }

    /// <summary>The neuron after training. S0-074.</summary>
    public Float32Line Trained => new(W[^1], B[^1]);

    /// <summary>The run of the notes: η = 0.1, 3000 epochs.</summary>
    public static ThermometerRun Notes => TheNotes.Value;

    /// <summary>The run that S0's text describes: η = 0.01, 3000 epochs. S0-062, S0-070.</summary>
    public static ThermometerRun TextsRate => TheText.Value;

    /// <summary>zero → forward → loss → backward → step, epoch after epoch. S0-064.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above 0, or epochs is below 0.</exception>
    /// <exception cref="DivergedException">The loss is not finite any more.</exception>
    public static ThermometerRun Train(double η, int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        float[] x = [.. Thermometer.X.Select(v => (float)v)], y = [.. Thermometer.Y.Select(v => (float)v)];
        float[] w = new float[epochs + 1], b = new float[epochs + 1], losses = new float[epochs + 1];
        var line = Float32Line.FromSeed(42);
        Float32Adam ofWeight = new(η), ofBias = new(η);
        for (int epoch = 0; ; epoch++)
        {
            (float loss, float dw, float db) = line.Evaluate(x, y);
            (w[epoch], b[epoch], losses[epoch]) = (line.W, line.B, loss);
            if (!float.IsFinite(loss))
            {
                int good = Math.Max(0, epoch - 1);
                throw new DivergedException(
                    "the loss", loss, epoch, η, epoch == 0 ? double.NaN : losses[good],
                        [new Parameter("w", [w[good]]), new Parameter("b", [b[good]])]);
            }

            if (epoch == epochs)
            {
                return new(w, b, losses);
            }

            (line.W, line.B) = (ofWeight.Step(line.W, dw), ofBias.Step(line.B, db));
        }
    }

    /// <summary>The learning rate that leads to a printed loss, by bisection: from 0.05 to 1 the loss of epoch 100
    /// falls, small ripples apart, and below 0.05 it is never under 6.98. S0-062.</summary>
    /// <exception cref="ArgumentException">The loss does not lie between those of the two rates.</exception>
    public static double RecoverLearningRate(double printedLoss, int epoch, double low, double high)
    {
        (double above, double below) = (LossAt(low), LossAt(high));
        if (!(printedLoss <= above && printedLoss >= below))
        {
            throw new ArgumentException(
                $"Expected printedLoss to lie between the losses {below} and {above} of η = {high} and {low}; got "
                    + $"{printedLoss}.",
                nameof(printedLoss));
        }

        for (int i = 0; i < 40; i++)
        {
            double η = (low + high) / 2;
            (low, high) = LossAt(η) > printedLoss ? (η, high) : (low, η);
        }

        return (low + high) / 2;

        double LossAt(double η) => Train(η, epoch).Loss[epoch];
    }

    /// <summary>The first epoch with a printed bias, to its four decimals; −1 without one. S0-064.</summary>
    public int EpochsUntilBias(double printedBias) => B.ToList().FindIndex(b => Math.Abs(b - printedBias) <= 5e-5);
}
