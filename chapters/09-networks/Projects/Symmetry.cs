using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>Units of a layer that start equal stay equal: H of them are one. S3-205, S4-151, S4-155.</summary>
public static class Symmetry
{
    /// <summary>W₁ of 2-H-1 while it learns XOR by plain descent at 2. // [steps + 1] of [H × 2]</summary>
    public static IReadOnlyList<Matrix<double>> Paths(int hidden, Initializer weights, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        Sequential network = MultilayerPerceptron.Of([2, hidden, 1], width => new Sigmoid(width), weights);
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), new GradientDescent(network.Parameters, 2));
        var paths = new List<Matrix<double>> { network.Parameters[0].Value.Clone() };
        for (int step = 0; step < steps; step++)
        {
            trainer.Step(XorNetwork.Corners, XorNetwork.Targets);
            paths.Add(network.Parameters[0].Value.Clone());
        }

        return paths;
    }

    /// <summary>max |w_h − w_1| over the units h of a layer: 0 while they are one unit.</summary>
    public static double Spread(Matrix<double> W) => W.EnumerateRows().Max(w => (w - W.Row(0)).InfinityNorm());
}
