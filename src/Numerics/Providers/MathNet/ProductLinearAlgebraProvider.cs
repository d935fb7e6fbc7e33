using System.Runtime.CompilerServices;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// A provider for MathNet's dense matrices: products go to an engine, elementwise operations to <see cref="Kernels"/>,
/// everything else (factorizations, norms, complex numbers) to MathNet's managed provider.
/// </summary>
/// <param name="engine">The engine of the products.</param>
public partial class ProductLinearAlgebraProvider(IComputeProvider engine) : ILinearAlgebraProvider
{
    /// <summary>The engine of the products.</summary>
    protected IComputeProvider Engine { get; } = engine;

    /// <summary>True: the engine has been loaded already.</summary>
    public bool IsAvailable() => true;

    /// <summary>Nothing to prepare.</summary>
    public void InitializeVerify()
    {
    }

    /// <summary>Nothing to free.</summary>
    public virtual void FreeResources()
    {
    }

    /// <inheritdoc/>
    public override string ToString() => Engine.Name;

    private static ILinearAlgebraProvider<T> Managed<T>()
        where T : struct
        => (ILinearAlgebraProvider<T>)(object)ManagedLinearAlgebraProvider.Instance;

    private static int Length<T>(T[] array, [CallerArgumentExpression(nameof(array))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(array, name);
        return array.Length;
    }

    private static void Expect<T>(T[] array, int expected, [CallerArgumentExpression(nameof(array))] string name = "")
    {
        if (Length(array, name) != expected)
        {
            throw new ArgumentException($"{name} must hold {expected} numbers, got {array.Length}.", name);
        }
    }

    private static void Elementwise<TMap, T>(T[] x, T[] y, T[] result)
        where TMap : struct, IMap2<T>
        where T : unmanaged
    {
        Expect(y, Length(x));
        Expect(result, x.Length);
        Map2.Apply(default(TMap), x, y, result, VectorPaths.Best);
    }

    private static GemmShape Shape(
        Transpose transposeA, Transpose transposeB, int rowsA, int columnsA, int rowsB, int columnsB)
    {
        bool a = transposeA != Transpose.DontTranspose, b = transposeB != Transpose.DontTranspose;
        int inner = a ? rowsA : columnsA, innerB = b ? columnsB : rowsB;
        if (inner != innerB)
        {
            string Of(int rows, int columns, bool transposed)
                => transposed ? $"({rows} × {columns})ᵀ" : $"({rows} × {columns})";
            throw new ArgumentException(
                $"The inner dimensions of {Of(rowsA, columnsA, a)}·{Of(rowsB, columnsB, b)} must agree: "
                + $"{inner} is not {innerB}.",
                nameof(rowsB));
        }

        return new GemmShape(a ? columnsA : rowsA, b ? rowsB : columnsB, inner) { TransposeA = a, TransposeB = b };
    }
}
