using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LongShortTermMemory;

/// <summary>
/// The LSTM over a whole sequence, in buffers it owns: one product for the input of all steps, then per step one with
/// W_h and the fused gates; the gradients of the weights are one product again. Columns are time-major: those of step
/// t are N·t … N·t + N − 1.
/// </summary>
public sealed class LstmPass(int inputs, int hidden)
{
    private readonly Workspace _Z = new(), _C = new(), _A = new(), _H = new(), _δ = new(), _dH = new(), _dC = new(),
        _dX = new(), _turned = new();

    private int _N, _T;

    /// <summary>The hidden states of all steps. // X [D × N·T], h0, C0 [H × N] or empty for 0 → [H × N·T]</summary>
    public MatrixView Forward(
        MatrixView W_x, MatrixView W_h, ReadOnlySpan<double> b, MatrixView X, int samples, MatrixView h0 = default,
        MatrixView C0 = default)
    {
        (_N, _T) = (samples, X.ColumnCount / samples);
        MatrixView Z = _Z.Of(4 * hidden, X.ColumnCount);
        Z.Product(W_x, X); // (17.7)
        Begin(States(_H), h0);
        Begin(States(_C), C0);
        for (int t = 0; t < _T; t++)
        {
            Step(Z, t).AddProduct(W_h, Step(States(_H), t)); // (17.7)
            Kernels.LstmGates(
                b, Step(Z, t).Span, Step(States(_C), t).Span, Step(States(_C), t + 1).Span,
                Step(_A.Of(hidden, X.ColumnCount), t).Span, Step(States(_H), t + 1).Span); // (17.4) (17.6) (17.7)
        }

        return States(_H).Columns(samples, X.ColumnCount);
    }

    /// <summary>Adds the gradients of the weights and returns ∂L/∂X, or nothing where it is not wanted.
    /// // dH [H × N·T] → [D × N·T]</summary>
    public MatrixView Backward(Parameter W_x, Parameter W_h, Parameter b, MatrixView X, MatrixView dH, bool wanted)
    {
        MatrixView δ = _δ.Of(4 * hidden, X.ColumnCount), dC = _dC.Of(hidden, _N), Wᵀ = _turned.Of(hidden, 4 * hidden);
        MatrixView up = _dH.Of(hidden, X.ColumnCount);
        up.CopyFrom(dH);
        dC.Fill(0);
        Wᵀ.CopyFrom(((MatrixView)(MathNet.Numerics.LinearAlgebra.Double.DenseMatrix)W_h.Value).T);
        for (int t = _T - 1; t >= 0; t--)
        {
            if (t < _T - 1)
            {
                Step(up, t).AddProduct(Wᵀ, Step(δ, t + 1)); // (17.10)
            }

            Kernels.LstmGatesGradient(
                Step(_Z.Of(4 * hidden, X.ColumnCount), t).Span, Step(States(_C), t).Span,
                Step(_A.Of(hidden, X.ColumnCount), t).Span, Step(up, t).Span, dC.Span, Step(δ, t).Span,
                hidden); // (17.8) (17.9)
        }

        W_x.AccumulateProduct(δ, X.T); // (17.11)
        W_h.AccumulateProduct(δ, States(_H).Columns(0, X.ColumnCount).T); // (17.11)
        b.Gradient.View().AddSumOfColumns(δ); // (17.11)
        MatrixView dX = default;
        if (wanted)
        {
            dX = _dX.Of(inputs, X.ColumnCount);
            dX.Product(W_x.Value.View().T, δ); // (17.10)
        }

        return dX;
    }

    // Step 0 is the state before the first step. // [H × N·(T + 1)]
    private MatrixView States(Workspace states) => states.Of(hidden, _N * (_T + 1));

    private MatrixView Step(MatrixView X, int t) => X.Columns(t * _N, _N);

    private void Begin(MatrixView states, MatrixView first)
    {
        if (first.ColumnCount == 0)
        {
            Step(states, 0).Fill(0);
        }
        else
        {
            Step(states, 0).CopyFrom(first);
        }
    }
}
