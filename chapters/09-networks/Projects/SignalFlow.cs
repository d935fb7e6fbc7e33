using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>The size of signals and gradients through a deep stack. S4-135, S4-152, S4-153, S4-154.</summary>
public static class SignalFlow
{
    /// <summary>Var[z] = n·Var[w]·E[x²] for a unit of n independent weights of mean 0, (9.11).</summary>
    public static double Variance(int inputs, double weightVariance, double meanSquare) =>
        inputs * weightVariance * meanSquare; // (9.11)

    /// <summary>The mean squares of the activations of equal layers, and of the gradients. // [depth] each</summary>
    public static (double[] Forward, double[] Backward) Through(
        int width, int depth, Initializer weights, Func<int, ILayer> activation, RandomStream random, int samples)
    {
        var layers = new Sequential[depth];
        var (forward, backward) = (new double[depth], new double[depth]);
        MatrixView X = Draw();
        for (int l = 0; l < depth; l++)
        {
            layers[l] = new Sequential(new Dense(width, width, weights), activation(width));
        }

        for (int l = 0; l < depth; l++)
        {
            X = layers[l].Forward(X);
            forward[l] = MeanSquare(X);
        }

        MatrixView dX = Draw();
        for (int l = depth - 1; l >= 0; l--)
        {
            backward[l] = MeanSquare(dX);
            dX = layers[l].Backward(dX);
        }

        return (forward, backward);

        MatrixView Draw() => new(random.Normals(width * samples), width, samples);
    }

    /// <summary>The mean of the squares of a matrix.</summary>
    public static double MeanSquare(MatrixView X) => Kernels.Dot(X.Span, X.Span) / X.Span.Length;
}
