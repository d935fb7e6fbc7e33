using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.RecurrentNetworks.Tests;

/// <summary>Random sequences, cells and masks, and both forms of a batch.</summary>
internal static class Draws
{
    internal static readonly CellActivation[] Smooth =
        [CellActivation.Tanh, CellActivation.Sigmoid, CellActivation.Linear];

    internal static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    internal static T Filled<T>(T layer, RandomStream random, double scale = 0.6)
        where T : ILayer
    {
        foreach (Parameter p in layer.Parameters)
        {
            random.FillNormal(p.Values);
            p.Value.Multiply(scale, p.Value);
        }

        return layer;
    }

    /// <summary>Step t of all samples of X [D × N·T].</summary>
    internal static IReadOnlyList<Matrix<double>> OverTime(Matrix<double> X, int T) =>
        [.. Enumerable.Range(0, T).Select(t => X.View().Columns(t, X.ColumnCount / T, T).ToMatrix())];

    /// <summary>The way back.</summary>
    internal static Matrix<double> Batch(IReadOnlyList<Matrix<double>> steps)
    {
        int T = steps.Count;
        return Matrix<double>.Build.Dense(
            steps[0].RowCount, T * steps[0].ColumnCount, (i, c) => steps[c % T][i, c / T]);
    }

    /// <summary>The columns of sample n as the scalar form has them. // [T][D]</summary>
    internal static double[][] Sample(Matrix<double> X, int T, int n = 0) =>
        [.. Enumerable.Range(0, T).Select(t => X.Column(n * T + t).ToArray())];

    internal static Matrix<double> Rows(double[][] steps) => Matrix<double>.Build.DenseOfColumnArrays(steps);

    internal static void Near(double[,] expected, Matrix<double> actual) =>
        Digits.Near(Matrix<double>.Build.DenseOfArray(expected), actual);

    internal static Matrix<double> Gradient(ILayer layer, int parameter) => layer.Parameters[parameter].Gradient;

    internal static void ZeroGradients(ILayer layer)
    {
        foreach (Parameter parameter in layer.Parameters)
        {
            parameter.ZeroGradient();
        }
    }

    /// <summary>Every gradient of a layer, that of the input included, against the numerical one.</summary>
    internal static void CheckGradients(ILayer layer, Matrix<double> X, Matrix<double> dY)
    {
        ZeroGradients(layer);
        layer.Forward(X);
        Matrix<double> dX = layer.Backward(dY);
        GradientCheck.Smooth(x => layer.Forward(x, Mode.Inference), X, dY, dX).ThrowIfFailed();
        foreach (Parameter parameter in layer.Parameters)
        {
            GradientCheck.Smooth(
                InPlace.Of(parameter.Value, () => layer.Forward(X, Mode.Inference)), parameter.Value.Clone(), dY,
                parameter.Gradient).ThrowIfFailed();
        }
    }
}
