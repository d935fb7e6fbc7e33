using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>Layers one after another, f = f_L ∘ … ∘ f₁, (9.7): a layer too. S2-175, S3-062, S4-021.</summary>
public sealed class Sequential : IStateful
{
    private readonly ILayer[] _layers;
    private readonly int _firstTrained;

    /// <summary>From input to output; each layer takes as many rows as the one before returns.</summary>
    /// <exception cref="ArgumentException">No layer, two that do not fit, or one in two places, stacks inside
    /// included: a layer keeps one pass only.</exception>
    public Sequential(params ILayer[] layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Require.NotEmpty(layers.Length, nameof(layers));
        foreach ((ILayer before, ILayer after) in layers.Zip(layers.Skip(1)))
        {
            if (after.Inputs != before.Outputs)
            {
                throw new ArgumentException(
                    $"Expected {Shape(after)} to take the {before.Outputs} rows of {Shape(before)} before it.",
                    nameof(layers));
            }
        }

        var met = new HashSet<ILayer>(ReferenceEqualityComparer.Instance);
        if (layers.SelectMany(Flat).FirstOrDefault(layer => !met.Add(layer)) is { } twice)
        {
            throw new ArgumentException(
                $"Expected every layer in one place, since it keeps one pass; {Shape(twice)} is in two."
                    + " Use its Shared() in one of them.",
                nameof(layers));
        }

        _layers = [.. layers];
        Parameters = [.. layers.SelectMany(layer => layer.Parameters).Distinct()];
        _firstTrained = Math.Max(0, Array.FindIndex(_layers, layer => layer.Parameters.Count > 0));
    }

    /// <summary>The layers, from input to output.</summary>
    public IReadOnlyList<ILayer> Layers => _layers;

    /// <inheritdoc/>
    public string Name => "Sequential";

    /// <inheritdoc/>
    public int Inputs => _layers[0].Inputs;

    /// <inheritdoc/>
    public int Outputs => _layers[^1].Outputs;

    /// <summary>Those of all layers; shared ones once.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Those of all layers, each under its place: <c>0.weight</c>, <c>2.bias</c>. S4-072.</summary>
    public IReadOnlyList<StoredTensor> Stored => Named(layer => layer.Stored);

    /// <summary>That of all layers, each under its place: <c>1.running_mean</c>.</summary>
    public IReadOnlyList<StoredTensor> State => Named(layer => layer is IStateful stateful ? stateful.State : []);

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training)
    {
        foreach (ILayer layer in _layers)
        {
            X = layer.Forward(X, mode); // (9.7)
        }

        return X;
    }

    /// <inheritdoc/>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true)
    {
        int first = inputGradient ? 0 : _firstTrained;
        for (int l = _layers.Length - 1; l >= first; l--)
        {
            dY = _layers[l].Backward(dY, inputGradient || l > first); // (9.7)
        }

        return dY;
    }

    /// <inheritdoc/>
    public ILayer Shared() => new Sequential([.. _layers.Select(layer => layer.Shared())]);

    /// <summary>The layers of a network one after another, those of stacks inside too.</summary>
    internal static IEnumerable<ILayer> Flat(ILayer layer) =>
        layer is Sequential stack ? stack.Layers.SelectMany(Flat) : [layer];

    private IReadOnlyList<StoredTensor> Named(Func<ILayer, IReadOnlyList<StoredTensor>> of) =>
        [.. _layers.SelectMany((layer, l) => of(layer).Select(tensor => tensor.Under($"{l}")))
            .DistinctBy(tensor => tensor.Numbers)];

    private static string Shape(ILayer layer) => $"{layer.Name} [{layer.Inputs} → {layer.Outputs}]";
}
