using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.GatedRecurrentUnits;

/// <summary>All gates below one another, in PyTorch's order r, z, n; also their gradients. The biases stand with x,
/// and b_hn is that of h in the candidate, 0 in the notes. // W_x [3H × D], W_h [3H × H], b [3H × 1], b_hn [H × 1]
/// </summary>
public sealed record StackedGru(Matrix<double> W_x, Matrix<double> W_h, Matrix<double> b, Matrix<double> b_hn)
{
    /// <summary>H.</summary>
    public int Hidden => W_h.ColumnCount;

    /// <summary>W_h of the candidate. // [H × H]</summary>
    public Matrix<double> W_hn => W_h.SubMatrix(2 * Hidden, Hidden, 0, Hidden);
}

/// <summary>What one step of a batch computes; p is the term of the old state in the score of n. // all [H × N]
/// </summary>
public sealed record GruMatrixStep(
    Matrix<double> z, Matrix<double> r, Matrix<double> n, Matrix<double> p, Matrix<double> h);

/// <summary>The GRU as matrix equations of a batch, in both conventions.</summary>
public static class GruEquations
{
    /// <summary>One step, (18.1)–(18.6). // x [D × N], h [H × N]</summary>
    public static GruMatrixStep Step(StackedGru θ, Matrix<double> x, Matrix<double> h, GruForm form)
    {
        int H = θ.Hidden, N = x.ColumnCount;
        Matrix<double> one = Matrices.Ones(1, N), X = θ.W_x * x + θ.b * one, P = θ.W_h * h;
        Matrix<double> r = σ(X.SubMatrix(0, H, 0, N) + P.SubMatrix(0, H, 0, N)); // (18.2)
        Matrix<double> z = σ(X.SubMatrix(H, H, 0, N) + P.SubMatrix(H, H, 0, N)); // (18.1)
        Matrix<double> xn = X.SubMatrix(2 * H, H, 0, N);
        if (form == GruForm.Notes)
        {
            Matrix<double> p = θ.W_hn * r.PointwiseMultiply(h), n = tanh(p + xn); // (18.3)
            return new(z, r, n, p, (1 - z).PointwiseMultiply(h) + z.PointwiseMultiply(n)); // (18.4)
        }
        else
        {
            Matrix<double> p = θ.W_hn * h + θ.b_hn * one, n = tanh(r.PointwiseMultiply(p) + xn); // (18.5)
            return new(z, r, n, p, (1 - z).PointwiseMultiply(n) + z.PointwiseMultiply(h)); // (18.6)
        }
    }

    /// <summary>Backpropagation through one step, (18.7)–(18.11): the gradients of this step, of x and of h before.
    /// // up = ∂L/∂h of the step [H × N]</summary>
    public static (StackedGru dθ, Matrix<double> dx, Matrix<double> dh) Backward(
        StackedGru θ, Matrix<double> x, Matrix<double> h, GruMatrixStep y, Matrix<double> up, GruForm form)
    {
        (Matrix<double> z, Matrix<double> r, Matrix<double> n, Matrix<double> p, _) = y;
        bool notes = form == GruForm.Notes;
        Matrix<double> keep = notes ? 1 - z : z, one = Matrices.Ones(x.ColumnCount, 1);
        Matrix<double> δn = up.PointwiseMultiply(1 - keep).PointwiseMultiply(1 - n.PointwiseMultiply(n)); // (18.7)
        Matrix<double> δz = up.PointwiseMultiply(notes ? n - h : h - n).PointwiseMultiply(z)
            .PointwiseMultiply(1 - z); // (18.8)
        Matrix<double> δp = notes ? δn : δn.PointwiseMultiply(r), drh = θ.W_hn.Transpose() * δp;
        Matrix<double> dr = notes ? drh.PointwiseMultiply(h) : δn.PointwiseMultiply(p); // (18.9)
        Matrix<double> δr = dr.PointwiseMultiply(r).PointwiseMultiply(1 - r); // (18.9)
        Matrix<double> δx = δr.Stack(δz).Stack(δn), δrz = δr.Stack(δz);
        Matrix<double> dh = up.PointwiseMultiply(keep) + (notes ? drh.PointwiseMultiply(r) : drh)
            + θ.W_h.SubMatrix(0, 2 * θ.Hidden, 0, θ.Hidden).Transpose() * δrz; // (18.10)
        Matrix<double> dW_h = (δrz * h.Transpose())
            .Stack(δp * (notes ? r.PointwiseMultiply(h) : h).Transpose()); // (18.11)
        return (
            new(δx * x.Transpose(), dW_h, δx * one, notes ? 0 * θ.b_hn : δp * one), // (18.11)
            θ.W_x.Transpose() * δx, dh); // (18.10)
    }

    /// <summary>The weights whose z is 1 − z, since σ(−s) = 1 − σ(s): it carries one convention of z into the other,
    /// (18.12). The reset gate stays where it is.</summary>
    public static StackedGru FlipUpdate(StackedGru θ)
    {
        Matrix<double> Flip(Matrix<double> W) =>
            W.MapIndexed((row, _, w) => row >= θ.Hidden && row < 2 * θ.Hidden ? -w : w); // (18.12)
        return θ with { W_x = Flip(θ.W_x), W_h = Flip(θ.W_h), b = Flip(θ.b) };
    }

    private static Matrix<double> σ(Matrix<double> Z) => Z.Map(ScalarActivations.Sigmoid);

    private static Matrix<double> tanh(Matrix<double> Z) => Z.Map(ScalarActivations.Tanh);
}
