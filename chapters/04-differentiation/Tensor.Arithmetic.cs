namespace Reference.Differentiation;

// Arithmetic by elements, with broadcasting, and the sums that make one number of many.
public sealed partial class Tensor
{
    /// <summary>The sum by elements, S4-043; a smaller shape is broadcast, S4-047.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast; both are named.</exception>
    public static Tensor operator +(Tensor a, Tensor b) => a.Zip(b, (x, y) => x + y); // (4.4)

    /// <summary>The same number added to every element, S4-047.</summary>
    public static Tensor operator +(Tensor a, double c) => a.Map(x => x + c);

    /// <summary>The difference by elements, S2-041.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast; both are named.</exception>
    public static Tensor operator -(Tensor a, Tensor b) => a.Zip(b, (x, y) => x - y); // (4.4)

    /// <summary>A number times every element, S4-044.</summary>
    public static Tensor operator *(double c, Tensor a) => a.Map(x => c * x); // (4.4)

    /// <summary>The Hadamard product (u ∘ v)ᵢ = uᵢvᵢ, S4-045: the notes' <c>torch_1 * torch_2</c>, by elements and not a dot product.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast; both are named.</exception>
    public static Tensor operator *(Tensor a, Tensor b) => a.Zip(b, (x, y) => x * y); // (4.4)

    /// <summary>The dot product of two vectors, u · v = Σ uᵢvᵢ, (4.5), S4-046, S4-177.</summary>
    /// <exception cref="ArgumentException">The tensors are not vectors of one length.</exception>
    public double Dot(Tensor other)
    {
        if (Rank != 1 || other.Rank != 1 || Count != other.Count)
        {
            throw new ArgumentException(
                $"Expected two vectors of one length; got the shapes {TensorShape.Text(_shape)} and {TensorShape.Text(other._shape)}.", nameof(other));
        }

        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += this[i] * other[i]; // (4.5)
        }

        return sum;
    }

    /// <summary>The matrix product Cᵢⱼ = Σₖ AᵢₖBₖⱼ, (4.8), S4-053: the notes' <c>mm</c>, for two tensors of rank 2.</summary>
    /// <exception cref="ArgumentException">
    /// A tensor is no matrix, or the columns of the first are not as many as the rows of the second; both shapes are named.
    /// </exception>
    public Tensor MatMul(Tensor other)
    {
        if (Rank != 2 || other.Rank != 2 || _shape[1] != other._shape[0])
        {
            throw new ArgumentException(
                $"Expected two matrices [m, k] and [k, n]; got the shapes {TensorShape.Text(_shape)} and {TensorShape.Text(other._shape)}.", nameof(other));
        }

        Tensor product = Zeros(_shape[0], other._shape[1]);
        for (int i = 0; i < _shape[0]; i++)
        {
            for (int j = 0; j < other._shape[1]; j++)
            {
                for (int k = 0; k < _shape[1]; k++)
                {
                    product[i, j] += this[i, k] * other[k, j]; // (4.8)
                }
            }
        }

        return product;
    }

    /// <summary>Σ over all elements.</summary>
    public double Sum() => ToArray().Sum();

    /// <summary>The mean of all elements, (1/n) Σ xᵢ, (4.6), S4-048.</summary>
    public double Mean() => Sum() / Count; // (4.6)

    /// <summary>The largest element, S4-048.</summary>
    public double Max() => ToArray().Max();

    /// <summary>The sine of every element, in radians, S4-049.</summary>
    public Tensor Sin() => Map(Math.Sin);

    /// <summary>The cosine of every element, in radians, S4-049.</summary>
    public Tensor Cos() => Map(Math.Cos);

    /// <summary>A function applied to every element, into memory of its own.</summary>
    /// <exception cref="ArgumentException">A result is not finite.</exception>
    public Tensor Map(Func<double, double> f) => new([.. ToArray().Select(f)], [.. _shape]);

    // Both at their common shape, element by element.
    private Tensor Zip(Tensor other, Func<double, double, double> f)
    {
        int[] shape = TensorShape.Broadcast(_shape, other._shape);
        return new([.. BroadcastTo(shape).ToArray().Zip(other.BroadcastTo(shape).ToArray(), f)], shape);
    }
}
