using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.LongShortTermMemory;

/// <summary>A gate as matrices. // W [H × (H + D)], b [H × 1]</summary>
public sealed record GateMatrices(Matrix<double> W, Matrix<double> b);

/// <summary>The notes' four gates. S2-198…S2-202</summary>
public sealed record LstmMatrices(GateMatrices f, GateMatrices i, GateMatrices c, GateMatrices o);

/// <summary>All gates in one matrix for x and one for h, in PyTorch's order i, f, g, o; also their gradients.
/// // W_x [4H × D], W_h [4H × H], b [4H × 1]</summary>
public sealed record StackedLstm(Matrix<double> W_x, Matrix<double> W_h, Matrix<double> b)
{
    /// <summary>H.</summary>
    public int Hidden => W_h.ColumnCount;
}

/// <summary>What one step of a batch computes; g is the candidate. // all [H × N]</summary>
public sealed record LstmMatrixStep(
    Matrix<double> f, Matrix<double> i, Matrix<double> g, Matrix<double> C, Matrix<double> o, Matrix<double> h);

/// <summary>The LSTM as matrix equations of a batch, with the notes' matrices on [h; x] and stacked for one
/// product.</summary>
public static class LstmEquations
{
    /// <summary>A step with the notes' four matrices, (17.1)–(17.6). // x [D × N], h, C [H × N]</summary>
    public static LstmMatrixStep Step(LstmMatrices θ, Matrix<double> x, Matrix<double> h, Matrix<double> C)
    {
        Matrix<double> hx = h.Stack(x), one = Matrices.Ones(1, x.ColumnCount); // [h; x]
        Matrix<double> f = σ(θ.f.W * hx + θ.f.b * one); // (17.1)
        Matrix<double> i = σ(θ.i.W * hx + θ.i.b * one); // (17.2)
        Matrix<double> g = tanh(θ.c.W * hx + θ.c.b * one); // (17.3)
        C = f.PointwiseMultiply(C) + i.PointwiseMultiply(g); // (17.4)
        Matrix<double> o = σ(θ.o.W * hx + θ.o.b * one); // (17.5)
        return new(f, i, g, C, o, o.PointwiseMultiply(tanh(C))); // (17.6)
    }

    /// <summary>The same with one product for all gates, (17.7). // x [D × N], h, C [H × N]</summary>
    public static LstmMatrixStep Step(StackedLstm θ, Matrix<double> x, Matrix<double> h, Matrix<double> C)
    {
        int H = θ.Hidden, N = x.ColumnCount;
        Matrix<double> Z = θ.W_x * x + θ.W_h * h + θ.b * Matrices.Ones(1, N); // (17.7)
        Matrix<double> i = σ(Z.SubMatrix(0, H, 0, N)), f = σ(Z.SubMatrix(H, H, 0, N)); // (17.7)
        Matrix<double> g = tanh(Z.SubMatrix(2 * H, H, 0, N)), o = σ(Z.SubMatrix(3 * H, H, 0, N)); // (17.7)
        C = f.PointwiseMultiply(C) + i.PointwiseMultiply(g); // (17.4)
        return new(f, i, g, C, o, o.PointwiseMultiply(tanh(C))); // (17.6)
    }

    /// <summary>A sequence. // x a list over time of [D × N], h0, C0 [H × N]</summary>
    public static List<LstmMatrixStep> Forward(
        StackedLstm θ, IReadOnlyList<Matrix<double>> x, Matrix<double> h0, Matrix<double> C0)
    {
        List<LstmMatrixStep> steps = [];
        (Matrix<double> h, Matrix<double> C) = (h0, C0);
        foreach (Matrix<double> xt in x)
        {
            steps.Add(Step(θ, xt, h, C));
            (h, C) = (steps[^1].h, steps[^1].C);
        }

        return steps;
    }

