using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>
/// How large the signals of a deep stack are on their way, and the gradients on theirs:
/// Var[z] = n Var[w] E[x²], (9.13), a factor for every layer. S4-135, S4-152, S4-153, S4-154.
/// </summary>
public static class SignalFlow
{
    /// <summary>Var[z] = n·Var[w]·E[x²] for a unit of n independent weights of mean 0, (9.13).</summary>
    /// <param name="inputs">n ≥ 1.</param>
    /// <param name="weightVariance">Var[w] ≥ 0.</param>
    /// <param name="meanSquare">E[x²] ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public static double Variance(int inputs, double weightVariance, double meanSquare)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegative(weightVariance);
        ArgumentOutOfRangeException.ThrowIfNegative(meanSquare);
        return inputs * weightVariance * meanSquare; // (9.13)
    }

    /// <summary>The mean square of the output of every activation, and of the gradient that comes back to it, in a stack of equal layers.</summary>
    /// <param name="width">n.</param>
    /// <param name="depth">How many layers.</param>
    /// <param name="weights">Draws the weights; biases are 0.</param>
    /// <param name="activation">Makes an activation.</param>
    /// <param name="random">Draws the inputs and the gradient at the end, N(0, 1).</param>
    /// <param name="samples">N.</param>
    /// <returns>One entry a layer, from the input side. // [depth] each</returns>
    public static (double[] Forward, double[] Backward) Through(
        int width, int depth, Initializer weights, Func<int, ILayer> activation, RandomStream random, int samples)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(random);
        (Dense Dense, ILayer Activation)[] layers = [.. Enumerable.Range(0, depth).Select(_ => (new Dense(width, width, weights), activation(width)))];
        Matrix<double> x = new DenseMatrix(width, samples, random.Normals(width * samples));
        var forward = new double[depth];
        for (int l = 0; l < depth; l++)
        {
            x = layers[l].Activation.Forward(layers[l].Dense.Forward(x));
            forward[l] = MeanSquare(x);
        }

        Matrix<double> d = new DenseMatrix(width, samples, random.Normals(width * samples));
        var backward = new double[depth];
        for (int l = depth - 1; l >= 0; l--)
        {
            backward[l] = MeanSquare(d);
            d = layers[l].Dense.Backward(layers[l].Activation.Backward(d));
        }

        return (forward, backward);
    }

    /// <summary>The mean of the squares of a matrix.</summary>
    public static double MeanSquare(Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.PointwisePower(2).Enumerate().Average();
    }
}
