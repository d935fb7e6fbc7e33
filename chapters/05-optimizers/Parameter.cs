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
    /// ∂L/∂Value. Backward passes add to it, so that several may share a parameter. // [rows × columns]
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
    /// Adds A·B. The first product after <see cref="ZeroGradient"/> is written instead, so that large matrices are
    /// neither cleared nor read for it. // A [rows × N], B [N × columns]
    /// </summary>
    public void AccumulateProduct(in MatrixView A, in MatrixView B)
    {
        MatrixView gradient = _gradient;
        if (_zero)
        {
            gradient.Product(A, B);
            _zero = false;
        }
        else
        {
            gradient.AddProduct(A, B);
        }
    }

    /// <summary>Sets the gradient to 0; otherwise the next backward pass adds to it.</summary>
    public void ZeroGradient() => _zero = true;

    private DenseMatrix Cleared()
    {
        if (_zero)
        {
            _gradient.Clear();
            _zero = false;
        }

        return _gradient;
    }
}