    /// <summary>Backpropagation through time, (17.8)–(17.11), from ∂L/∂h of every step. // dh a list over time of
    /// [H × N], dx of [D × N]</summary>
    public static (StackedLstm dθ, Matrix<double>[] dx, Matrix<double> dh0, Matrix<double> dC0) Backward(
        StackedLstm θ, IReadOnlyList<Matrix<double>> x, Matrix<double> h0, Matrix<double> C0,
        IReadOnlyList<LstmMatrixStep> steps, IReadOnlyList<Matrix<double>> dh)
    {
        int N = h0.ColumnCount;
        Matrix<double> dW_x = 0 * θ.W_x, dW_h = 0 * θ.W_h, db = 0 * θ.b, dC = 0 * C0, later = 0 * h0;
        var dx = new Matrix<double>[x.Count];
        for (int t = x.Count - 1; t >= 0; t--)
        {
            (Matrix<double> f, Matrix<double> i, Matrix<double> g, Matrix<double> C, Matrix<double> o, _) = steps[t];
            (Matrix<double> h1, Matrix<double> C1) = t == 0 ? (h0, C0) : (steps[t - 1].h, steps[t - 1].C);
            Matrix<double> dht = dh[t] + later, a = tanh(C);
            dC += dht.PointwiseMultiply(o).PointwiseMultiply(1 - a.PointwiseMultiply(a)); // (17.8)
            Matrix<double> δi = dC.PointwiseMultiply(g).PointwiseMultiply(i).PointwiseMultiply(1 - i); // (17.9)
            Matrix<double> δf = dC.PointwiseMultiply(C1).PointwiseMultiply(f).PointwiseMultiply(1 - f); // (17.9)
            Matrix<double> δg = dC.PointwiseMultiply(i).PointwiseMultiply(1 - g.PointwiseMultiply(g)); // (17.9)
            Matrix<double> δo = dht.PointwiseMultiply(a).PointwiseMultiply(o).PointwiseMultiply(1 - o); // (17.9)
            Matrix<double> δ = δi.Stack(δf).Stack(δg).Stack(δo);
            dC = dC.PointwiseMultiply(f); // (17.8)
            later = θ.W_h.Transpose() * δ; // (17.10)
            dx[t] = θ.W_x.Transpose() * δ; // (17.10)
            dW_x += δ * x[t].Transpose(); // (17.11)
            dW_h += δ * h1.Transpose(); // (17.11)
            db += δ * Matrices.Ones(N, 1); // (17.11)
        }

        return (new(dW_x, dW_h, db), dx, later, dC);
    }

    /// <summary>What is left of the first cell state after all steps, ∏ f_t, and the direct part of ∂C_T/∂C_0,
    /// (17.12). S2-197. // [H × N]</summary>
    public static Matrix<double> Carried(IReadOnlyList<LstmMatrixStep> steps) =>
        steps.Select(step => step.f).Aggregate((product, f) => product.PointwiseMultiply(f)); // (17.12)

    /// <summary>From the notes' four matrices to PyTorch's order: the columns of h and of x apart, i, f, g, o below
    /// one another.</summary>
    public static StackedLstm Stack(LstmMatrices θ)
    {
        int H = θ.f.W.RowCount, D = θ.f.W.ColumnCount - H;
        Matrix<double> W = θ.i.W.Stack(θ.f.W).Stack(θ.c.W).Stack(θ.o.W); // (17.7)
        return new(
            W.SubMatrix(0, 4 * H, H, D), W.SubMatrix(0, 4 * H, 0, H), θ.i.b.Stack(θ.f.b).Stack(θ.c.b).Stack(θ.o.b));
    }

    /// <summary>And back.</summary>
    public static LstmMatrices Split(StackedLstm θ)
    {
        Matrix<double> W = θ.W_h.Append(θ.W_x);
        GateMatrices Of(int gate) => new(
            W.SubMatrix(gate * θ.Hidden, θ.Hidden, 0, W.ColumnCount), θ.b.SubMatrix(gate * θ.Hidden, θ.Hidden, 0, 1));
        return new(f: Of(1), i: Of(0), c: Of(2), o: Of(3)); // (17.7)
    }

    private static Matrix<double> σ(Matrix<double> Z) => Z.Map(ScalarActivations.Sigmoid);

    private static Matrix<double> tanh(Matrix<double> Z) => Z.Map(ScalarActivations.Tanh);
}
