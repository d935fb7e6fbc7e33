namespace Reference.Differentiation;

// Other shapes on the same memory: every method but Reshape and Copy returns a view, and none moves an element.
public sealed partial class Tensor
{
    /// <summary>A view of another shape, in the same order, S4-039, S2-051: one size may be −1.</summary>
    /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
    /// <exception cref="InvalidOperationException">The elements do not lie in order (a transpose, a slice of columns):
    /// <see cref="Reshape"/> copies them.</exception>
    public Tensor View(params int[] shape)
    {
        int[] sizes = TensorShape.Resolve(shape, Count);
        return IsContiguous
            ? new(_storage, _offset, sizes, TensorShape.Strides(sizes))
            : throw new InvalidOperationException(
                $"Expected contiguous elements to view as {TensorShape.Text(shape)}; the shape "
                + $"{TensorShape.Text(_shape)} has the strides {TensorShape.Text(_strides)}. Reshape copies.");
    }

    /// <summary>Another shape over the same elements: a view where that is possible, otherwise a copy.</summary>
    /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
    public Tensor Reshape(params int[] shape) => (IsContiguous ? this : Copy()).View(shape);

    /// <summary>The same elements in memory of their own.</summary>
    public Tensor Copy() => new(ToArray(), _shape);

    /// <summary>The part start ≤ i &lt; end as a view, S4-042: <c>x[3:5]</c> is <c>x.Slice(0, 3, 5)</c>.</summary>
    /// <exception cref="ArgumentException">No such dimension, or bounds outside 0 ≤ start &lt; end ≤ size.</exception>
    public Tensor Slice(int dimension, int start, int end)
    {
        RequireDimension(dimension, Rank - 1);
        if (start < 0 || start >= end || end > _shape[dimension])
        {
            throw new ArgumentOutOfRangeException(nameof(end),
                $"Expected 0 ≤ start < end ≤ {_shape[dimension]} along dimension {dimension} of "
                + $"{TensorShape.Text(_shape)}; got {start}:{end}.");
        }

        int[] shape = [.. _shape];
        shape[dimension] = end - start;
        return new(_storage, _offset + start * _strides[dimension], shape, _strides);
    }

    /// <summary>Swaps rows and columns, S2-049; a vector or scalar stays as it is. Shares memory.</summary>
    /// <exception cref="InvalidOperationException">The tensor has more than two dimensions.</exception>
    public Tensor Transpose() => Rank switch
    {
        <= 1 => this,
        2 => Transpose(0, 1),
        _ => throw new InvalidOperationException(
            $"Expected at most two dimensions; the shape is {TensorShape.Text(_shape)}. Name the two to swap."),
    };

    /// <summary>Swaps two dimensions. Shares memory.</summary>
    /// <exception cref="ArgumentException">No such dimension.</exception>
    public Tensor Transpose(int first, int second)
    {
        RequireDimension(first, Rank - 1);
        RequireDimension(second, Rank - 1);
        int[] shape = [.. _shape], strides = [.. _strides];
        (shape[first], shape[second]) = (shape[second], shape[first]);
        (strides[first], strides[second]) = (strides[second], strides[first]);
        return new(_storage, _offset, shape, strides);
    }

    /// <summary>A view with one more size of 1, S0-047: <c>Unsqueeze(1)</c> makes a column [5, 1] of [5].</summary>
    /// <exception cref="ArgumentException">The place is not 0 … rank.</exception>
    public Tensor Unsqueeze(int dimension)
    {
        RequireDimension(dimension, Rank);
        return new(_storage, _offset,
            [.. _shape[..dimension], 1, .. _shape[dimension..]],
            [.. _strides[..dimension], 1, .. _strides[dimension..]]);
    }

    /// <summary>The same elements, repeated to a larger shape, S4-047: the strides of repeated dimensions are 0.
    /// Shares memory, and cannot be written to.</summary>
    /// <exception cref="ArgumentException">The tensor does not broadcast to the shape.</exception>
    public Tensor BroadcastTo(params int[] shape)
    {
        if (!TensorShape.Broadcast(_shape, shape).SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"Expected a shape to which {TensorShape.Text(_shape)} broadcasts; got {TensorShape.Text(shape)}.",
                nameof(shape));
        }

        var strides = new int[shape.Length];
        for (int k = 1; k <= Rank; k++)
        {
            strides[^k] = _shape[^k] == shape[^k] ? _strides[^k] : 0; // (4.2)
        }

        return new(_storage, _offset, [.. shape], strides);
    }

    /// <summary>Writes values, broadcast, into the elements and all that shares them, S4-042.</summary>
    /// <exception cref="ArgumentException">The values do not broadcast to this shape.</exception>
    /// <exception cref="InvalidOperationException">The tensor is a broadcast view.</exception>
    public void Assign(Tensor values)
    {
        RequireOwnMemory();
        double[] source = values.BroadcastTo(_shape).ToArray();
        foreach ((int position, double value) in Positions().Zip(source))
        {
            _storage[position] = value;
        }
    }

    private static void RequireDimension(int dimension, int last)
    {
        if (dimension < 0 || dimension > last)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dimension), $"Expected a dimension 0 … {last}; got {dimension}.");
        }
    }

    private void RequireOwnMemory()
    {
        if (_shape.Zip(_strides).Any(d => d.First > 1 && d.Second == 0))
        {
            throw new InvalidOperationException(
                $"Expected elements of their own to write to; in the shape {TensorShape.Text(_shape)} "
                + $"with strides {TensorShape.Text(_strides)} several share one number.");
        }
    }
}
