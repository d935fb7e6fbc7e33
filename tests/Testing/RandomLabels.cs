using MathNet.Numerics.LinearAlgebra;

namespace Reference.Testing;

/// <summary>A distribution over 2 … 8 classes strictly inside the simplex: positive and summing to 1.</summary>
public sealed record Probabilities(double[] Values)
{
    /// <inheritdoc/>
    public override string ToString() => Show.Vector(Values);
}

/// <summary>Two such distributions over the same classes.</summary>
public sealed record PairOfProbabilities(double[] P, double[] Q)
{
    /// <inheritdoc/>
    public override string ToString() => $"p = {Show.Vector(P)}, q = {Show.Vector(Q)}";
}

/// <summary>A one-hot target over 2 … 8 classes.</summary>
public sealed record OneHot(double[] Values, int Label)
{
    /// <inheritdoc/>
    public override string ToString() => $"class {Label} of {Values.Length}";
}

/// <summary>1 … 12 predictions of a binary classifier: logits, probabilities in (0.02, 0.98) independent of them, and
/// labels 0 or 1.</summary>
public sealed record BinaryBatch(double[] Logits, double[] Probabilities, double[] Labels)
{
    /// <summary>The labels as −1 and +1.</summary>
    public double[] Signs => [.. Labels.Select(y => 2 * y - 1)];

    /// <inheritdoc/>
    public override string ToString() =>
        $"z = {Show.Vector(Logits)}, p = {Show.Vector(Probabilities)}, y = {Show.Vector(Labels)}";
}

/// <summary>
/// 1 … 7 samples of a classifier of 2 … 7 classes, as columns: logits Z [C × N], the label of each sample, the same
/// one-hot [C × N], and soft targets [C × N] whose columns are distributions.
/// </summary>
public sealed record ClassBatch(Matrix<double> Logits, int[] Labels, Matrix<double> OneHot, Matrix<double> SoftTargets)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"Z = {Show.Matrix(Logits)}, labels [{string.Join(", ", Labels)}], soft targets {Show.Matrix(SoftTargets)}";
}
