using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.RecurrentNetworks;

/// <summary>Traces of small networks, powers, and the counts that follow from the listings; the notes print none of
/// them.</summary>
public static class RecurrentNumbers
{
    private static readonly double[,] One = { { 1 } }, Half = { { 0.5 } };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        Trace("S2-179", "h₁ of one unit, all weights ½, x = 1, b = 0", "0.4621171573", () => Halves(1)),
        Trace("S2-179", "h₂", "0.6237125498", () => Halves(2)),
        Trace("S2-179", "h₃", "0.6706129992", () => Halves(3)),
        Trace("S3-153", "h₁ of Elman's unit, all weights 1, x = 1, 0, 0, sigmoids", "0.7310585786", () => Elman(1).h),
        Trace("S3-153", "h₂", "0.6750375274", () => Elman(2).h),
        Trace("S3-153", "h₃", "0.6626302265", () => Elman(3).h),
        Trace("S3-153", "y₃", "0.6598509846", () => Elman(3).y),
        Trace("S3-154", "h₁ of Jordan's unit, the same", "0.7310585786", () => Jordan(1).h),
        Trace("S3-154", "h₂", "0.6626302265", () => Jordan(2).h),
        Trace("S3-154", "h₃", "0.6592269134", () => Jordan(3).h),
        Trace("S3-154", "y₃", "0.6590867039", () => Jordan(3).y),
        Trace("S2-192", "∂h₅₀/∂h₀ of a linear unit, w = 0.9", "0.0051537752", () => Linear(0.9, 50)),
        Trace("S2-192", "∂h₁₀₀/∂h₀", "2.65614e-5", () => Linear(0.9, 100)),
        Trace("S2-192", "∂h₅₀/∂h₀, w = 1.1", "117.3908529", () => Linear(1.1, 50)),
        Trace("S2-192", "∂h₁₀₀/∂h₀", "13780.6123", () => Linear(1.1, 100)),
        Trace("S3-160", "the largest factor of ten sigmoids, U = 1", "9.5367e-7",
            () => ElmanEquations.Bound(Matrix<double>.Build.DenseOfArray(One), 0.25, 10)),
        Trace("S3-160", "∂h₅₀₀/∂h₀ of a linear unit, w = 0.9", "1.3221e-23", () => Linear(0.9, 500)),
        Trace("S3-160", "∂h₅₀₀/∂h₀, w = 1.1", "4.9698e20", () => Linear(1.1, 500)),
        Trace("S3-156", "parameters of SimpleRNN(32) on 32 inputs", "2080", () => Stack(1)),
        Trace("S3-156", "parameters of four of them", "8320", () => Stack(4)),
        Trace("S3-157", "parameters of Embedding(10000, 32), SimpleRNN(16), Dense(1)", "320801",
            () => Summary.Of(SentimentClassifier.Network(
                RecurrentCells.Orthogonal, 10_000, 16, new Sequences(500), false, new RandomStream(1))).Total),
        Trace("S3-157", "steps of an epoch: 20,000 of 25,000 reviews, batches of 128", "157",
            () => new Batches(new(
                new ColumnSamples(new double[1, 20_000]), new ColumnSamples(new double[1, 20_000])), 128).Count),
    ];

    private static WorkedNumber Trace(string row, string what, string value, Func<double> computed) =>
        WorkedNumber.Derived(row, what, value, computed);

    private static double Halves(int t) => ScalarElman.Forward(
        [[1], [1], [1]], Half, Half, [0], [0], Activation.Tanh).h[t][0];

    private static (double h, double y) Elman(int t)
    {
        double[][] h = ScalarElman.Forward([[1], [0], [0]], One, One, [0], [0], Activation.Sigmoid).h;
        return (h[t][0], ScalarElman.Outputs(h, One, [0], Activation.Sigmoid)[t - 1][0]);
    }

    private static (double h, double y) Jordan(int t)
    {
        (double[][] h, double[][] y) = ScalarJordan.Forward(
            [[1], [0], [0]], One, One, [0], One, [0], [0], Activation.Sigmoid, Activation.Sigmoid);
        return (h[t - 1][0], y[t][0]);
    }

    private static double Linear(double w, int T)
    {
        double[,] W = { { 0 } }, U = { { w } };
        double[][] x = [.. Enumerable.Repeat<double[]>([0], T)];
        (double[][] a, double[][] h) = ScalarElman.Forward(x, W, U, [0], [1], Activation.Linear);
        double[][] dy = [.. Enumerable.Range(1, T).Select(t => new double[] { t == T ? 1 : 0 })];
        return ScalarElman.Gradients(x, a, h, W, U, dy, Activation.Linear).dh0[0];
    }

    private static double Stack(int layers)
    {
        var sequences = new Sequences(5);
        return Summary.Of(new Sequential([.. Enumerable.Range(1, layers).Select(l =>
            new Elman(32, 32, sequences, Initializers.Zero)
            { Returns = l == layers ? Returns.LastStep : Returns.EveryStep })])).Total;
    }
}
