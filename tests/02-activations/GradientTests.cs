using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Activations.ActivationEquations;

namespace Reference.Activations.Tests;

/// <summary>Every derivative of the chapter against a numerical one, with random upstream gradients.</summary>
public class GradientTests
{
    // (2.4) (2.7) (2.14) (2.15) (2.16) S0-014 S0-015 S1-071 S1-141 S1-267 S2-032 S2-034 S3-208 S3-210
    [Property]
    public void Slopes_of_smooth_activations_are_right(Number x) =>
        Assert.All(
            new[] { Activation.Linear, Activation.Sigmoid, Activation.Tanh, Activation.Softplus, Activation.Gelu, Activation.GeluTanh },
            f => GradientCheck.Smooth(f.Value, x.Value, f.Derivative(x.Value)).ThrowIfFailed());

    // (2.1) (2.9) (2.10) (2.11) (2.12) S0-016 S1-123 S1-125 S1-126 S1-127 S2-033 S3-064 S3-211 S4-010 S4-011
    [Property]
    public void Slopes_of_kinked_activations_are_right_off_the_kink(Number x) =>
        Assert.All(
            new[] { Activation.Step, Activation.Relu, Activation.LeakyRelu, Activation.Leaky(0.3), Activation.Elu, Activation.Selu },
            f => GradientCheck.Kinked(f.Value, x.Value, f.Derivative(x.Value), Math.Abs(x.Value)).ThrowIfFailed());

    // (2.4) (2.7) (2.14) (2.15) (2.16)
    [Property]
    public void Backward_through_smooth_activations_is_right(Seed seed)
    {
        (Matrix<double> Z, Matrix<double> dY) = Draw(seed);
        GradientCheck.Smooth(Sigmoid, Z, dY, SigmoidBackward(Sigmoid(Z), dY)).ThrowIfFailed();
        GradientCheck.Smooth(Tanh, Z, dY, TanhBackward(Tanh(Z), dY)).ThrowIfFailed();
        GradientCheck.Smooth(Softplus, Z, dY, SoftplusBackward(Z, dY)).ThrowIfFailed();
        GradientCheck.Smooth(Gelu, Z, dY, GeluBackward(Z, dY)).ThrowIfFailed();
        GradientCheck.Smooth(GeluTanh, Z, dY, GeluTanhBackward(Z, dY)).ThrowIfFailed();
        GradientCheck.Smooth(Linear, Z, dY, LinearBackward(Z, dY)).ThrowIfFailed();
    }

    // (2.9) (2.10) (2.11) (2.12)
    [Property]
    public void Backward_through_rectifiers_is_right_off_the_kink(Seed seed)
    {
        (Matrix<double> Z, Matrix<double> dY) = Draw(seed);
        double toKink = Z.Enumerate().Min(Math.Abs);
        GradientCheck.Kinked(Relu, Z, dY, ReluBackward(Z, dY), toKink).ThrowIfFailed();
        GradientCheck.Kinked(X => LeakyRelu(X, 0.2), Z, dY, LeakyReluBackward(Z, dY, 0.2), toKink).ThrowIfFailed();
        GradientCheck.Kinked(X => Elu(X, 1.4), Z, dY, EluBackward(Z, dY, 1.4), toKink).ThrowIfFailed();
        GradientCheck.Kinked(Selu, Z, dY, SeluBackward(Z, dY), toKink).ThrowIfFailed();
    }

    // (2.23) (2.29) S0-026 S1-235 S2-035 S3-087
    [Property]
    public void Jacobians_of_softmax_and_its_logarithm_are_right(Seed seed)
    {
        var random = seed.Stream();
        double[] z = random.Normals(2 + random.Below(6));
        GradientCheck.Jacobian(ScalarActivations.Softmax, z, ScalarActivations.SoftmaxJacobian(z)).ThrowIfFailed();
        GradientCheck.Jacobian(ScalarActivations.LogSoftmax, z, ScalarActivations.LogSoftmaxJacobian(z)).ThrowIfFailed();
    }

    // (2.24) (2.29) S1-235
    [Property]
    public void Backward_through_softmax_and_its_logarithm_is_right(Seed seed)
    {
        (Matrix<double> Z, Matrix<double> dY) = Draw(seed);
        GradientCheck.Smooth(Softmax, Z, dY, SoftmaxBackward(Softmax(Z), dY)).ThrowIfFailed();
        GradientCheck.Smooth(LogSoftmax, Z, dY, LogSoftmaxBackward(LogSoftmax(Z), dY)).ThrowIfFailed();
    }

    // (2.24) (2.29): an upstream that is constant down a column pulls in no direction, since the probabilities cannot all grow.
    [Property]
    public void An_equal_pull_on_all_probabilities_moves_no_score(Batch batch, Number pull)
    {
        Matrix<double> P = Softmax(batch.X);
        Matrix<double> dP = Matrix<double>.Build.Dense(P.RowCount, P.ColumnCount, pull.Value);
        GradientCheck.StructurallyZero(SoftmaxBackward(P, dP), Math.Abs(pull.Value)).ThrowIfFailed();
    }

    // S1-090: the slope of a sigmoid unit along its weights.
    [Property]
    public void Gradient_of_a_sigmoid_unit_is_right(Neuron unit)
    {
        if (Math.Abs(Perceptrons.ScalarPerceptron.Score(unit.Weights, unit.Bias, unit.Input)) > 5)
        {
            return; // saturated: the differences of outputs next to 0 or 1 have too few digits left
        }

        GradientCheck.Smooth(
            w => SigmoidUnit.Output(w, unit.Bias, unit.Input), unit.Weights, SigmoidUnit.Gradient(unit.Weights, unit.Bias, unit.Input)).ThrowIfFailed();
    }

    // At least two rows and columns, so that no upstream is constant.
    private static (Matrix<double> Z, Matrix<double> DY) Draw(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int rows, int columns) = (2 + random.Below(4), 2 + random.Below(4));
        return (Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns)),
            Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns)));
    }
}
