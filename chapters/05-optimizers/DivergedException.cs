namespace Reference.Optimizers;

/// <summary>Training came to a number that is not finite: a loss, a gradient or a weight.</summary>
/// <param name="what">What is not finite.</param>
/// <param name="found">What it is instead: NaN or an infinity.</param>
/// <param name="step">How many steps had been taken.</param>
/// <param name="learningRate">η of the last of them.</param>
/// <param name="lastFiniteLoss">The loss before; NaN if the first was already bad.</param>
/// <param name="kept">The parameters, which hold the weights of that loss again.</param>
public sealed class DivergedException(string what, double found, int step, double learningRate, double lastFiniteLoss, IReadOnlyList<Parameter> kept)
    : ArithmeticException(
        $"Expected {what} to be finite; got {found} after step {step} with learning rate {learningRate}. "
        + $"The last finite loss was {lastFiniteLoss}; its weights are kept. Try a smaller learning rate.")
{
    /// <summary>What stopped the run: NaN or an infinity.</summary>
    public double Found => found;

    /// <summary>How many steps had been taken.</summary>
    public int Step => step;

    /// <summary>η of the last step.</summary>
    public double LearningRate => learningRate;

    /// <summary>The loss whose weights are kept; NaN if there was none.</summary>
    public double LastFiniteLoss => lastFiniteLoss;

    /// <summary>
    /// The parameters with the weights of <see cref="LastFiniteLoss"/>, or with the first ones: what was learned is here even where the model is lost.
    /// </summary>
    public IReadOnlyList<Parameter> Kept => kept;
}
