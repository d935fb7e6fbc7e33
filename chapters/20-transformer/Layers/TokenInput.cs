using Reference.Embeddings;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Transformers;

/// <summary>
/// The input of a transformer, X = E[id] + P, (20.6): a learned vector for each token and one for each place. Texts
/// are padded to the longest of a batch, and the sequences told where. S1-227, S1-230, S1-275, S2-261, S3-188.
/// </summary>
public sealed class TokenInput
{
    private readonly ILayer _vectors;
    private readonly Positions _positions;
    private readonly Sequences _sequences;
    private readonly Workspace _ids = new();
    private int[] _lengths = [];

    /// <summary>V tokens and so many places, all vectors drawn.</summary>
    public TokenInput(int vocabulary, int width, int longest, Sequences sequences, Initializer vectors)
        : this(
            new Embedding(vocabulary, width, vectors), new Positions(width, longest, sequences, vectors), sequences)
    {
    }

    private TokenInput(ILayer vectors, Positions positions, Sequences sequences)
    {
        (_vectors, _positions, _sequences) = (vectors, positions, sequences);
        Parameters = [.. vectors.Parameters, .. positions.Parameters];
    }

    /// <summary>E and P.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The same vectors for other texts, such as translations.</summary>
    public TokenInput For(Sequences sequences) => new(_vectors.Shared(), _positions.For(sequences), sequences);

    /// <summary>// texts [N][≤ T] → [D × N·T]</summary>
    /// <exception cref="ArgumentException">No text, an empty one, one longer than the table of places, or an id that
    /// is no token's.</exception>
    public MatrixView Forward(int[][] texts, Mode mode = Mode.Training)
    {
        Require.NotEmpty(texts.Length, nameof(texts));
        int N = texts.Length, T = texts.Max(ids => ids.Length);
        _lengths = _lengths.Length == N ? _lengths : new int[N];
        MatrixView X = _ids.Of(1, N * Math.Max(T, 1));
        X.Fill(0); // padding is not looked at
        for (int n = 0; n < N; n++)
        {
            _lengths[n] = texts[n].Length;
            for (int t = 0; t < texts[n].Length; t++)
            {
                X[0, n * T + t] = texts[n][t];
            }
        }

        if (_lengths.AsSpan().IndexOfAnyExcept(T) >= 0 || T == 0)
        {
            _sequences.Expect(T, _lengths);
        }
        else
        {
            _sequences.Expect(T);
        }

        return _positions.Forward(_vectors.Forward(X, mode), mode); // (20.6)
    }

    /// <summary>Adds the gradients of both tables. // dX [D × N·T]</summary>
    public void Backward(MatrixView dX) => _vectors.Backward(_positions.Backward(dX));
}
