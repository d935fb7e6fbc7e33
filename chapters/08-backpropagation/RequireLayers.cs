using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>What a network asks of its layers; like <see cref="Require"/>, with a message that names the shapes.</summary>
internal static class RequireLayers
{
    /// <summary>Layers that fit one behind the other and take inputs of the given length; finite numbers throughout.</summary>
    public static void Fit(IReadOnlyList<ScalarLayer> layers, int inputs) =>
        Fit([.. layers.Select(layer => (layer.Units, layer.Inputs, layer.B.Length))], inputs, () =>
        {
            foreach (ScalarLayer layer in layers)
            {
                Require.Finite(layer.W, "W");
                Require.Finite(layer.B, "B");
            }
        });

    /// <inheritdoc cref="Fit(IReadOnlyList{ScalarLayer}, int)"/>
    public static void Fit(IReadOnlyList<MatrixLayer> layers, int inputs) =>
        Fit([.. layers.Select(layer => (layer.W.RowCount, layer.W.ColumnCount, layer.B.Count))], inputs, () =>
        {
            foreach (MatrixLayer layer in layers)
            {
                RequireMatrix.Finite(layer.W, "W");
                RequireMatrix.Finite(layer.B.ToColumnMatrix(), "B");
            }
        });

    /// <summary>At least an input and a unit, and no layer without units.</summary>
    public static void Widths(int[] widths)
    {
        if (widths.Length < 2 || widths.Any(width => width < 1))
        {
            throw new ArgumentException($"Expected at least two widths, each at least 1; got [{string.Join(", ", widths)}].", nameof(widths));
        }
    }

    /// <summary>One gradient for every layer, of the shapes of its weights and biases.</summary>
    public static void Gradients(IReadOnlyList<ScalarLayer> layers, IReadOnlyList<ScalarGradient> gradients) => Gradients(
        [.. layers.Select(layer => (layer.Units, layer.Inputs, layer.B.Length))],
        [.. gradients.Select(g => (g.dW.GetLength(0), g.dW.GetLength(1), g.dB.Length))]);

    /// <inheritdoc cref="Gradients(IReadOnlyList{ScalarLayer}, IReadOnlyList{ScalarGradient})"/>
    public static void Gradients(IReadOnlyList<MatrixLayer> layers, IReadOnlyList<MatrixGradient> gradients) => Gradients(
        [.. layers.Select(layer => (layer.W.RowCount, layer.W.ColumnCount, layer.B.Count))],
        [.. gradients.Select(g => (g.dW.RowCount, g.dW.ColumnCount, g.dB.Count))]);

    private static void Gradients((int Units, int Inputs, int Biases)[] layers, (int Units, int Inputs, int Biases)[] gradients)
    {
        if (layers.Length != gradients.Length)
        {
            throw new ArgumentException($"Expected a gradient for each of the {layers.Length} layers; got {gradients.Length}.", nameof(gradients));
        }

        for (int l = 0; l < layers.Length; l++)
        {
            if (layers[l] != gradients[l])
            {
                throw new ArgumentException(
                    $"Expected the gradient of layer {l + 1} to be {Shapes(layers[l])}; it is {Shapes(gradients[l])}.", nameof(gradients));
            }
        }
    }

    private static string Shapes((int Units, int Inputs, int Biases) layer) => $"[{layer.Units} × {layer.Inputs}] and [{layer.Biases}]";

    private static void Fit((int Units, int Inputs, int Biases)[] layers, int inputs, Action finite)
    {
        Require.NotEmpty(layers.Length, nameof(layers));
        for (int l = 0; l < layers.Length; l++)
        {
            int before = l == 0 ? inputs : layers[l - 1].Units;
            string source = l == 0 ? $"an input of length {before}" : $"the {before} outputs of layer {l}";
            if (layers[l].Inputs != before)
            {
                throw new ArgumentException(
                    $"Expected layer {l + 1} to take {source}; its weights are [{layers[l].Units} × {layers[l].Inputs}].",
                    nameof(layers));
            }

            if (layers[l].Biases != layers[l].Units)
            {
                throw new ArgumentException($"Expected {layers[l].Units} biases in layer {l + 1}, one a unit; got {layers[l].Biases}.", nameof(layers));
            }
        }

        finite();
    }
}
