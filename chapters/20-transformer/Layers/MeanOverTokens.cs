using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.Transformers;

/// <summary>
/// The mean of the tokens of each sample that are no padding, (20.7): X [D × N·T] → [D × N]. S0-195, S0-174.
/// </summary>
public sealed class MeanOverTokens(int width, Sequences sequences) : Layer("mean over tokens", width, width)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new MeanOverTokens(Inputs, sequences);

    /// <inheritdoc/>
    protected override int ColumnsOf(int columns) => columns / sequences.Steps;

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        int T = sequences.Steps;
        if (X.ColumnCount % T != 0)
        {
            throw new ArgumentException($"Expected samples of {T} tokens, [{Inputs} × N·{T}]; got {X}.");
        }

        Y.Fill(0);
        for (int n = 0; n < Y.ColumnCount; n++)
        {
            double share = 1.0 / Real(n);
            for (int t = 0; t < T; t++)
            {
                if (sequences.IsReal(n, t))
                {
                    Kernels.Axpby(share, X.Column(n * T + t), 1, Y.Column(n)); // (20.7)
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        if (dX is not { } wanted)
        {
            return;
        }

        int T = sequences.Steps;
        wanted.Fill(0);
        for (int n = 0; n < dY.ColumnCount; n++)
        {
            double share = 1.0 / Real(n);
            for (int t = 0; t < T; t++)
            {
                Kernels.Axpby(sequences.IsReal(n, t) ? share : 0, dY.Column(n), 1, wanted.Column(n * T + t)); // (20.7)
            }
        }
    }

    private int Real(int n)
    {
        int real = 0;
        for (int t = 0; t < sequences.Steps; t++)
        {
            real += sequences.IsReal(n, t) ? 1 : 0;
        }

        return real;
    }
}
