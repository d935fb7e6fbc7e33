using MathNet.Numerics.LinearAlgebra;
using Reference.Backpropagation;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// Why backpropagation saves work: the error terms of a layer are computed once and serve all weights before it,
/// so that all P slopes cost about two forward passes, where difference quotients cost 2P of them. (9.12) counts the products of matrices,
/// those of the way forward included; (8.27), <see cref="BackwardWork"/>, counts the way back alone, with one product a unit for its slope. S4-134.
/// </summary>
public static class SharedErrorTerms
{
    /// <summary>Multiplications of forward and backward pass, (9.12): one product a layer forward and two back, the first layer's ∂L/∂x left out.</summary>
    /// <param name="sizes">The sizes from input to output. // [L + 1]</param>
    /// <exception cref="ArgumentException">Fewer than two sizes, or one below 1.</exception>
    public static double Backpropagation(params int[] sizes) => 3 * BackwardWork.Forward(sizes) - (double)sizes[0] * sizes[1]; // (9.12)

    /// <summary>The gradient by central differences, one weight after the other: slow, and right to about ten digits.</summary>
    /// <param name="network">The network; its weights are put back.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="x">// [D × N]</param>
    /// <param name="y">// [K × N]</param>
    /// <param name="h">The step.</param>
    /// <returns>One matrix for each parameter.</returns>
    public static IReadOnlyList<Matrix<double>> ByDifferences(Sequential network, ILoss loss, Matrix<double> x, Matrix<double> y, double h = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        double LossWith(Parameter p, int i, double value)
        {
            double kept = p.Values[i];
            p.Values[i] = value;
            double result = loss.Forward(network.Forward(x, Mode.Inference), y);
            p.Values[i] = kept;
            return result;
        }

        return [.. network.Parameters.Select(p =>
        {
            Matrix<double> gradient = p.Value.Clone();
            for (int i = 0; i < p.Values.Length; i++)
            {
                double w = p.Values[i];
                gradient[i % gradient.RowCount, i / gradient.RowCount] = (LossWith(p, i, w + h) - LossWith(p, i, w - h)) / (2 * h);
            }

            return gradient;
        })];
    }
}
