using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks.Tests;

/// <summary>Elman's network against PyTorch's RNN in float64, forward and all gradients.</summary>
public class RecurrentGoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("16-recurrent");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"16-recurrent/{name}", rows, columns);

    // (16.1) (16.4) (16.5) (16.6) (16.7) (16.13) (16.12) S2-182 S3-156: both biases of PyTorch become one.
    [Theory]
    [InlineData("one", 3, 4, 5, new[] { 5 })]
    [InlineData("batch", 2, 5, 7, new[] { 7, 7, 7 })]
    [InlineData("relu", 4, 3, 6, new[] { 6, 6 })]
    [InlineData("stacked", 3, 4, 6, new[] { 6, 6 }, 2)]
    [InlineData("bidirectional", 3, 4, 6, new[] { 6, 6 }, 1, true)]
    [InlineData("lengths", 3, 2, 5, new[] { 5, 2, 4, 1 })]
    [InlineData("everything", 3, 4, 8, new[] { 3, 8, 5 }, 3, true)]
    public void The_layer_matches_PyTorch(
        string name, int inputs, int units, int steps, int[] lengths, int layers = 1, bool both = false)
    {
        int N = lengths.Length, width = both ? 2 * units : units;
        var sequences = new Sequences(steps);
        if (lengths.Min() < steps)
        {
            sequences.Expect(steps, lengths);
        }

        Elman Of(int from, bool reversed) =>
            new(from, units, sequences, Initializers.Zero,
                activation: name == "relu" ? CellActivation.Relu : CellActivation.Tanh) { Reversed = reversed };
        ILayer[] stack = [.. Enumerable.Range(0, layers).Select(l => l == 0 ? inputs : width).Select(from =>
            both ? new Bidirectional(Of(from, false), Of(from, true)) : (ILayer)Of(from, false))];
        for (int l = 0; l < layers; l++)
        {
            foreach (StoredTensor tensor in stack[l].Stored)
            {
                NamedTensor mine = tensor.Save();
                double[] values = HashFill.Values($"16-recurrent/{name}.{Place(tensor.Name, l)}", mine.Doubles.Length);
                tensor.Load(new NamedTensor(tensor.Name, [.. values.Select(v => 0.6 * v)], mine.Shape));
            }
        }

        Matrix<double> X = Fill($"{name}.x", inputs, N * steps), dY = Fill($"{name}.dy", width, N * steps);
        if (stack is [Elman single])
        {
            PyTorch.Agrees($"{name}.y", single.Forward(X.View(), Fill($"{name}.h0", units, N).View()).ToMatrix());
            PyTorch.Agrees($"{name}.last", single.LastState.ToMatrix());
            PyTorch.Agrees(
                $"{name}.dx", single.Backward(dY.View(), Fill($"{name}.dlast", units, N).View()).ToMatrix());
            PyTorch.Agrees($"{name}.dh0", single.StateGradient(0).ToMatrix());
        }
        else
        {
            var network = new Sequential(stack);
            PyTorch.Agrees($"{name}.y", network.Forward(X));
            PyTorch.Agrees($"{name}.dx", network.Backward(dY));
        }

        for (int l = 0; l < layers; l++)
        {
            foreach (Parameter parameter in stack[l].Parameters)
            {
                parameter.Gradients.CopyTo(parameter.Values);
            }

            foreach (StoredTensor tensor in stack[l].Stored)
            {
                NamedTensor d = tensor.Save();
                int rows = (int)d.Shape[0];
                string golden = $"{name}.d{Place(tensor.Name, l)}";
                double[] values = tensor.Name.StartsWith("bias_hh", StringComparison.Ordinal)
                    ? stack[l].Stored.Single(t => t.Name == tensor.Name.Replace("hh", "ih")).Save().Doubles.ToArray()
                    : d.Doubles.ToArray(); // both biases have the gradient of their sum
                PyTorch.Agrees(golden, Matrix<double>.Build.DenseOfRowMajor(rows, values.Length / rows, values));
            }
        }
    }

    // S2-182: the last state of both directions, each at the end of its own reading.
    [Fact]
    public void The_last_output_of_both_directions_is_that_of_PyTorch()
    {
        var sequences = new Sequences(6);
        Elman Of(bool reversed) => new(3, 4, sequences, Initializers.Zero)
            { Returns = Returns.LastStep, Reversed = reversed };
        var layer = new Bidirectional(Of(false), Of(true));
        foreach (StoredTensor tensor in layer.Stored)
        {
            NamedTensor mine = tensor.Save();
            double[] values = HashFill.Values($"16-recurrent/bidirectional.{tensor.Name}", mine.Doubles.Length);
            tensor.Load(new NamedTensor(tensor.Name, [.. values.Select(v => 0.6 * v)], mine.Shape));
        }

        PyTorch.Agrees("bidirectional.last", layer.Forward(Fill("bidirectional.x", 3, 12)));
    }

    private static string Place(string name, int layer) => name.Replace("_l0", $"_l{layer}");
}
