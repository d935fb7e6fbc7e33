using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Testing;

/// <summary>One well-scaled number: N(0, 1) times a scale of 0.1 … 3.</summary>
public sealed record Number(double Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Value:R}";
}

/// <summary>A positive number between 0.01 and 10, even on a logarithmic scale: a width, a rate, a
/// temperature.</summary>
public sealed record Positive(double Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Value:R}";
}

/// <summary>A seed, for laws that draw what they need themselves.</summary>
public sealed record Seed(ulong Value)
{
    /// <summary>A new stream from the seed.</summary>
    public RandomStream Stream() => new(Value);

    /// <inheritdoc/>
    public override string ToString() => $"seed {Value}";
}

/// <summary>A vector of 1 … 12 numbers N(0, 1) times a scale of 0.1 … 3: activations, logits, an upstream
/// gradient.</summary>
public sealed record RandomVector(double[] Values)
{
    /// <summary>The same as a MathNet vector.</summary>
    public Vector<double> Vector => Vector<double>.Build.DenseOfArray(Values);

    /// <inheritdoc/>
    public override string ToString() => Show.Vector(Values);
}

/// <summary>Two such vectors of one length.</summary>
public sealed record PairOfVectors(double[] A, double[] B)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Show.Vector(A)} and {Show.Vector(B)}";
}

/// <summary>A matrix of 1 … 7 rows and columns, N(0, 1) times a scale of 0.1 … 3.</summary>
public sealed record RandomMatrix(Matrix<double> Matrix)
{
    /// <inheritdoc/>
    public override string ToString() => Show.Matrix(Matrix);
}

/// <summary>Two such matrices of one shape.</summary>
public sealed record PairOfMatrices(Matrix<double> A, Matrix<double> B)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Show.Matrix(A)} and {Show.Matrix(B)}";
}

/// <summary>A batch: N samples as the columns of X [D × N], D and N of 1 … 7.</summary>
public sealed record Batch(Matrix<double> X)
{
    /// <summary>The length of a sample.</summary>
    public int D => X.RowCount;

    /// <summary>The number of samples.</summary>
    public int N => X.ColumnCount;

    /// <inheritdoc/>
    public override string ToString() => Show.Matrix(X);
}

/// <summary>A neuron and what it sees: weights and input of one length, 1 … 12, and a bias.</summary>
public sealed record Neuron(double[] Weights, double Bias, double[] Input)
{
    /// <inheritdoc/>
    public override string ToString() => $"w = {Show.Vector(Weights)}, b = {Bias:R}, x = {Show.Vector(Input)}";
}
