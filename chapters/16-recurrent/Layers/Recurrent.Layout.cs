using Reference.Networks;
using Reference.Numerics;

namespace Reference.RecurrentNetworks;

/// <content>Between [D × N·T] outside, the steps of a sample one after another, and [D × T·N] inside, the samples of a
/// step; and the steps that are padding.</content>
public abstract partial class Recurrent
{
    // Step t of a pass in a sequence of T.
    private int Place(int t, int T) => Reversed ? T - 1 - t : t;

    // A single sequence read forward is the same in both layouts.
    private bool IsSame(int N) => N == 1 && !Reversed;

    private bool IsPadding(int n, int t, int T) => Sequences.HasPadding && !Sequences.IsReal(n, Place(t, T));

    // X [rows × N·T] → x [rows × T·N]
    private void ToSteps(MatrixView X, MatrixView x, int T, int N)
    {
        if (IsSame(N))
        {
            x.CopyFrom(X);
            return;
        }

        for (int t = 0; t < T; t++)
        {
            x.Columns(t * N, N).CopyFrom(X.Columns(Place(t, T), N, T));
        }
    }

    // x [rows × T·N] → X [rows × N·T]
    private void FromSteps(MatrixView x, MatrixView X, int T, int N)
    {
        if (IsSame(N))
        {
            X.CopyFrom(x);
            return;
        }

        for (int t = 0; t < T; t++)
        {
            X.Columns(Place(t, T), N, T).CopyFrom(x.Columns(t * N, N));
        }
    }

    private MatrixView Output(MatrixView S, int T, int N)
    {
        MatrixView outputs = S.Rows(0, Outputs).Columns(N, T * N);
        if (Returns == Returns.LastStep)
        {
            MatrixView last = _Y.Of(Outputs, N);
            last.CopyFrom(outputs.Columns((T - 1) * N, N));
            return last;
        }

        MatrixView Y = _Y.Of(Outputs, N * T);
        FromSteps(outputs, Y, T, N);
        for (int c = 0; c < N * T && Sequences.HasPadding; c++)
        {
            if (!Sequences.IsReal(c / T, c % T))
            {
                Y.Column(c).Clear();
            }
        }

        return Y;
    }

    // ∂L/∂ of the states, so far only from the output of each step and from the last state.
    private MatrixView Upstream(MatrixView dY, MatrixView dLast, int T, int N)
    {
        MatrixView dS = _dS.Of(StateRows, (T + 1) * N), outputs = dS.Rows(0, Outputs).Columns(N, T * N);
        int columns = Returns == Returns.LastStep ? N : N * T;
        if (dY.ColumnCount != 0 && (dY.RowCount != Outputs || dY.ColumnCount != columns))
        {
            throw new ArgumentException(
                $"Expected the gradient of {Name} to have the shape [{Outputs} × {columns}] of its output; got {dY}.",
                nameof(dY));
        }

        dS.Fill(0);
        if (dY.ColumnCount != 0 && Returns == Returns.LastStep)
        {
            outputs.Columns((T - 1) * N, N).CopyFrom(dY);
        }
        else if (dY.ColumnCount != 0)
        {
            ToSteps(dY, outputs, T, N);
            for (int i = 0; i < T * N && Sequences.HasPadding; i++)
            {
                if (IsPadding(i % N, i / N, T))
                {
                    dS.Column(N + i).Clear(); // the output there is 0, whatever the state
                }
            }
        }

        if (dLast.ColumnCount != 0)
        {
            dS.Columns(T * N, N).Add(dLast);
        }

        return dS;
    }

    // (16.13): where step t is padding, the state stays.
    private void KeepPadded(MatrixView before, MatrixView after, int t, int T)
    {
        for (int n = 0; n < after.ColumnCount && Sequences.HasPadding; n++)
        {
            if (IsPadding(n, t, T))
            {
                before.Column(n).CopyTo(after.Column(n)); // (16.13)
            }
        }
    }

    // (16.13): and its gradient goes to the state before.
    private void PassPadded(MatrixView dAfter, MatrixView dBefore, int t, int T)
    {
        for (int n = 0; n < dAfter.ColumnCount && Sequences.HasPadding; n++)
        {
            if (IsPadding(n, t, T))
            {
                Kernels.Axpby(1, dAfter.Column(n), 1, dBefore.Column(n)); // (16.13)
                dAfter.Column(n).Clear();
            }
        }
    }
}
