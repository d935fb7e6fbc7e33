namespace Reference.Optimizers;

/// <summary>Training reached a loss, a gradient or a weight that is not finite.</summary>
public sealed class DivergedException(
    string what, double found, int step, double learningRate, double lastFiniteLoss, IReadOnlyList<Parameter> kept,
    bool restored = true)
    : ArithmeticException(
        $"Expected {what} to be finite; got {found} after step {step} with learning rate {learningRate}. "
        + $"The last finite loss was {lastFiniteLoss}; "
        + (restored
            ? "its weights are restored. Try a smaller learning rate."
            : $"of more than {LossGuard.Copied} weights no copy is kept: these are those after that step. "
                + "Go on from the last checkpoint with a smaller learning rate."))
{
    /// <summary>The value that stopped training: NaN or an infinity.</summary>
    public double Found => found;

    /// <summary>The number of steps taken.</summary>
    public int Step => step;

    /// <summary>η of the last step.</summary>
    public double LearningRate => learningRate;

    /// <summary>The last finite loss, whose weights are restored; NaN if there was none.</summary>
    public double LastFiniteLoss => lastFiniteLoss;

    /// <summary>The parameters, with the weights of <see cref="LastFiniteLoss"/> or, if there was none, the first
    /// ones; with those after the last step where no copy is kept (<see cref="LossGuard.Copied"/>).</summary>
    public IReadOnlyList<Parameter> Kept => kept;
}
