using Reference.Activations;

namespace Reference.Networks;

/// <summary>
/// Any activation of chapter 02 as a layer, number by number: y = φ(x), dx = dy ⊙ φ′(x), (9.5);
/// those that training meets most have layers of their own at the speed of their kernels. An input that is not finite gives NaN, which the guard of a
/// training loop stops at.
/// </summary>
/// <param name="activation">φ and φ′.</param>
/// <param name="width">D ≥ 1.</param>
public sealed class ActivationLayer(Activation activation, int width) : ParameterFreeLayer(width)
{
    /// <inheritdoc/>
    public override string Name => activation.Name;

    /// <inheritdoc/>
    public override ILayer Shared() => new ActivationLayer(activation, Inputs);

    /// <inheritdoc/>
    protected override void Values(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.IsFinite(x[i]) ? activation.Value(x[i]) : double.NaN;
        }
    }

    /// <inheritdoc/>
    protected override void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = dy[i] * activation.Derivative(x[i]); // (9.5)
        }
    }
}
