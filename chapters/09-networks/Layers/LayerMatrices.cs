using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>Layers and losses on MathNet's matrices, for tests and figures; results are copies.</summary>
public static class LayerMatrices
{
    /// <summary>A view of a matrix; one that is not dense is copied.</summary>
    public static MatrixView View(this Matrix<double> matrix) => matrix as DenseMatrix ?? DenseMatrix.OfMatrix(matrix);

    /// <inheritdoc cref="ILayer.Forward"/>
    public static Matrix<double> Forward(this ILayer layer, Matrix<double> X, Mode mode = Mode.Training) =>
        layer.Forward(X.View(), mode).ToMatrix();

    /// <inheritdoc cref="ILayer.Backward"/>
    public static Matrix<double> Backward(this ILayer layer, Matrix<double> dY) =>
        layer.Backward(dY.View()).ToMatrix();

    /// <inheritdoc cref="Loss.Forward(MatrixView, MatrixView)"/>
    public static double Forward(this Loss loss, Matrix<double> Z, Matrix<double> Y) =>
        loss.Forward(Z.View(), Y.View());
}
