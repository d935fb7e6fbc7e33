using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Autoencoders.Tests;

/// <summary>The linear autoencoder: its forms and gradients agree, and it finds the principal components.</summary>
public class LinearAutoencoderTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    // (22.10) (22.11) (22.12) S4-170 S4-030 S3-240
    [Property(MaxTest = 30)]
    public void Scalar_equations_and_layers_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int D, int k, int N) = (1 + random.Below(5), 1 + random.Below(4), 1 + random.Below(6));
        Matrix<double> E = Normal(random, k, D), G = Normal(random, D, k), X = Normal(random, D, N);
        (Matrix<double> dE, Matrix<double> dG) = AutoencoderEquations.Gradients(E, G, X);
        (double[,] de, double[,] dg) = ScalarAutoencoder.Gradients(E.ToArray(), G.ToArray(), X.ToColumnArrays());
        double terms = 10 * X.FrobeniusNorm() * (1 + G.FrobeniusNorm()) * (1 + E.FrobeniusNorm());
        Digits.Agree(dE.ToArray(), de, 12, terms);
        Digits.Agree(dG.ToArray(), dg, 12, terms);
        double L = AutoencoderEquations.Loss(AutoencoderEquations.Forward(E, G, X), X);
        Digits.Agree(L, ScalarAutoencoder.Loss(E.ToArray(), G.ToArray(), X.ToColumnArrays()), 12);

        var autoencoder = new Autoencoder(new LinearMap(E), new LinearMap(G));
        var loss = new MeanSquaredError();
        Digits.Agree(L, loss.Forward(autoencoder.Forward(X.View()), X.View()), 12);
        Digits.Agree(E * X, autoencoder.Code.ToMatrix(), 12, 1);
        autoencoder.Backward(loss.Backward());
        Digits.Agree(dE, autoencoder.Parameters[0].Gradient, 12, terms);
        Digits.Agree(dG, autoencoder.Parameters[1].Gradient, 12, terms);
    }

    // (22.10) (22.12) S4-170: a random upstream gradient.
    [Property(MaxTest = 20)]
    public void A_map_without_a_bias_has_the_numerical_gradients(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int D, int K, int N) = (1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(3));
        var layer = new LinearMap(D, K, Initializers.Normal(random, 1));
        Matrix<double> X = Normal(random, D, N), dY = Normal(random, K, N) + 0.1;
        layer.Forward(X);
        Matrix<double> dX = layer.Backward(dY), dW = layer.Parameters[0].Gradient.Clone();
        Assert.Single(layer.Parameters);
        if (K * N > 1)
        {
            GradientCheck.Smooth(x => layer.Forward(x), X, dY, dX).ThrowIfFailed();
            GradientCheck.Smooth(
                InPlace.Of(layer.Parameters[0].Value, () => layer.Forward(X)), layer.Parameters[0].Value.Clone(), dY,
                    dW)
                .ThrowIfFailed();
        }
    }

    // (22.8) S4-173 S2-015: the error meets that of the principal components to 1e-6, and the columns of the decoder
    // span their space, which the components are a basis of only up to a k × k matrix.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Descent_ends_in_the_space_of_the_principal_components(int k)
    {
        Matrix<double> X = Toys.Ellipsoid(10, 100, 0.8, new(1));
        Pca pca = Pca.Of(X, k);
        Autoencoder autoencoder = Toys.Descend(X, k, 3000, 2);
        double L = AutoencoderEquations.Loss(autoencoder.Forward(X, Mode.Inference), X);
        double least = PcaEquations.Left(Pca.Of(X, 10).Variances, k) / 10;
        Assert.InRange(L, least * (1 - 1e-12), least + 1e-6);
        Matrix<double> G = autoencoder.Decoder.Parameters[0].Value;
        Matrix<double> Q = G.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q;
        Assert.InRange(PcaEquations.Angle(Q, pca.Components), 0, 1e-3);
        Digits.Agree(G, pca.Components * pca.Components.TransposeThisAndMultiply(G), 3);
    }

    // (22.12) S4-173: any k eigenvectors are a stationary point; only the first k are the minimum.
    [Property(MaxTest = 20)]
    public void Every_set_of_eigenvectors_is_stationary(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = Toys.Ellipsoid(4, 30, 0.7, random);
        Pca pca = Pca.Of(X, 4);
        int[] chosen = [.. new[] { 0, 1, 2, 3 }.Where(_ => random.Bernoulli(0.5)).Append(random.Below(4)).Distinct()];
        Matrix<double> V = Matrix<double>.Build.DenseOfColumnVectors(chosen.Select(pca.Components.Column));
        (Matrix<double> dE, Matrix<double> dG) = AutoencoderEquations.Gradients(V.Transpose(), V, X);
        double scale = pca.Variances[0];
        GradientCheck.StructurallyZero(dE, scale).ThrowIfFailed();
        GradientCheck.StructurallyZero(dG, scale).ThrowIfFailed();
        double left = pca.Variances.Sum() - chosen.Sum(c => pca.Variances[c]);
        Digits.Agree(
            left, 4 * AutoencoderEquations.Loss(AutoencoderEquations.Forward(V.Transpose(), V, X), X), 9,
            pca.Variances.Sum());
        Assert.True(left >= PcaEquations.Left(pca.Variances, chosen.Length) - 1e-12 * pca.Variances.Sum());
    }

    // (22.10) S4-171: P = WᵀW is a projection; what lies on the diagonal is reproduced.
    [Property(MaxTest = 20)]
    public void The_diagonal_code_projects(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(2), on = Toys.OnDiagonal(x).x̂;
        Digits.Agree(on, Toys.OnDiagonal(on).x̂, 12, 1);
        Digits.Agree([(x[0] + x[1]) / 2, (x[0] + x[1]) / 2], on, 12, 1);
        Digits.Agree((x[0] + x[1]) / Math.Sqrt(2), Toys.OnDiagonal(x).z, 12, 1);
    }

    // S3-243 S4-170: a code as long as the input can copy it, and learns nothing about it.
    [Fact]
    public void A_code_as_long_as_the_input_copies_it()
    {
        Matrix<double> X = Toys.Ellipsoid(2, 30, 0.6, new(3));
        Autoencoder copies = Toys.Descend(X, 2, 1500, 1);
        Assert.Equal(8, copies.Parameters.Sum(p => p.Values.Length));
        Assert.InRange(AutoencoderEquations.Loss(copies.Forward(X, Mode.Inference), X), 0, 1e-9);
        Matrix<double> noise = Normal(new(4), 2, 10);
        Digits.Agree(noise, copies.Forward(noise, Mode.Inference), 3);
    }

    [Fact]
    public void An_encoder_and_a_decoder_that_do_not_fit_are_refused()
    {
        LinearMap Map(int D, int K) => new(D, K, Initializers.Zero);
        Refuses(() => new Autoencoder(Map(3, 2), Map(1, 3)), "2 rows");
        Refuses(() => new Autoencoder(Map(3, 2), Map(2, 4)), "3 numbers", "4");
        Refuses(() => Map(2, 1).Forward(Matrices.Column(1, 0, 1, 0)), "[2 × N]", "[4 × 1]");
    }
}
