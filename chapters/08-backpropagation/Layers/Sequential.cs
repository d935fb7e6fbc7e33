using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// Layers one after another, f = f_L ∘ … ∘ f₁, (8.36): one tensor in, one out.
/// Its parameters are those of its layers, and it is a layer itself. S2-175, S3-062, S4-021.
/// </summary>
public sealed class Sequential : ILayer
{
    private readonly ILayer[] _layers;
    private readonly int _firstTrained;

    /// <summary>A stack of layers.</summary>
    /// <param name="layers">From the input to the output; each expects as many rows as the one before returns.</param>
    /// <exception cref="ArgumentException">No layer, or two that do not fit; the message names both and their shapes.</exception>
    public Sequential(params ILayer[] layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Require.NotEmpty(layers.Length, nameof(layers));
        for (int l = 1; l < layers.Length; l++)
        {
            if (layers[l].Inputs != layers[l - 1].Outputs)
            {
                throw new ArgumentException(
                    $"Expected layer {l} ({layers[l].Name} [{layers[l].Inputs} → {layers[l].Outputs}]) to take the {layers[l - 1].Outputs} rows that layer "
                        + $"{l - 1} ({layers[l - 1].Name} [{layers[l - 1].Inputs} → {layers[l - 1].Outputs}]) returns; it takes {layers[l].Inputs}.",
                    nameof(layers));
            }
        }

        _layers = [.. layers];
        Parameters = [.. layers.SelectMany(layer => layer.Parameters).Distinct()]; // one that two layers share moves once a step
        _firstTrained = Math.Max(0, Array.FindIndex(_layers, layer => layer.Parameters.Count > 0));
    }

    /// <summary>The layers, from the input to the output.</summary>
    public IReadOnlyList<ILayer> Layers => _layers;

    /// <inheritdoc/>
    public string Name => "Sequential";

    /// <inheritdoc/>
    public int Inputs => _layers[0].Inputs;

    /// <inheritdoc/>
    public int Outputs => _layers[^1].Outputs;

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Other rows than D, no column, or a number that is not finite.</exception>
    public Matrix<double> Forward(Matrix<double> x, Mode mode = Mode.Training)
    {
        Matrix<double> a = RequireBatch.Input(this, x);
        Require.Finite(((MathNet.Numerics.LinearAlgebra.Double.DenseMatrix)a).Values, nameof(x));
        foreach (ILayer layer in _layers)
        {
            a = layer.Forward(a, mode); // (8.36)
        }

        return a;
    }

    /// <inheritdoc/>
    public Matrix<double> Backward(Matrix<double> dy) => Back(dy, 0);

    /// <inheritdoc/>
    public void Accumulate(Matrix<double> dy) => _layers[_firstTrained].Accumulate(Back(dy, _firstTrained + 1));

    /// <summary>The output for inputs that are only to be judged: nothing is kept, and it is copied for the caller.</summary>
    /// <param name="x">// [D × N]</param>
    /// <returns>// [K × N]</returns>
    public Matrix<double> Predict(Matrix<double> x) => Forward(x, Mode.Inference).Clone();

    /// <inheritdoc/>
    public ILayer Shared() => new Sequential([.. _layers.Select(layer => layer.Shared())]);

    private Matrix<double> Back(Matrix<double> dy, int to)
    {
        ArgumentNullException.ThrowIfNull(dy);
        for (int l = _layers.Length - 1; l >= to; l--)
        {
            dy = _layers[l].Backward(dy);
        }

        return dy;
    }
}
