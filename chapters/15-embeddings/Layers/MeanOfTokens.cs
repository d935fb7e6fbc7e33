using Reference.Networks;
using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>The mean of the T ≥ 1 vectors of a sample, (15.15): CBOW's hidden vector. X [D × N·T] → Y [D × N].
/// S0-164.</summary>
public sealed class MeanOfTokens(int dimension, int tokens)
    : Layer($"mean of {Width(tokens)} tokens", dimension, dimension)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new MeanOfTokens(Inputs, tokens);

    /// <inheritdoc/>
    protected override int ColumnsOf(int columns) => columns % tokens == 0
        ? columns / tokens
        : throw new ArgumentException(
            $"Expected samples of {tokens} neighbouring columns; got {columns} columns.", nameof(columns));

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        Y.Fill(0);
        for (int t = 0; t < tokens; t++)
        {
            Y.Add(X.Columns(t, Y.ColumnCount, tokens)); // (15.15)
        }

        Y.Map(Share, Y);
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        for (int t = 0; t < tokens && dX is { } wanted; t++)
        {
            wanted.Columns(t, dY.ColumnCount, tokens).Map(Share, dY); // (15.15)
        }
    }

    private void Share(ReadOnlySpan<double> x, Span<double> y) => Kernels.Axpby(1.0 / tokens, x, 0, y);
}
