using MathNet.Numerics.LinearAlgebra;

namespace Reference.Autoencoders;

/// <summary>The linear autoencoder in matrices. S4-169, S4-170, S4-173.</summary>
public static class AutoencoderEquations
{
    /// <summary>X̂ = G E X. // E [k × D], G [D × k], X [D × N] → [D × N]</summary>
    public static Matrix<double> Forward(Matrix<double> E, Matrix<double> G, Matrix<double> X) =>
        G * (E * X); // (22.10)

    /// <summary>L = (1/DN) ‖X̂ − X‖². // X, X̂ [D × N]</summary>
    public static double Loss(Matrix<double> X̂, Matrix<double> X) =>
        (X̂ - X).PointwisePower(2).Enumerate().Sum() / (X.RowCount * X.ColumnCount); // (22.11)

    /// <summary>∂L/∂E and ∂L/∂G. // E [k × D], G [D × k], X [D × N]</summary>
    public static (Matrix<double> dE, Matrix<double> dG) Gradients(Matrix<double> E, Matrix<double> G,
        Matrix<double> X)
    {
        Matrix<double> Z = E * X, dX̂ = 2 * (G * Z - X) / (X.RowCount * X.ColumnCount);
        Matrix<double> dG = dX̂ * Z.Transpose(); // (22.12)
        Matrix<double> dE = G.Transpose() * dX̂ * X.Transpose(); // (22.12)
        return (dE, dG);
    }
}
