using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>An n-dimensional array of numbers, S2-046, S3-011: a block of memory, an offset into it, and for each
/// dimension a size and a stride. Views (slices, transposes, reshapes) are other sizes and strides on the same memory,
/// so writing to one writes to all. A tensor without elements is an <see cref="ArgumentException"/>.</summary>
public sealed partial class Tensor
{
    private readonly double[] _storage;
    private readonly int _offset;
    private readonly int[] _shape;
    private readonly int[] _strides;

    private Tensor(double[] storage, int offset, int[] shape, int[] strides) =>
        (_storage, _offset, _shape, _strides) = (storage, offset, shape, strides);

    private Tensor(double[] storage, int[] shape)
        : this(storage, 0, [.. shape], TensorShape.Strides(shape))
    {
    }

    /// <summary>The sizes, one per dimension; empty for a scalar. S0-044, S0-045, S4-038, S4-052.</summary>
    public IReadOnlyList<int> Shape => _shape;

    /// <summary>How far neighbours along each dimension lie apart in memory; 0 along a broadcast dimension.</summary>
    public IReadOnlyList<int> Strides => _strides;

    /// <summary>The number of dimensions: 0 for a scalar, 1 for a vector, 2 for a matrix. S3-011, S4-038.</summary>
    public int Rank => _shape.Length;

    /// <summary>The number of elements, S4-052.</summary>
    public int Count => TensorShape.Count(_shape);

    /// <summary>Whether the elements lie in row-major order without gaps, so that <see cref="View"/> can give them
    /// another shape. The stride of a size of 1 is never used and does not count.</summary>
    public bool IsContiguous =>
        TensorShape.Strides(_shape).Zip(_strides, _shape).All(d => d.First == d.Second || d.Third == 1);

    /// <summary>A tensor of rank 0, S0-043, S2-048.</summary>
    public static Tensor Scalar(double value) => new([value], []);

    /// <summary>A vector that copies its values, S0-040, S0-044.</summary>
    public static Tensor Of(params double[] values) => new([.. values], [values.Length]);

    /// <summary>A matrix that copies its values, row by row, S0-045, S2-050, S4-052.</summary>
    public static Tensor Of(double[,] values) => new(values.Flat(), [values.GetLength(0), values.GetLength(1)]);

    /// <summary>A vector on the caller's own memory, S4-040: what is written to one is seen in the other.</summary>
    public static Tensor Sharing(double[] memory) => new(memory, [memory.Length]);

    /// <summary>All zeros, S2-052.</summary>
    public static Tensor Zeros(params int[] shape) => new(new double[TensorShape.Count(shape)], shape);

    /// <summary>All ones, S2-052.</summary>
    public static Tensor Ones(params int[] shape) => Zeros(shape) + 1;

    /// <summary>Draws from N(0, 1), S0-046: a random colour image is <c>Normal(random, 3, 224, 224)</c>.</summary>
    public static Tensor Normal(RandomStream random, params int[] shape) =>
        new(random.Normals(TensorShape.Count(shape)), shape);

    /// <summary>n ≥ 2 evenly spaced points s + i(e − s)/(n − 1), the last one exactly e, (4.3), S4-050.</summary>
    public static Tensor Linspace(double start, double end, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        var points = new double[steps];
        for (int i = 0; i < steps - 1; i++)
        {
            points[i] = start + i * (end - start) / (steps - 1); // (4.3)
        }

        points[^1] = end; // s + (e − s) need not round to e
        return new(points, [steps]);
    }

    /// <summary>One element by its index, one number per dimension. S0-040, S2-051, S4-041.</summary>
    /// <exception cref="ArgumentException">The index has not the tensor's rank or lies outside the shape.</exception>
    /// <exception cref="InvalidOperationException">Writing to a broadcast view.</exception>
    [System.Runtime.CompilerServices.IndexerName("Element")]
    public double this[params int[] index]
    {
        get => _storage[Position(index)];
        set
        {
            RequireOwnMemory();
            _storage[Position(index)] = value;
        }
    }

    /// <summary>The number in a tensor of one element.</summary>
    /// <exception cref="InvalidOperationException">There are more elements.</exception>
    public double Item() => Count == 1
        ? _storage[_offset]
        : throw new InvalidOperationException(
            $"Expected one element; the tensor has the shape {TensorShape.Text(_shape)}.");

    /// <summary>The elements in row-major order, copied. // [Count]</summary>
    public double[] ToArray() => [.. Positions().Select(position => _storage[position])];

    private int Position(int[] index)
    {
        if (index.Length != Rank || index.Zip(_shape).Any(i => i.First < 0 || i.First >= i.Second))
        {
            throw new ArgumentOutOfRangeException(nameof(index),
                $"Expected an index inside the shape {TensorShape.Text(_shape)}; got {TensorShape.Text(index)}.");
        }

        int position = _offset;
        for (int k = 0; k < index.Length; k++)
        {
            position += _strides[k] * index[k]; // (4.1)
        }

        return position;
    }

    // Counts the index up, the last dimension fastest.
    private IEnumerable<int> Positions()
    {
        var index = new int[Rank];
        for (int n = Count; n > 0; n--)
        {
            yield return Position(index);
            for (int k = Rank - 1; k >= 0 && ++index[k] == _shape[k]; k--)
            {
                index[k] = 0;
            }
        }
    }
}
