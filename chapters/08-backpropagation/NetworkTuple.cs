using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Backpropagation;

/// <summary>A network as S3 defines it, the tuple (g, l, o, i, fpp), (8.5): a graph without cycles, the loss of one
/// output, the update rule, the initializer, and the procedure that repeats the steps and stops. S3-201,
/// S3-207.</summary>
public sealed record NetworkTuple( // (8.5)
    NetworkGraph Graph, SampleLoss Loss, Func<IReadOnlyList<Parameter>, IOptimizer> Optimizer,
    Action<NetworkGraph> Initializer, Func<IOptimizer, Func<double>, DescentRun> Procedure)
{
    /// <summary>An initializer that draws weights and biases from N(0, deviation²), the deviation above 0.</summary>
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

    /// <summary>The fix point procedure of S3 and the six-step loop of S1: forward pass, loss, backward pass and
    /// update, repeated until θ = θ − η∇L(θ), (8.25), to a tolerance of ‖∇L‖ above 0, or until the steps run out.
    /// S1-070, S2-081, S3-206.</summary>
    public static Func<IOptimizer, Func<double>, DescentRun> FixedPoint(double tolerance, int mostSteps) =>
        (optimizer, loss) => Descent.UntilConverged(optimizer, loss, tolerance, mostSteps); // (8.25)

    /// <summary>The outputs for one sample. // x [inputs] → [outputs]</summary>
    public double[] Predict(double[] x) => Outputs(Graph.Evaluate(x));

    /// <summary>The mean loss over samples, in training and for evaluation on other samples. // X [inputs × N],
    /// Y [outputs × N]. S2-081.</summary>
    /// <exception cref="ArgumentException">No sample, sizes that do not fit, or a number that is not
    /// finite.</exception>
    public double MeanLoss(double[,] X, double[,] Y) =>
        Samples(X, Y).Average(s => Predict(s.X).Zip(s.Y, Loss.Value).Sum());

    /// <summary>Initializes, then repeats forward pass, loss, backward pass and update until the procedure stops.
    /// S1-070, S2-081, S3-206.</summary>
    /// <inheritdoc cref="MeanLoss"/>
    /// <exception cref="DivergedException">The loss is not finite any more.</exception>
    public DescentRun Train(double[,] X, double[,] Y)
    {
        (double[] X, double[] Y)[] samples = Samples(X, Y);
        Initializer(Graph);
        return Procedure(Optimizer([Graph.Weights, Graph.Biases]), () =>
        {
            double loss = 0;
            foreach ((double[] x, double[] y) in samples)
            {
                GraphPass pass = Graph.Evaluate(x);
                double[] ŷ = Outputs(pass);
                if (!ŷ.All(double.IsFinite))
                {
                    return double.NaN; // the procedure stops; a cross-entropy would refuse such an output
                }

                loss += ŷ.Zip(y, Loss.Value).Sum() / samples.Length;
                Graph.Backward(pass, [.. ŷ.Zip(y, (p, target) => Loss.Derivative(p, target) / samples.Length)]);
            }

            return loss;
        });
    }

    private double[] Outputs(GraphPass pass) => [.. Graph.Outputs.Select(i => pass.Z[i])];

    private (double[] X, double[] Y)[] Samples(double[,] X, double[,] Y)
    {
        Require.NotEmpty(X.GetLength(1), nameof(X));
        Require.SameLength(X.GetLength(1), "the columns of X", Y.GetLength(1), "the columns of Y");
        Require.SameLength(Graph.Outputs.Count, "the outputs", Y.GetLength(0), "the rows of Y");
        Require.Finite(X);
        Require.Finite(Y);
        return [.. Enumerable.Range(0, X.GetLength(1)).Select(n => (X.Column(n), Y.Column(n)))];
    }
}
