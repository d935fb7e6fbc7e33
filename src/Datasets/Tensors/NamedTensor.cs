using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Datasets;

/// <summary>A tensor with a name: its shape and its elements, the last index fastest, as PyTorch and NumPy store
/// them.</summary>
public sealed class NamedTensor
{
    private readonly Array _elements;

    private NamedTensor(string name, TensorType type, IReadOnlyList<long> shape, Array elements)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Any(size => size < 0) || shape.Aggregate(1L, (product, size) =>
            checked(product * size)) != elements.Length)
        {
            throw new ArgumentException(
                $"Expected {elements.Length} elements to fill the shape of '{name}'; got "
                + $"[{string.Join(", ", shape)}].", nameof(shape));
        }

        (Name, Type, Shape, _elements) = (name, type, [.. shape], elements);
    }

    /// <summary>Doubles of a shape; the array is not copied.</summary>
    /// <exception cref="ArgumentException">No name, or not as many elements as the shape says.</exception>
    public NamedTensor(string name, double[] elements, params IReadOnlyList<long> shape)
        : this(name, TensorType.F64, shape, Given(elements))
    {
    }

    /// <summary>Floats of a shape; the array is not copied.</summary>
    /// <exception cref="ArgumentException">No name, or not as many elements as the shape says.</exception>
    public NamedTensor(string name, float[] elements, params IReadOnlyList<long> shape)
        : this(name, TensorType.F32, shape, Given(elements))
    {
    }

    /// <summary>Integers of a shape; the array is not copied.</summary>
    /// <exception cref="ArgumentException">No name, or not as many elements as the shape says.</exception>
    public NamedTensor(string name, long[] elements, params IReadOnlyList<long> shape)
        : this(name, TensorType.I64, shape, Given(elements))
    {
    }

    /// <summary>A matrix as a tensor [rows, columns].</summary>
    /// <exception cref="ArgumentException">No name.</exception>
    public NamedTensor(string name, Matrix<double> matrix)
        : this(name, Given(matrix?.ToRowMajorArray()), matrix!.RowCount, matrix.ColumnCount)
    {
    }

    /// <summary>The name, such as <c>layer1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public TensorType Type { get; }

    /// <summary>The sizes, slowest first; none for a single number.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Number of elements.</summary>
    public int Count => _elements.Length;

    /// <summary>The elements of an F64 tensor as they lie in memory.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public ReadOnlySpan<double> Doubles => Elements<double>(TensorType.F64);

    /// <summary>The elements of an I64 tensor as they lie in memory.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public ReadOnlySpan<long> Integers => Elements<long>(TensorType.I64);

    /// <summary>The elements as they lie in memory.</summary>
    internal ReadOnlySpan<byte> Bytes => Type switch
    {
        TensorType.F64 => MemoryMarshal.AsBytes<double>((double[])_elements),
        TensorType.F32 => MemoryMarshal.AsBytes<float>((float[])_elements),
        _ => MemoryMarshal.AsBytes<long>((long[])_elements),
    };

    private T[] Elements<T>(TensorType type) => Type == type
        ? (T[])_elements
        : throw new InvalidOperationException($"Expected '{Name}' to be {type}; it is {Type}.");

    private static T[] Given<T>(T[]? elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return elements;
    }
}
