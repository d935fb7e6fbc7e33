using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>
/// A matrix of weights that training changes (a vector is one column), and the gradient of the loss with respect to
/// it.
/// </summary>
public sealed class Parameter
{
    private readonly DenseMatrix _value, _gradient;
    private bool _zero; // the gradient is 0, and its memory is cleared when it is looked at
    private int[] _columns = []; // the first of them are the only ones that are not 0
    private bool[] _touched = []; // whether a column is among those
    private int _count = -1; // of these columns; -1 where any column may be other than 0

    /// <summary>A parameter with a copy of a finite value and gradient 0. // [rows × columns]</summary>
    public Parameter(string name, Matrix<double> value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        RequireMatrix.Finite(value, name);
        Name = name;
        _value = DenseMatrix.OfMatrix(value);
        _gradient = new DenseMatrix(value.RowCount, value.ColumnCount);
    }

    /// <summary>A parameter of one column. // [rows]</summary>
    public Parameter(string name, double[] value)
        : this(name, DenseMatrix.OfColumnArrays(value))
    {
    }

    /// <summary>The name, for messages.</summary>
    public string Name { get; }

    /// <summary>The weights; every step changes them in place. // [rows × columns]</summary>
    public Matrix<double> Value => _value;

    /// <summary>
    /// ∂L/∂Value. Backward passes add to it, so that several may share a parameter. Read it anew in every pass: one
    /// that was read before <see cref="ZeroGradient"/> may still hold old numbers. // [rows × columns]
    /// </summary>
    public Matrix<double> Gradient => Cleared();

    /// <summary>The weights in memory, column after column.</summary>
    public Span<double> Values => _value.Values;

    /// <summary>The gradient in memory, column after column.</summary>
    public Span<double> Gradients => Cleared().Values;

    /// <summary>Adds ∂L/∂Value of one use of the parameter; another shape is an error. // [rows × columns]</summary>
    public void Accumulate(Matrix<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        RequireMatrix.SameShape(_value, gradient, Name);
        Cleared().Add(gradient, _gradient);
    }

    /// <summary>
    /// Adds α·A·B. The first product after <see cref="ZeroGradient"/> is written instead, so that large matrices are
    /// neither cleared nor read for it. // α = scale, A [rows × N], B [N × columns]
    /// </summary>
    public void AccumulateProduct(in MatrixView A, in MatrixView B, double scale = 1)
    {
        MatrixView gradient = _gradient;
        if (_zero)
        {
            gradient.Product(A, B, scale);
            Densify();
        }
        else
        {
            Densify();
            gradient.AddProduct(A, B, scale);
        }
    }

    /// <summary>
    /// Column j of the gradient, to add to. As long as a pass reads no other part of it than such columns, only these
    /// are cleared, checked and, by a rule that leaves a weight of gradient 0 alone, updated: the sparse gradient of
    /// an embedding, chapter 15. // [rows]
    /// </summary>
    public Span<double> GradientColumn(int j)
    {
        Span<double> column = _gradient.Values.AsSpan(j * _gradient.RowCount, _gradient.RowCount);
        if (_zero)
        {
            Clear();
            (_zero, _count) = (false, 0);
            if (_columns.Length == 0)
            {
                (_columns, _touched) = (new int[_gradient.ColumnCount], new bool[_gradient.ColumnCount]);
            }
        }

        if (_count >= 0 && !_touched[j])
        {
            (_touched[j], _columns[_count++]) = (true, j);
        }

        return column;
    }

    /// <summary>Sets the gradient to 0; otherwise the next backward pass adds to it.</summary>
    public void ZeroGradient() => _zero = true;

    /// <summary>Whether only <see cref="Columns"/> of the gradient may be other than 0.</summary>
    internal bool IsSparse => _count >= 0 && !_zero;

    /// <summary>Those columns, in the order of their first use.</summary>
    internal ReadOnlySpan<int> Columns => _columns.AsSpan(0, _count);

    // From here on any column may be other than 0.
    private DenseMatrix Cleared()
    {
        if (_zero)
        {
            Clear();
        }

        Densify();
        return _gradient;
    }

    private void Densify()
    {
        for (int i = 0; i < _count; i++)
        {
            _touched[_columns[i]] = false;
        }

        (_zero, _count) = (false, -1);
    }

    private void Clear()
    {
        if (_count < 0)
        {
            _gradient.Clear();
            return;
        }

        for (int i = 0; i < _count; i++)
        {
            _touched[_columns[i]] = false;
            _gradient.Values.AsSpan(_columns[i] * _gradient.RowCount, _gradient.RowCount).Clear();
        }

        _count = 0;
    }
}
