using MathNet.Numerics.LinearAlgebra;
using static Reference.Activations.ActivationEquations;

namespace Reference.Activations.Tests;

/// <summary>What PyTorch computes in float64 on the same scores and the same upstream gradient.</summary>
public class GoldenTests
{
    private static readonly Golden Stored = Golden.Read("02-activations");
    private static readonly Matrix<double> Z = 4 * HashFill.Matrix("02-activations/z", 5, 7);
    private static readonly Matrix<double> dY = HashFill.Matrix("02-activations/upstream", 5, 7);

    // (2.3) (2.4) (2.6) (2.7) S0-014 S0-015 S1-141
    [Fact]
    public void Sigmoid_and_tanh_are_those_of_PyTorch()
    {
        Agrees("sigmoid", Sigmoid(Z), SigmoidBackward(Sigmoid(Z), dY));
        Agrees("tanh", Tanh(Z), TanhBackward(Tanh(Z), dY));
    }

    // (2.9) (2.10) (2.11) (2.12) (2.14) S0-016 S1-125 S1-126 S1-127
    [Fact]
    public void Rectifiers_are_those_of_PyTorch()
    {
        Agrees("relu", Relu(Z), ReluBackward(Z, dY));
        Agrees("leaky_relu", LeakyRelu(Z, 0.01), LeakyReluBackward(Z, dY, 0.01));
        Agrees("elu", Elu(Z, 1), EluBackward(Z, dY, 1));
        Agrees("selu", Selu(Z), SeluBackward(Z, dY));
        Agrees("softplus", Softplus(Z), SoftplusBackward(Z, dY));
    }

    // (2.15) (2.16) S1-267
    [Fact]
    public void Both_forms_of_gelu_are_those_of_PyTorch()
    {
        Agrees("gelu", Gelu(Z), GeluBackward(Z, dY));
        Agrees("gelu_tanh", GeluTanh(Z), GeluTanhBackward(Z, dY));
    }

    // (2.18) (2.24) (2.28) (2.29) S0-026 S0-027 S1-235 S1-236
    [Fact]
    public void Softmax_and_its_logarithm_are_those_of_PyTorch()
    {
        Agrees("softmax", Softmax(Z), SoftmaxBackward(Softmax(Z), dY));
        Agrees("log_softmax", LogSoftmax(Z), LogSoftmaxBackward(LogSoftmax(Z), dY));
    }

    private static void Agrees(string name, Matrix<double> value, Matrix<double> gradient)
    {
        Stored.Agrees($"{name}.value", value);
        Stored.Agrees($"{name}.gradient", gradient);
    }
}
