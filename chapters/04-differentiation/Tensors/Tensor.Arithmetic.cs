namespace Reference.Differentiation;

// Arithmetic by elements, with broadcasting (shapes that do not broadcast are an ArgumentException that names both),
// and sums over all elements.
public sealed partial class Tensor
{
    /// <summary>The sum by elements, S4-043; a smaller shape is broadcast, S4-047.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => a.Zip(b, (x, y) => x + y); // (4.4)

    /// <summary>The same number added to every element, S4-047.</summary>
    public static Tensor operator +(Tensor a, double c) => a.Map(x => x + c);

    /// <summary>The difference by elements, S2-041.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => a.Zip(b, (x, y) => x - y); // (4.4)

    /// <summary>A number times every element, S4-044.</summary>
    public static Tensor operator *(double c, Tensor a) => a.Map(x => c * x); // (4.4)

    /// <summary>The Hadamard product (u ∘ v)ᵢ = uᵢvᵢ, S4-045: the notes' <c>torch_1 * torch_2</c>.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => a.Zip(b, (x, y) => x * y); // (4.4)

    /// <summary>The dot product of two vectors, u · v = Σ uᵢvᵢ, (4.4), S4-046, S4-177.</summary>
    /// <exception cref="ArgumentException">The tensors are not vectors of one length.</exception>
    public double Dot(Tensor other)
    {
        if (Rank != 1 || other.Rank != 1 || Count != other.Count)
        {
            throw new ArgumentException(
                "Expected two vectors of one length; got the shapes "
                + $"{TensorShape.Text(_shape)} and {TensorShape.Text(other._shape)}.", nameof(other));
        }

        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += this[i] * other[i]; // (4.4)
        }

        return sum;
    }

    /// <summary>The matrix product, (4.6), S4-053: the notes' <c>mm</c>, for two tensors of rank 2.</summary>
    /// <exception cref="ArgumentException">A tensor is no matrix, or the shapes do not fit; both are
    /// named.</exception>
    public Tensor MatMul(Tensor other) => Rank == 2 && other.Rank == 2 && _shape[1] == other._shape[0]
        ? Of(ScalarMatrices.Product(ToMatrix(), other.ToMatrix())) // (4.6)
        : throw new ArgumentException(
            "Expected two matrices [m, k] and [k, n]; got the shapes "
            + $"{TensorShape.Text(_shape)} and {TensorShape.Text(other._shape)}.", nameof(other));

    /// <summary>Σ over all elements.</summary>
    public double Sum() => ToArray().Sum();

    /// <summary>The mean of all elements, (1/n) Σ xᵢ, (4.4), S4-048.</summary>
    public double Mean() => Sum() / Count; // (4.4)

    /// <summary>The largest element, S4-048.</summary>
    public double Max() => ToArray().Max();

    /// <summary>The sine of every element, in radians, S4-049.</summary>
    public Tensor Sin() => Map(Math.Sin);

    /// <summary>The cosine of every element, in radians, S4-049.</summary>
    public Tensor Cos() => Map(Math.Cos);

    /// <summary>A function applied to every element, into memory of its own.</summary>
    public Tensor Map(Func<double, double> f) => new([.. ToArray().Select(f)], _shape);

    private Tensor Zip(Tensor other, Func<double, double, double> f)
    {
        int[] shape = TensorShape.Broadcast(_shape, other._shape);
        return new([.. BroadcastTo(shape).ToArray().Zip(other.BroadcastTo(shape).ToArray(), f)], shape);
    }

    private double[,] ToMatrix()
    {
        var matrix = new double[_shape[0], _shape[1]];
        Buffer.BlockCopy(ToArray(), 0, matrix, 0, Count * sizeof(double));
        return matrix;
    }
}
