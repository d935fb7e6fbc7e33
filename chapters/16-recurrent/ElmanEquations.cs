using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;

namespace Reference.RecurrentNetworks;

/// <summary>The values of a forward pass. // A: a_t at index t, T of [H × N]; H: h_t at index t, h₀ first</summary>
public sealed record ElmanPass(IReadOnlyList<Matrix<double>> A, IReadOnlyList<Matrix<double>> H);

/// <summary>The gradients of a pass. // dx: T of [D × N]; dH: ∂L/∂h_t at index t, that of h₀ first</summary>
public sealed record ElmanGradients(
    Matrix<double> dW, Matrix<double> dU, Vector<double> db, IReadOnlyList<Matrix<double>> dx,
    IReadOnlyList<Matrix<double>> dH);

/// <summary>Elman's network on N sequences, one line per equation; a sequence is a list over time. S2-179, S3-153,
/// S3-160.</summary>
public static class ElmanEquations
{
    /// <summary>(16.1) h_t = σ(W x_t + U h_{t−1} + b). // x: T of [D × N], W [H × D], U [H × H], h0 [H × N]</summary>
    public static ElmanPass Forward(
        IReadOnlyList<Matrix<double>> x, Matrix<double> W, Matrix<double> U, Vector<double> b, Matrix<double> h0,
        Activation σ)
    {
        List<Matrix<double>> A = [], H = [h0];
        Vector<double> ones = Vector<double>.Build.Dense(h0.ColumnCount, 1);
        foreach (Matrix<double> x_t in x)
        {
            A.Add(W * x_t + U * H[^1] + b.OuterProduct(ones)); // (16.1)
            H.Add(A[^1].Map(σ.Value, Zeros.Include)); // (16.1)
        }

        return new(A, H);
    }

    /// <summary>(16.2) y_t = σ(V h_t + c). // H: T + 1 of [H × N], V [K × H], c [K] → T of [K × N]</summary>
    public static IReadOnlyList<Matrix<double>> Outputs(
        IReadOnlyList<Matrix<double>> H, Matrix<double> V, Vector<double> c, Activation σ) =>
        [.. H.Skip(1).Select(h => (V * h + c.OuterProduct(Vector<double>.Build.Dense(h.ColumnCount, 1)))
            .Map(σ.Value, Zeros.Include))]; // (16.2)

    /// <summary>Backpropagation through time, from ∂L/∂h_t of the outputs. A window of k steps keeps only the paths
    /// that cross no border between windows, as truncation does. // dY: T of [H × N]. S2-192, S3-160.</summary>
    public static ElmanGradients Gradients(
        IReadOnlyList<Matrix<double>> x, ElmanPass pass, Matrix<double> W, Matrix<double> U,
        IReadOnlyList<Matrix<double>> dY, Activation σ, int window = int.MaxValue)
    {
        int T = x.Count;
        var (dx, dH) = (new Matrix<double>[T], new Matrix<double>[T + 1]);
        (Matrix<double> dW, Matrix<double> dU, Vector<double> db) = (W * 0, U * 0, U.Column(0) * 0);
        dH[T] = dY[T - 1];
        for (int t = T; t >= 1; t--)
        {
            Matrix<double> δ = dH[t].PointwiseMultiply(pass.A[t - 1].Map(σ.Derivative, Zeros.Include)); // (16.4)
            Matrix<double> back = (t - 1) % window == 0 && window < T ? 0 * dH[t] : U.Transpose() * δ; // (16.9)
            dH[t - 1] = t > 1 ? dY[t - 2] + back : back; // (16.5)
            dx[t - 1] = W.Transpose() * δ; // (16.6)
            dW += δ * x[t - 1].Transpose(); // (16.7)
            dU += δ * pass.H[t - 1].Transpose(); // (16.7)
            db += δ.RowSums(); // (16.7)
        }

        return new(dW, dU, db, dx, dH);
    }

    /// <summary>(16.10) ∂h_t/∂h_{t−1} = diag(σ′(a_t)) U, of one sample. // a [H] → [H × H]. S1-198, S2-192.</summary>
    public static Matrix<double> Jacobian(Vector<double> a, Matrix<double> U, Activation σ) =>
        Matrix<double>.Build.DenseOfDiagonalVector(a.Map(σ.Derivative, Zeros.Include)) * U; // (16.10)

    /// <summary>(16.11) A bound of ‖∂h_T/∂h_{T−k}‖: (max σ′ · s)ᵏ, with s the largest singular value of U; max σ′ is
    /// 1 for tanh and ¼ for the sigmoid. S2-192, S3-160.</summary>
    public static double Bound(Matrix<double> U, double steepest, int lag) =>
        Math.Pow(steepest * U.L2Norm(), lag); // (16.11)
}
