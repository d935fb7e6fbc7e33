using Reference.Numerics;
using Reference.Optimizers;
using Reference.Perceptrons;

namespace Reference.Backpropagation;

/// <summary>A network as S3 defines it, the tuple (g, l, o, i, fpp), (8.7): five choices, and nothing else is needed to train. S3-201, S3-207.</summary>
/// <param name="Graph">g: units and edges, without cycles.</param>
/// <param name="Loss">l: what is compared.</param>
/// <param name="Optimizer">o: how the parameters move.</param>
/// <param name="Initializer">i: where they start.</param>
/// <param name="Procedure">fpp: when to stop.</param>
public sealed record NetworkTuple(
    NetworkGraph Graph, OutputLoss Loss, Func<IReadOnlyList<Parameter>, IOptimizer> Optimizer, Action<NetworkGraph> Initializer, FixedPoint Procedure) // (8.7)
{
    /// <summary>Starts weights and biases at normal numbers of the given deviation.</summary>
    /// <param name="random">Draws them.</param>
    /// <param name="deviation">Of the weights and of the biases, above 0.</param>
    /// <exception cref="ArgumentException">A deviation that is not positive.</exception>
    public static Action<NetworkGraph> Normal(RandomStream random, double deviation)
    {
        Require.Positive(deviation);
        return graph =>
        {
            foreach (Parameter parameter in new[] { graph.Weights, graph.Biases })
            {
                for (int i = 0; i < parameter.Values.Length; i++)
                {
                    parameter.Values[i] = deviation * random.Normal();
                }
            }
        };
    }

    /// <summary>The outputs for one sample. // [outputs]</summary>
    /// <param name="x">The sample. // [inputs]</param>
    public double[] Predict(double[] x)
    {
        double[] z = Graph.Evaluate(x).Z;
        return [.. Graph.Outputs.Select(i => z[i])];
    }

    /// <summary>The mean loss over samples: what training makes small, and what unseen samples then judge. S2-081.</summary>
    /// <param name="X">A sample a column. // [inputs × N]</param>
    /// <param name="Y">Its targets. // [outputs × N]</param>
    /// <exception cref="ArgumentException">No sample, or sizes that do not fit.</exception>
    public double MeanLoss(double[,] X, double[,] Y) => Samples(X, Y).Average(s => Predict(s.X).Zip(s.Y, Loss.Value).Sum());

    /// <summary>Initialises, then repeats forward pass, loss, backward pass and step until the procedure stops. S1-070, S2-081, S3-206.</summary>
    /// <inheritdoc cref="MeanLoss"/>
    /// <exception cref="DivergedException">The loss is not finite any more.</exception>
    public FixedPointRun Train(double[,] X, double[,] Y)
    {
        (double[] X, double[] Y)[] samples = Samples(X, Y);
        Initializer(Graph);
        IOptimizer optimizer = Optimizer([Graph.Weights, Graph.Biases]);
        return Procedure.Run(optimizer, () =>
        {
            double loss = 0;
            foreach ((double[] x, double[] y) in samples)
            {
                GraphPass pass = Graph.Evaluate(x);
                double[] ŷ = [.. Graph.Outputs.Select(i => pass.Z[i])];
                if (!ŷ.All(double.IsFinite))
                {
                    return double.NaN; // the weights have grown too large
                }

                loss += ŷ.Zip(y, Loss.Value).Sum() / samples.Length;
                Graph.Backward(pass, [.. ŷ.Zip(y, (p, target) => Loss.Derivative(p, target) / samples.Length)]);
            }

            return loss;
        });
    }

    private (double[] X, double[] Y)[] Samples(double[,] X, double[,] Y)
    {
        Require.NotEmpty(X.GetLength(1), nameof(X));
        Require.SameLength(X.GetLength(1), "the columns of X", Y.GetLength(1), "the columns of Y");
        Require.SameLength(Graph.Outputs.Count, "the outputs", Y.GetLength(0), "the rows of Y");
        return [.. Enumerable.Range(0, X.GetLength(1)).Select(n => (ScalarPerceptron.Column(X, n), ScalarPerceptron.Column(Y, n)))];
    }
}
