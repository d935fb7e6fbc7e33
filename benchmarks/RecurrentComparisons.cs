using MathNet.Numerics.LinearAlgebra;
using Reference.GatedRecurrentUnits;
using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.Benchmarks;

/// <summary>LSTM and GRU over 100 steps, forward and backward with the gradient of the input.</summary>
internal static class RecurrentComparisons
{
    private const int T = 100;

    /// <summary>Inputs as wide as the layer; the peer's number type is in the row.</summary>
    internal static void Measure(string python, Func<int, Action, double> turn, Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "recurrent_peer.py", "recurrent", threads);
            foreach ((string cell, int H, int N) in ((string, int, int)[])
                [("lstm", 32, 1), ("lstm", 128, 1), ("lstm", 512, 1), ("lstm", 128, 32), ("lstm", 512, 32),
                    ("gru", 128, 32)])
            {
                Action pass = Pass(cell, H, N);
                foreach (string type in (string[])["float64", "float32"])
                {
                    measure(new($"{cell}, {H} units, batch {N}, {threads} thread(s)", $"PyTorch {type}",
                        () => turn(threads, pass), () => peer.Ask($"{type} {cell} {H} {N}")));
                }
            }
        }
    }

    private static Action Pass(string cell, int H, int N)
    {
        var random = new RandomStream(1);
        Initializer uniform = Initializers.Uniform(random, 1 / Math.Sqrt(H));
        Recurrent layer = cell == "lstm"
            ? new Lstm(H, H, new Sequences(T), uniform)
            : new Gru(H, H, new Sequences(T), uniform);
        Matrix<double> X = Matrix<double>.Build.Dense(H, N * T, random.Normals(H * N * T)),
            dY = Matrix<double>.Build.Dense(H, N * T, random.Normals(H * N * T));
        return () =>
        {
            foreach (Optimizers.Parameter parameter in layer.Parameters)
            {
                parameter.ZeroGradient();
            }

            layer.Forward(X.View());
            layer.Backward(dY.View());
        };
    }
}
