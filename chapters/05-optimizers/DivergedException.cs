namespace Reference.Optimizers;

/// <summary>Training came to a loss that is not a number or not finite.</summary>
/// <param name="loss">That loss.</param>
/// <param name="step">How many steps had been taken.</param>
/// <param name="learningRate">η of the last of them.</param>
/// <param name="lastFiniteLoss">The loss before; NaN if the first was already bad.</param>
public sealed class DivergedException(double loss, int step, double learningRate, double lastFiniteLoss)
    : ArithmeticException(
        $"Expected a finite loss; got {loss} after step {step} with learning rate {learningRate}. "
        + $"The last finite loss was {lastFiniteLoss}; its weights are kept. Try a smaller learning rate.")
{
    /// <summary>The loss that stopped the run.</summary>
    public double Loss => loss;

    /// <summary>How many steps had been taken.</summary>
    public int Step => step;

    /// <summary>η of the last step.</summary>
    public double LearningRate => learningRate;

    /// <summary>The loss whose weights are kept; NaN if there was none.</summary>
    public double LastFiniteLoss => lastFiniteLoss;
}
