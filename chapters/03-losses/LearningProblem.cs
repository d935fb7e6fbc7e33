using Reference.Numerics;

namespace Reference.Losses;

/// <summary>What training minimises, S3-032: the mean loss over the samples, as a function of a graph's parameters.</summary>
public static class LearningProblem
{
    /// <summary>(1/n) Σᵢ loss(g(xᵢ | W, B), yᵢ), (3.39), S3-032.</summary>
    /// <param name="loss">The loss of one sample: prediction, then target.</param>
    /// <param name="g">The graph with its parameters put in: from an input to a prediction.</param>
    /// <param name="x">Inputs. // [n] of [D]</param>
    /// <param name="y">Targets. // [n] of [K]</param>
    /// <exception cref="ArgumentException">No sample, or not one target for each input.</exception>
    public static double MeanLoss(Func<double[], double[], double> loss, Func<double[], double[]> g, double[][] x, double[][] y)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(x.Length, nameof(x), y.Length, nameof(y));
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += loss(g(x[i]), y[i]); // (3.39)
        }

        return sum / x.Length;
    }
}
