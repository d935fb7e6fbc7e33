using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.RecurrentNetworks;

/// <summary>Initial weights from state to state, all of whose singular values are equal. S1-198, S2-192.</summary>
public static class StateInitializers
{
    /// <summary>s·I: a ReLU network that begins by keeping its state. S2-194, S3-161.</summary>
    public static Initializer Identity(double s = 1) => (values, fanIn, _) =>
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = i / Square(values, fanIn) == i % fanIn ? s : 0;
        }
    };

    /// <summary>s·Q with a random orthogonal Q, Keras's default for s = 1.</summary>
    public static Initializer Orthogonal(RandomStream random, double s = 1) => (values, fanIn, _) =>
    {
        int n = Square(values, fanIn);
        DenseMatrix.OfColumnMajor(n, n, random.Normals(n * n)).QR().Q.Multiply(s).ToColumnMajorArray().CopyTo(values);
    };

    private static int Square(Span<double> values, int n) => values.Length == n * n
        ? n
        : throw new ArgumentException($"Expected a square matrix of {n} columns; got {values.Length} numbers.");
}
