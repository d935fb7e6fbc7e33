using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Base of the optimizers: at least one parameter, each once; constants in their ranges, or an
/// <see cref="ArgumentException"/>; all gradients checked before a weight changes; and a rule in one pass over
/// memory.</summary>
public abstract class Optimizer : IOptimizer
{
    private double _learningRate;
    private MatrixView[]? _a, _b; // the rule's state of each parameter, from the first step on
    private MatrixView[]? _before; // where this step leaves the weights as they were
    private bool _finite; // whether it has led to finite weights

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
    public IReadOnlyList<double[]> Memory => [.. (_a ?? []).Concat(_b ?? []).Select(m => m.Span.ToArray())];

    /// <inheritdoc/>
    public void Resume(int steps, IReadOnlyList<double[]> memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        int P = Parameters.Count;
        if (memory.Count % P != 0 || memory.Count > 2 * P
            || memory.Index().Any(m => m.Item.Length != Parameters[m.Index % P].Values.Length))
        {
            throw new ArgumentException(
                "Expected none, one or two arrays for each parameter, as long as "
                    + $"[{string.Join(", ", Parameters.Select(p => p.Values.Length))}]; got "
                    + $"[{string.Join(", ", memory.Select(m => m.Length))}].", nameof(memory));
        }

        Steps = RequireRate.Count(steps, 0);
        MatrixView[] copies = [.. memory.Select((m, i) => Kept(Parameters[i % P], m))];
        _a = copies.Length > 0 ? copies[..P] : null;
        _b = copies.Length > P ? copies[P..] : null;
    }

    /// <inheritdoc/>
    public void ZeroGradients()
    {
        for (int i = 0; i < Parameters.Count; i++)
        {
            Parameters[i].ZeroGradient();
        }
    }

    /// <inheritdoc/>
    public void Step() => Step(before: null);

    /// <summary>The step, which in the same pass keeps the weights as they were, where asked, and looks at the new
    /// ones.</summary>
    /// <returns>Whether all of them are finite.</returns>
    internal bool Step(MatrixView[]? before)
    {
        for (int i = 0; i < Parameters.Count; i++)
        {
            if (!IsFinite(Parameters[i]))
            {
                Require.Finite(Parameters[i].Gradients, $"gradient of {Parameters[i].Name}");
                throw new ArgumentException(
                    $"Expected |g| < {double.MaxValue / GradientScale:0.0E+0} in the gradient of {Parameters[i].Name}:"
                    + " its square would stay infinite in the average of squares, and no weight would move again.");
            }
        }

        Steps++;
        (_before, _finite) = (before, true);
        Update();
        return _finite;
    }

    /// <summary>2⁵²⁴: where a gradient times this is finite, so is a sum of 2²³ of its squares.</summary>
    internal static double ScaleOfSquares { get; } = Math.ScaleB(1, 524);

    /// <summary>Times this every gradient must be finite.</summary>
    private protected virtual double GradientScale => 1;

    /// <summary>Applies the rule of this step.</summary>
    private protected abstract void Update();

    /// <summary>One step of a rule on every parameter.</summary>
    private protected void Apply<TRule>(TRule rule)
        where TRule : struct, IUpdateRule
    {
        for (int i = 0; i < Parameters.Count; i++)
        {
            Span<double> a = TRule.States > 0 ? (_a ??= Zeros())[i].Span : default;
            Span<double> b = TRule.States > 1 ? (_b ??= Zeros())[i].Span : default;
            if (TRule.LeavesZeros && _before is null && Parameters[i].IsSparse)
            {
                ApplyToColumns(rule, Parameters[i], a, b);
                continue;
            }

            _finite &= Kernels.Update(
                rule, Parameters[i].Gradients, Parameters[i].Values, a, b,
                _before is null ? default : _before[i].Span);
        }
    }

    private bool IsFinite(Parameter parameter)
    {
        bool finite = true;
        if (!parameter.IsSparse)
        {
            return Kernels.AllFinite(parameter.Gradients, GradientScale);
        }

        foreach (int j in parameter.Columns)
        {
            finite &= Kernels.AllFinite(parameter.GradientColumn(j), GradientScale);
        }

        return finite;
    }

    // Columns whose gradient is 0 would stay as they are.
    private void ApplyToColumns<TRule>(TRule rule, Parameter parameter, Span<double> a, Span<double> b)
        where TRule : struct, IUpdateRule
    {
        int D = parameter.Value.RowCount;
        foreach (int j in parameter.Columns)
        {
            int at = j * D;
            _finite &= Kernels.Update(
                rule, parameter.GradientColumn(j), parameter.Values.Slice(at, D),
                TRule.States > 0 ? a.Slice(at, D) : a, TRule.States > 1 ? b.Slice(at, D) : b);
        }
    }

    private MatrixView[] Zeros() => [.. Parameters.Select(p => MatrixView.Beside(p.Values))];

    /// <summary>A copy of as many numbers as a parameter has, placed for a pass over both. // [n × 1]</summary>
    internal static MatrixView Kept(Parameter parameter, ReadOnlySpan<double> numbers)
    {
        MatrixView copy = MatrixView.Beside(parameter.Values);
        numbers.CopyTo(copy.Span);
        return copy;
    }
}
