using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.LinearModels.Tests;

/// <summary>Weights in one solve: the normal equations, the pseudo-inverse, and descent towards it.</summary>
public class NormalEquationsTests
{
    // (6.20) S0-054 S2-093: no gradient there, the equations hold, and noiseless targets give their weights back.
    [Property]
    public void The_solution_has_no_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int K, int D) = (1 + random.Below(3), 1 + random.Below(4));
        int N = D + 4 + random.Below(10);
        Matrix<double> X = random.Matrix(D, N), Y = random.Matrix(K, N), A = LinearEquations.WithOnes(X);
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
        (_, Matrix<double> dW, Matrix<double> db) = LinearEquations.LossAndGradient(W, b, X, Y);
        Assert.True(dW.L2Norm() < 1e-10 && db.L2Norm() < 1e-10);
        Assert.True(RelativeError.ByNorm(A * A.Transpose() * W.Append(b).Transpose(), A * Y.Transpose()) < 1e-10);

        Matrix<double> trueW = random.Matrix(K, D), trueB = random.Matrix(K, 1);
        (W, b) = NormalEquations.Solve(X, LinearEquations.Predict(trueW, trueB, X));
        Assert.True(RelativeError.ByNorm(trueW.Append(trueB), W.Append(b)) < 1e-8);
    }

    // S3-212: units do not matter, a feature in metres or in nanometres gives the same fit.
    [Property(MaxTest = 30)]
    public void Units_do_not_change_the_fit(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = random.Matrix(3, 12), Y = random.Matrix(1, 12), inNano = X.Clone();
        inNano.SetRow(1, 1e9 * X.Row(1));
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
        (Matrix<double> V, Matrix<double> c) = NormalEquations.Solve(inNano, Y);
        Assert.True(RelativeError.ByNorm(LinearEquations.Predict(W, b, X),
            LinearEquations.Predict(V, c, inNano)) < 1e-8);
    }

    // (6.8) (6.20) S0-054: one feature gives the closed form of the line, and so does a feature far from the origin,
    // almost parallel to the ones: timestamps 190 apart, and 10⁷ + k.
    [Theory]
    [InlineData(-3, 0.1, 60)]
    [InlineData(4155915305, 190, 28)]
    [InlineData(1e7, 1, 28)]
    [InlineData(1e7, 1, 100)]
    public void One_feature_gives_the_line_however_far_from_the_origin(double origin, double spacing, int count)
    {
        double[] y = [.. Enumerable.Range(0, count)], x = [.. y.Select(k => origin + spacing * k)];
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(Draw.Row(x), Draw.Row(y));
        LineFit fit = LineFit.Of(x, y);
        Assert.Equal(1, spacing * W[0, 0], 1e-12);
        Assert.Equal(1, spacing * fit.W, 1e-12);
        Assert.Equal(y[^1], W[0, 0] * x[^1] + b[0, 0], 1e-6);
        Assert.Equal(y[^1], fit.Predict(x[^1]), 1e-6);
    }

    // Singular: a feature that is a sum of others, a constant one, a zero one, and fewer samples than weights.
    [Fact]
    public void Singular_equations_are_refused_with_rank_and_condition()
    {
        var random = new RandomStream(3);
        Matrix<double> X = random.Matrix(3, 9), Y = random.Matrix(1, 9);
        foreach (Vector<double> third in new[]
        {
            // 0.1 misses its mean by a rounding
            X.Row(0) + 2 * X.Row(1), Vector<double>.Build.Dense(9, 0.1), Vector<double>.Build.Dense(9),
        })
        {
            X.SetRow(2, third);
            Refuses(() => NormalEquations.Solve(X, Y), "rank 4", "got rank 3", "condition number", "pseudo-inverse");
        }

        Refuses(() => NormalEquations.Solve(random.Matrix(3, 2), random.Matrix(1, 2)), "rank 4", "got rank 2",
            "2 samples", "∞");
        Refuses(() => NormalEquations.Solve(random.Matrix(3, 9), random.Matrix(1, 8)), "3x9", "1x8");
    }

    // Two features that enclose the angle ε: their products have the condition number 1/tan²(ε/2), about 4/ε².
    [Fact]
    public void The_condition_number_is_that_of_the_equations()
    {
        const double ε = 1e-7;
        var almostOne = Matrix<double>.Build.DenseOfRowArrays([1, 1, -1, -1], [1 + ε, 1 - ε, -1 + ε, -1 - ε]);
        string message = Assert.ThrowsAny<ArgumentException>(() =>
            NormalEquations.Solve(almostOne, almostOne)).Message;
        double condition = double.Parse(message.Split("condition number ")[1].Split(')')[0],
            CultureInfo.InvariantCulture);
        Assert.Equal(4 / (ε * ε), condition, 0.02 * condition); // three digits are printed, and σ of 10⁻⁸ has as many
    }

    // (6.21) S3-197: there and back.
    [Property]
    public void One_number_can_be_inverted(Number w, Number b, Positive x)
    {
        double y = ScalarLine.Predict(w.Value, b.Value, x.Value),
            scale = 1 + Math.Abs(w.Value) + Math.Abs(b.Value / x.Value);
        Assert.Equal(w.Value, PseudoInverse.Weight(y, b.Value, x.Value), 1e-11 * scale);
    }

    // (6.22) S3-197: it fits its sample, and the matrix form is the same; that no fit is shorter is derived.
    [Property]
    public void The_pseudo_inverse_fits_its_sample(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(1 + random.Below(5));
        (double y, double b) = (random.Normal(), random.Normal());
        double[] w = PseudoInverse.Weights(y, b, x);
        Assert.Equal(y, ScalarLinear.Predict(w, b, x), 1e-12);
        Matrix<double> W = PseudoInverse.Weights(Draw.Row(y), Draw.Row(b), Matrices.Column(x));
        Assert.True(RelativeError.ByNorm(w, W.Row(0).ToArray()) < 1e-10);
    }

    // (6.22) (6.23) S3-197: least squares = pseudo-inverse = limit of descent, the bias a weight of ones.
    [Property(MaxTest = 20)]
    public void Least_squares_pseudo_inverse_and_descent_end_at_the_same_weights(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = random.Matrix(3, 14), Y = random.Matrix(2, 14), A = LinearEquations.WithOnes(X);
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
        Matrix<double> pseudo = PseudoInverse.Weights(Y, Matrix<double>.Build.Dense(2, 1), A);
        Assert.True(RelativeError.ByNorm(W.Append(b), pseudo) < 1e-9);

        double η = 0.9 * new Quadratic(LinearEquations.Hessian(X)).LargestLearningRate;
        Assert.True(RelativeError.ByNorm(pseudo, PseudoInverse.OnTheWay(Y, A, η, 4096)) < 1e-9);
        Assert.Equal(0, PseudoInverse.OnTheWay(Y, A, η, 0).L2Norm());
    }
}
