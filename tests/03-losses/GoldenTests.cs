using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;

namespace Reference.Losses.Tests;

/// <summary>Values and gradients against PyTorch's in float64.</summary>
public class GoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("03-losses");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"03-losses/{name}", rows, columns);

    private static Vector<double> Fill(string name, int count) =>
        Vector<double>.Build.Dense(HashFill.Values($"03-losses/{name}", count));

    // (3.14) (3.15) (3.16) S4-106: MSELoss, L1Loss, HuberLoss, SmoothL1Loss.
    [Fact]
    public void Regression_losses_agree_with_PyTorch()
    {
        Matrix<double> Ŷ = 4 * Fill("prediction", 3, 5), Y = 4 * Fill("target", 3, 5);
        PyTorch.Agrees("mse.value", RegressionEquations.MeanSquaredError(Ŷ, Y));
        PyTorch.Agrees("mse.gradient", RegressionEquations.MeanSquaredErrorGradient(Ŷ, Y));
        PyTorch.Agrees("l1.value", RegressionEquations.MeanAbsoluteError(Ŷ, Y));
        PyTorch.Agrees("l1.gradient", RegressionEquations.MeanAbsoluteErrorGradient(Ŷ, Y));
        foreach ((string name, MeanLoss loss) in new[] { ("huber_1", MeanLoss.Huber(1)),
            ("huber_0.7", MeanLoss.Huber(0.7)), ("smooth_l1_1", MeanLoss.SmoothL1(1)),
            ("smooth_l1_0.5", MeanLoss.SmoothL1(0.5)) })
        {
            PyTorch.Agrees($"{name}.value", loss.Of(Ŷ, Y));
            PyTorch.Agrees($"{name}.gradient", loss.Gradient(Ŷ, Y));
        }
    }

    // (3.5) (3.6) (3.7) (3.8) (3.17) S4-105 S4-106: BCELoss, BCEWithLogitsLoss, and the hinge written with clamp.
    [Fact]
    public void Binary_losses_agree_with_PyTorch()
    {
        Vector<double> y = Fill("label", 11).Map(h => h > 0 ? 1.0 : 0), p = 0.5 + 0.49 * Fill("probability", 11),
            z = 4 * Fill("logit", 11);
        PyTorch.Agrees("bce.value", ScalarBinaryCrossEntropy.Mean(p.ToArray(), y.ToArray()));
        PyTorch.Agrees("bce.value", MeanLoss.ClampedCrossEntropy.Of(p.ToArray(), y.ToArray()));
        PyTorch.Agrees("bce.gradient", ScalarBinaryCrossEntropy.Gradient(p.ToArray(), y.ToArray()));
        PyTorch.Agrees("bce_with_logits.value", BinaryEquations.CrossEntropyOfLogits(z, y));
        PyTorch.Agrees("bce_with_logits.gradient", BinaryEquations.CrossEntropyOfLogitsGradient(z, y).ToArray());
        PyTorch.Agrees("hinge.value", ScalarHinge.Mean(z.ToArray(), (2 * y - 1).ToArray()));
        PyTorch.Agrees("hinge.gradient", ScalarHinge.Gradient(z.ToArray(), (2 * y - 1).ToArray()));
    }

    // (3.12) S1-039: CrossEntropyLoss with classes and with distributions, NLLLoss.
    [Fact]
    public void Categorical_losses_agree_with_PyTorch()
    {
        Matrix<double> Z = 4 * Fill("Z", 5, 7), soft = ActivationEquations.Softmax(2 * Fill("soft", 5, 7));
        int[] labels = [.. Fill("class", 7).Select(h => (int)Math.Floor((h + 1) / 2 * 5))];
        Matrix<double> Y = OneHot.Encode(labels, 5);
        PyTorch.Agrees("cross_entropy.value", CategoricalEquations.CrossEntropyOfLogits(Z, Y));
        PyTorch.Agrees("cross_entropy.gradient", CategoricalEquations.CrossEntropyOfLogitsGradient(Z, Y));
        PyTorch.Agrees("cross_entropy_soft.value", CategoricalEquations.CrossEntropyOfLogits(Z, soft));
        PyTorch.Agrees("cross_entropy_soft.gradient", CategoricalEquations.CrossEntropyOfLogitsGradient(Z, soft));
        PyTorch.Agrees("nll.value",
            CategoricalEquations.NegativeLogLikelihood(ActivationEquations.LogSoftmax(Z), labels));
        PyTorch.Agrees("nll.gradient",
            CategoricalEquations.NegativeLogLikelihoodGradient(ActivationEquations.LogSoftmax(Z), labels));
    }
}
