using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// Layers one after another, f = f_L ∘ … ∘ f₁, (9.7): one tensor in, one out.
/// Its parameters are those of its layers, and it is a layer itself. S2-175, S3-062, S4-021.
/// </summary>
public sealed class Sequential : ILayer
{
    private readonly ILayer[] _layers;
    private readonly int _firstTrained;

    /// <summary>A stack of layers.</summary>
    /// <param name="layers">From the input to the output; each expects as many rows as the one before returns.</param>
    /// <exception cref="ArgumentException">
    /// No layer, two that do not fit (the message names both and their shapes), or one that stands twice, in stacks inside too: it keeps
    /// what the way back needs of one place only, so a second place takes <see cref="ILayer.Shared"/>.
    /// </exception>
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

        RefuseTwice(layers);
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
            a = layer.Forward(a, mode); // (9.7)
        }

        return a;
    }

    /// <inheritdoc/>
    public Matrix<double> Backward(Matrix<double> dy) => Back(dy, 0);

    /// <inheritdoc/>
    public void Accumulate(Matrix<double> dy) => _layers[_firstTrained].Accumulate(Back(dy, _firstTrained + 1));

    /// <summary>
    /// The raw scores of inputs that are only to be judged: nothing is kept, and they are copied for the caller.
    /// What they stand for is the loss's matter: <see cref="Trainer.Predict"/> makes values or probabilities of them.
    /// </summary>
    /// <param name="x">// [D × N]</param>
    /// <returns>// [K × N]</returns>
    public Matrix<double> Scores(Matrix<double> x) => Forward(x, Mode.Inference).Clone();

    /// <inheritdoc/>
    public ILayer Shared() => new Sequential([.. _layers.Select(layer => layer.Shared())]);

    /// <summary>The layers of a network one after another, stacks inside opened.</summary>
    internal static IEnumerable<ILayer> Flat(ILayer layer) => layer is Sequential stack ? stack.Layers.SelectMany(Flat) : [layer];

    private static void RefuseTwice(ILayer[] layers)
    {
        var met = new HashSet<ILayer>(ReferenceEqualityComparer.Instance);
        if (layers.SelectMany(Flat).FirstOrDefault(layer => !met.Add(layer)) is { } twice)
        {
            throw new ArgumentException(
                $"Expected every layer to stand in one place; {twice.Name} [{twice.Inputs} → {twice.Outputs}] stands in two, and its way back would be that "
                    + "of the second in both. Put its Shared() there: the same parameters with a workspace of their own.",
                nameof(layers));
        }
    }

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
