using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory.Tests;

/// <summary>A network of PyTorch's in a golden file.</summary>
public sealed record GatedNetwork(
    string Name, int Inputs, int Units, int Steps, int[] Lengths, int Layers = 1, bool Both = false);

/// <summary>Layers with gates against PyTorch in float64: forward, last state and all gradients.</summary>
internal static class GatedGoldens
{
    /// <summary>One layer, stacked, in both directions, with sequences of different lengths.</summary>
    public static IReadOnlyList<GatedNetwork> Networks { get; } =
    [
        new("one", 3, 4, 5, [5]), new("batch", 2, 5, 7, [7, 7, 7]), new("wide", 5, 17, 4, [4, 4]),
        new("stacked", 3, 4, 6, [6, 6], 2), new("bidirectional", 3, 4, 6, [6, 6], 1, true),
        new("lengths", 3, 2, 5, [5, 2, 4, 1]), new("everything", 3, 4, 8, [3, 8, 5], 3, true),
    ];

    public static void Check(
        string chapter, GatedNetwork golden, bool oneBias, Func<int, int, Sequences, bool, Recurrent> cell)
    {
        Golden pyTorch = Golden.Read(chapter);
        (string name, int inputs, int units, int T, int[] lengths, int layers, bool both) = golden;
        int N = lengths.Length, width = both ? 2 * units : units;
        var sequences = new Sequences(T);
        if (lengths.Min() < T)
        {
            sequences.Expect(T, lengths);
        }

        Matrix<double> Fill(string what, int rows, int columns) =>
            HashFill.Matrix($"{chapter}/{name}.{what}", rows, columns);
        ILayer[] stack = [.. Enumerable.Range(0, layers).Select(l => l == 0 ? inputs : width).Select(from => both
            ? new Bidirectional(cell(from, units, sequences, false), cell(from, units, sequences, true))
            : (ILayer)cell(from, units, sequences, false))];
        for (int l = 0; l < layers; l++)
        {
            foreach (StoredTensor tensor in stack[l].Stored)
            {
                NamedTensor mine = tensor.Save();
                double[] values = HashFill.Values($"{chapter}/{name}.{Place(tensor.Name, l)}", mine.Doubles.Length);
                tensor.Load(new NamedTensor(tensor.Name, [.. values.Select(v => 0.6 * v)], mine.Shape));
            }
        }

        Matrix<double> X = Fill("x", inputs, N * T), dY = Fill("dy", width, N * T);
        if (stack is [Recurrent single])
        {
            int R = single.StateRows;
            pyTorch.Agrees($"{name}.y", single.Forward(X.View(), Fill("first", R, N).View()).ToMatrix());
            pyTorch.Agrees($"{name}.last", single.LastState.ToMatrix());
            pyTorch.Agrees($"{name}.dx", single.Backward(dY.View(), Fill("dlast", R, N).View()).ToMatrix());
            pyTorch.Agrees($"{name}.dfirst", single.StateGradient(0).ToMatrix());
        }
        else
        {
            var network = new Sequential(stack);
            pyTorch.Agrees($"{name}.y", network.Forward(X));
            pyTorch.Agrees($"{name}.dx", network.Backward(dY));
        }

        for (int l = 0; l < layers; l++)
        {
            foreach (Parameter parameter in stack[l].Parameters)
            {
                parameter.Gradients.CopyTo(parameter.Values); // to be read in the order of the file
            }

            foreach (StoredTensor tensor in stack[l].Stored)
            {
                bool second = oneBias && tensor.Name.StartsWith("bias_hh", StringComparison.Ordinal);
                NamedTensor d = second // both biases have the gradient of their sum
                    ? stack[l].Stored.Single(t => t.Name == tensor.Name.Replace("hh", "ih")).Save()
                    : tensor.Save();
                pyTorch.Agrees($"{name}.d{Place(tensor.Name, l)}", Matrix<double>.Build.DenseOfRowMajor(
                    (int)d.Shape[0], d.Doubles.Length / (int)d.Shape[0], d.Doubles.ToArray()));
            }
        }
    }

    private static string Place(string name, int layer) => name.Replace("_l0", $"_l{layer}");
}
