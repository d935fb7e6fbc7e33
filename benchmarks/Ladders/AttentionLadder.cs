using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.Attention;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// One head of width 64, forward and backward: loops, matrix expressions, all weights kept in buffers, and tile by
/// tile. 64 tokens are a sentence, 256 a paragraph, 1024 a page; <c>peers/attention_peer.py</c> does the same work.
/// </summary>
public class AttentionLadder
{
    private const int d = 64;

    private readonly StoredAttention _stored = new();
    private readonly TiledAttention _tiled = new();
    private MatrixView[] _x = []; // Q, K, V, dZ, Z, dQ, dK, dV [d × n]
    private Matrix<double>[] _rows = []; // Q, K, V, dZ [n × d]
    private int[] _visible = [];

    /// <summary>Tokens.</summary>
    [Params(64, 256, 1024)]
    public int N { get; set; } = 64;

    /// <summary>Numbers of ordinary size.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        _x = [.. Enumerable.Range(0, 8).Select(_ => new MatrixView(random.Normals(d * N), d, N))];
        _rows = [.. _x[..4].Select(x => x.ToMatrix().Transpose())];
        _visible = [.. Enumerable.Repeat(N, N)];
    }

    /// <summary>The indexed equations.</summary>
    [Benchmark(Baseline = true)]
    public double[,] Scalar()
    {
        double[][,] x = [.. _rows.Select(m => m.ToArray())];
        double[,] A = ScalarAttention.Weights(ScalarAttention.Scores(x[0], x[1]), _visible);
        _ = ScalarAttention.Output(A, x[2]);
        _ = ScalarAttention.BackwardValues(A, x[3]);
        return ScalarAttention.BackwardQueriesAndKeys(x[0], x[1], ScalarAttention.BackwardScores(A, x[2], x[3])).dQ;
    }

    /// <summary>Matrix equations, a new matrix an operation.</summary>
    [Benchmark]
    public Matrix<double> Equations()
    {
        (_, Matrix<double> A) = AttentionEquations.Forward(_rows[0], _rows[1], _rows[2], _visible);
        return AttentionEquations.Backward(_rows[0], _rows[1], _rows[2], A, _rows[3]).dQ;
    }

    /// <summary>All weights in buffers that are kept.</summary>
    [Benchmark]
    public void Stored()
    {
        _stored.Forward(_x[0], _x[1], _x[2], _visible, 1, _x[4]);
        _stored.Backward(_x[0], _x[1], _x[2], _x[3], _x[5], _x[6], _x[7]);
    }

    /// <summary>Tile by tile.</summary>
    [Benchmark]
    public void Tiled()
    {
        _tiled.Forward(_x[0], _x[1], _x[2], _visible, 1, _x[4]);
        _tiled.Backward(_x[4], _x[3], _x[5], _x[6], _x[7]);
    }
}
