using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Networks;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>What the cells of recurrent layers have in common: how weights are drawn and named in files.</summary>
public static class Cell
{
    /// <summary>A parameter [rows × columns], both at least 1; columns feed rows.</summary>
    public static Parameter Drawn(string name, int rows, int columns, Initializer initializer)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var values = new DenseMatrix(rows, columns);
        initializer(values.Values, columns, rows);
        return new($"{name} [{rows} × {columns}]", values);
    }

    /// <summary>W, U and b under PyTorch's names. PyTorch has two biases, of which only the sum matters: b is saved as
    /// the first, beside a second of 0, and is the sum of both when loaded.</summary>
    public static IReadOnlyList<StoredTensor> Named(Parameter W, Parameter U, Parameter b) =>
    [
        StoredTensor.Matrix("weight_ih_l0", W), StoredTensor.Matrix("weight_hh_l0", U),
        StoredTensor.Vector("bias_ih_l0", b), StoredTensor.SecondVector("bias_hh_l0", b),
    ];
}
