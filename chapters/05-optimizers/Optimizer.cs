using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>
/// Base of the optimizers: at least one parameter, each once; constants in their ranges, or an <see
/// cref="ArgumentException"/>; all gradients checked before a weight changes; and a rule in one pass over memory.
/// </summary>
public abstract class Optimizer : IOptimizer
{
    private double _learningRate;
    private double[][]? _a, _b; // the rule's state of each parameter, from the first step on

    private protected Optimizer(IReadOnlyList<Parameter> parameters, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Require.NotEmpty(parameters.Count, nameof(parameters));
        if (parameters.Distinct().Count() != parameters.Count)
        {
            throw new ArgumentException(
                "Expected parameters to name each parameter once; got "
                + $"{string.Join(", ", parameters.Select(p => p.Name))}.", nameof(parameters));
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
            if (!Kernels.AllFinite(Parameters[i].Gradients))
            {
                Require.Finite(Parameters[i].Gradients, $"gradient of {Parameters[i].Name}");
            }
        }

        Steps++;
        Update();
    }

    /// <summary>Applies the rule of this step.</summary>
    private protected abstract void Update();

    /// <summary>One step of a rule on every parameter.</summary>
    private protected void Apply<TRule>(TRule rule)
        where TRule : struct, IUpdateRule
    {
        for (int i = 0; i < Parameters.Count; i++)
        {
            Span<double> a = TRule.States > 0 ? (_a ??= Zeros())[i] : default;
            Span<double> b = TRule.States > 1 ? (_b ??= Zeros())[i] : default;
            Kernels.Update(rule, Parameters[i].Gradients, Parameters[i].Values, a, b);
        }
    }

    private double[][] Zeros() => [.. Parameters.Select(p => new double[p.Values.Length])];
}
