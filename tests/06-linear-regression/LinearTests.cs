using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

/// <summary>Several features and outputs: the three forms agree, and their gradients are right.</summary>
public class LinearTests
{
    private sealed record Data(Matrix<double> W, Matrix<double> B, Matrix<double> X, Matrix<double> Y)
    {
        public static Data Draw(RandomStream random)
        {
            (int K, int D, int N) = (1 + random.Below(4), 1 + random.Below(5), 1 + random.Below(7));
            return new(random.Matrix(K, D), random.Matrix(K, 1), random.Matrix(D, N), random.Matrix(K, N));
        }
    }

    // (6.17) (6.18) (6.19) S2-093 S4-088 S4-090: scalar = equations = model; and each output is a neuron of its own.
    [Property]
    public void Scalar_equations_and_model_agree(Seed seed)
    {
        Data d = Data.Draw(seed.Stream());
        double[] b = d.B.Column(0).ToArray();
        Matrix<double> Ŷ = LinearEquations.Predict(d.W, d.B, d.X);
        // no less than any sum's terms
        double terms = d.W.FrobeniusNorm() * d.X.FrobeniusNorm() + d.B.FrobeniusNorm() + d.Y.FrobeniusNorm();
        Digits.Agree(ScalarLinear.Predict(d.W.ToArray(), b, d.X.ToArray()), Ŷ.ToArray(), 14, terms);
        for (int k = 0; k < d.W.RowCount; k++)
        {
            Digits.Agree(ScalarLinear.Predict([.. d.W.Row(k)], b[k], [.. d.X.Column(0)]), Ŷ[k, 0], 14, terms);
        }

        (double loss, double[,] dW, double[] db) =
            ScalarLinear.LossAndGradient(d.W.ToArray(), b, d.X.ToArray(), d.Y.ToArray());
        (double lossE, Matrix<double> dWE, Matrix<double> dbE) = LinearEquations.LossAndGradient(d.W, d.B, d.X, d.Y);
        Digits.Agree(loss, lossE, 14, terms * terms);
        Digits.Agree(dW, dWE.ToArray(), 14, 2 * terms * d.X.FrobeniusNorm());
        Digits.Agree(db, dbE.Column(0).ToArray(), 14, 2 * terms);

        var model = new LinearRegression(d.W, d.B);
        Assert.Equal(Ŷ, model.Predict(d.X));
        Assert.Equal(lossE, model.Backward(d.X, d.Y));
        Assert.Equal(dWE, model.Weight.Gradient);
        Assert.Equal(dbE, model.Bias.Gradient);
        Assert.Equal(d.W.RowCount * (d.W.ColumnCount + 1), model.ParameterCount);
    }

    // (6.19) S2-093: every argument, with a random upstream gradient, and from the loss.
    [Property(MaxTest = 40)]
    public void The_layers_backward_pass_is_right(Seed seed)
    {
        RandomStream random = seed.Stream();
        Data d = Data.Draw(random);
        Matrix<double> upstream = random.Matrix(d.Y.RowCount, d.Y.ColumnCount);
        (Matrix<double> dW, Matrix<double> db, Matrix<double> dX) = LinearEquations.Backward(d.W, d.X, upstream);
        double Along(Matrix<double> Ŷ) => upstream.PointwiseMultiply(Ŷ).ColumnSums().Sum();
        GradientCheck.Smooth(W => Along(LinearEquations.Predict(W, d.B, d.X)), d.W, dW).ThrowIfFailed();
        GradientCheck.Smooth(b => Along(LinearEquations.Predict(d.W, b, d.X)), d.B, db).ThrowIfFailed();
        GradientCheck.Smooth(X => Along(LinearEquations.Predict(d.W, d.B, X)), d.X, dX).ThrowIfFailed();

        (_, dW, db) = LinearEquations.LossAndGradient(d.W, d.B, d.X, d.Y);
        GradientCheck.Smooth(W => LinearEquations.LossAndGradient(W, d.B, d.X, d.Y).Loss, d.W, dW).ThrowIfFailed();
        GradientCheck.Smooth(b => LinearEquations.LossAndGradient(d.W, b, d.X, d.Y).Loss, d.B, db).ThrowIfFailed();
    }

    // S4-067 S4-071 S4-089: the model from a seed is PyTorch's layer; the float32 weights are doubles exactly.
    [Fact]
    public void A_seeded_model_has_the_weights_of_the_PyTorch_layer()
    {
        var golden = Golden.Read("06-linear-regression");
        var model = LinearRegression.FromSeed(7, 7, 5);
        Assert.Equal(golden["seed 7.linear 7 5.weight"], model.Weight.Value.ToRowMajorArray());
        Assert.Equal(golden["seed 7.linear 7 5.bias"], model.Bias.Value.ToRowMajorArray());
    }
}
