using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.Backpropagation;

/// <summary>Backpropagation by hand: the claims.</summary>
public static class BackpropagationClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-074", "The error term of the output layer is (y − ŷ)σ′(z).",
            "With the squared error. With cross-entropy, with which S1 trains before, the slope cancels and it is y − ŷ.",
            "At z = 3 with the target 0 the slope of the cross-entropy is 0.9526 = ŷ − y; (ŷ − y)σ′(z) would be 0.0430.",
            () => CrossEntropySlope(3) is var slope && Math.Abs(slope - 0.9526) < 5e-5 && Math.Abs(slope * Activation.Sigmoid.Derivative(3) - 0.0430) < 5e-5),
        new("S1-102", "Δw₂ = 0.00045.", "0.00046: the printed digits come from δʰ rounded to 0.003 before it is multiplied.",
            "In full δʰ = 0.0030455 and Δw₂ = 0.5·0.0030455·0.3 = 0.000456825; rounding one step too early costs 1.5 %.",
            () => Math.Abs(Walk.InputSteps[1] - 0.00046) < 5e-6 && Math.Abs(Walk.InputSteps[1] - 0.00045) > 5e-6
                && Math.Abs(Walk.InputSteps[1] / 0.00045 - 1.015) < 5e-4),
        new("S1-104", "Errors in the hidden layer are scaled down by at least 93.75 %.",
            "Only where the weight between the layers is at most 1 in size: the error also passes through W.",
            "With W = 10 and h = −2 the hidden unit gets 19 % of the error, three times the 6.25 % that would be the most.",
            () => new WalkThrough([1], [-2], 10, 1, 0.5).Shares.Hidden > 3.0 / 16 * 0.99 && new WalkThrough([1], [-2], 1, 1, 0.5).Shares.Hidden < 1.0 / 16),
        new("S2-028", "O > 0.5 decides over a purchase from age, education, income and savings.",
            "Without a bias the hidden units of a customer of zeros say ½ whatever their weights, "
                + "so what is decided about that customer is the sign of w₀₁ + w₀₂ alone.",
            "A thousand random networks: at x = 0 both hidden units say ½, and O > ½ exactly where w₀₁ + w₀₂ > 0.",
            () => Enumerable.Range(0, 1000).Select(seed => RandomInsurance((ulong)seed))
                .All(net => net.HiddenActivations(new double[4]).All(h => h == 0.5) && net.Buys(new double[4]) == net.Output.Sum() > 0)),
        new("S2-074", "h₁ = σ(w₁₁x₁ + … + w₁₅x₅ + b) of four inputs.",
            "Either the term of x₅ goes, or a fifth input is named: the list has hand-eye coordination, diet, fitness routine and height.",
            "A unit of five weights refuses four inputs; with five inputs the network has 36 parameters, with four 31.",
            () => Claim.Refuses(() => ScalarNetwork.Neuron(new double[5], 0, Activation.Sigmoid, new double[4]))
                && ScalarLayer.Draw(new RandomStream(1), Activation.Sigmoid, 1, 0, 5, 5, 1).Sum(l => l.ParameterCount) == 36),
        new("S2-076", "The network says whether a century will be scored.",
            "With the printed weights it says yes to everybody: all are positive, so its output lies between 0.7685 and 0.99999.",
            "Of 10,000 random hidden activations in (0, 1) none brings it below σ(1.2) = 0.7685, let alone below ½.",
            () => new RandomStream(1) is var random
                && Enumerable.Range(0, 10_000).All(_ => CenturyOutput.OfTheNotes.Output(random.Uniforms(5, 0, 1)) is > 0.7685 and < 0.99999445)),
        new("S2-080", "Repeating this until the error is at its minimum is called an epoch.",
            "An epoch is one pass over the training records; repeating it takes many. The summary below the sentence counts them right.",
            "The unit on the toy table needs hundreds of passes until its cross-entropy is below 0.1, and one pass of batches of 5 makes two updates.",
            () => EpochsUntil(0.1) > 100 && Batches.UpdatesPerEpoch(10, 5) == 2),
        new("S3-201", "There is no way to know which initialiser works better.",
            "For a given activation there is: the deviation that keeps the size of signals and gradients.",
            "In a ReLU network of 20 layers of 64 units, N(0, 2/n) gives every layer a gradient of size about 1; N(0, 0.01²) leaves none of them 10⁻¹⁵.",
            () => Norms(Math.Sqrt(2)).All(norm => norm is > 0.1 and < 100) && Norms(0.01 * Math.Sqrt(64)).All(norm => norm < 1e-15)),
        new("S3-202", "The activation is a non-linear function.", "Of hidden units; an output unit may be linear, and for regression it is.",
            "No sigmoid output comes near the target 3, whatever its input; a linear one does.",
            () => Enumerable.Range(-1000, 2001).All(z => Activation.Sigmoid.Value(z) <= 1) && ScalarNetwork.Neuron([1], 2, Activation.Linear, [1]).A == 3),
        new("S3-217", "Gradient descent is used because going back through the layers reuses terms already computed.",
            "That is backpropagation. Descent takes the same step wherever the gradient comes from; backpropagation is the cheap way to get it.",
            "Gradients by differences give the same step, at 2·P forward passes: 4,644 multiplications instead of 82 for widths 3, 5, 4, 2.",
            () => DescentGap() < 1e-8 && (BackwardWork.Differences(3, 5, 4, 2), BackwardWork.Shared(3, 5, 4, 2)) == (4644.0, 82.0)),
    ];

    // By differences, for the target 0.
    private static double CrossEntropySlope(double z) =>
        NumericalDerivative.Richardson(at => OutputLoss.BinaryCrossEntropy.Value(Activation.Sigmoid.Value(at), 0), z);

    private static WalkThrough Walk => WalkThrough.OfTheNotes;

    private static InsuranceNetwork RandomInsurance(ulong seed)
    {
        var random = new RandomStream(seed);
        return new(Matrix<double>.Build.Dense(2, 4, random.Normals(8)).ToArray(), random.Normals(2));
    }

    private static int EpochsUntil(double loss)
    {
        IReadOnlyList<ScalarLayer> unit = ToyTable.ZeroUnit;
        int epochs = 0;
        while (OutputLoss.BinaryCrossEntropy.Mean(unit, ToyTable.Standardised, ToyTable.Y) > loss && epochs < 10_000)
        {
            unit = ScalarBackpropagation.Descend(unit, OutputLoss.BinaryCrossEntropy.MeanGradient(unit, ToyTable.Standardised, ToyTable.Y), 0.1);
            epochs++;
        }

        return epochs;
    }

    private static double[] Norms(double gain) => GradientFlow.OfRandomNetwork(Activation.Relu, 20, 64, gain, new RandomStream(1));

    // How far a step along the gradient by differences is from one along backpropagation's.
    private static double DescentGap()
    {
        var random = new RandomStream(1);
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(random, Activation.Tanh, 1, 1, 3, 5, 4, 2);
        double[] x = random.Normals(3), g = random.Normals(2);
        double Loss(double[] b) => ScalarNetwork.Forward([layers[0] with { B = b }, .. layers.Skip(1)], x).Output.Zip(g, (a, d) => a * d).Sum();
        double[] numerical = NumericalDerivative.Gradient(Loss, layers[0].B);
        double[] shared = ScalarBackpropagation.Gradients(layers, ScalarNetwork.Forward(layers, x), g)[0].dB;
        return numerical.Zip(shared, (a, b) => Math.Abs(a - b)).Max();
    }
}
