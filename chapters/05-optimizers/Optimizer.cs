using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>What all rules over <see cref="Parameter"/>s share: they look at every gradient before they move anything.</summary>
public abstract class Optimizer : IOptimizer
{
    private double _learningRate;

    private protected Optimizer(IReadOnlyList<Parameter> parameters, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Require.NotEmpty(parameters.Count, nameof(parameters));
        if (parameters.Distinct().Count() != parameters.Count)
        {
            throw new ArgumentException(
                $"Expected parameters to name each parameter once; got {string.Join(", ", parameters.Select(p => p.Name))}.",
                nameof(parameters));
        }

        Parameters = [.. parameters];
        LearningRate = learningRate;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = RequireRate.Learning(value, "learningRate");
    }

    /// <inheritdoc/>
    public int Steps { get; private set; }

    /// <inheritdoc/>
    public void ZeroGradients()
    {
        for (int i = 0; i < Parameters.Count; i++)
        {
            Parameters[i].ZeroGradient();
        }
    }

    /// <inheritdoc/>
    public void Step()
    {
        for (int i = 0; i < Parameters.Count; i++)
        {
            Validate(Parameters[i]);
        }

        Steps++;
        for (int i = 0; i < Parameters.Count; i++)
        {
            Update(i, Parameters[i].Values, Parameters[i].Gradients);
        }
    }

    /// <summary>The rule, on one parameter's memory, in one pass.</summary>
    private protected abstract void Update(int parameter, Span<double> w, ReadOnlySpan<double> g);

    /// <summary>A buffer of zeros beside each parameter.</summary>
    private protected static double[][] State(IReadOnlyList<Parameter> parameters) => [.. parameters.Select(p => new double[p.Values.Length])];

    private static void Validate(Parameter parameter)
    {
        if (!Kernels.AllFinite(parameter.Gradients))
        {
            Require.Finite(parameter.Gradients, $"gradient of {parameter.Name}");
        }
    }
}
