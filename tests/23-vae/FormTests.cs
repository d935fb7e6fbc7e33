using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.VariationalAutoencoders.Tests;

/// <summary>Scalar forms, equations and layers agree, and every gradient is the numerical one.</summary>
public class FormTests
{
    internal static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    internal static Matrix<double> Pixels(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Uniforms(rows * columns, 0, 1));

    /// <summary>A smooth autoencoder with drawn biases. // D → 2k, k → D</summary>
    internal static VariationalAutoencoder Smooth(RandomStream random, int D, int k, double β)
    {
        Initializer start = Initializers.Normal(random, 0.6);
        return new(
            new Sequential(new Dense(D, 4, start, start), new Tanh(4), new Dense(4, 2 * k, start, start)),
            new Sequential(new Dense(k, 4, start, start), new Tanh(4), new Dense(4, D, start, start)), β);
    }

    private static double[] Column(Matrix<double> M, int n) => M.Column(n).ToArray();

    // (23.4) (23.6): column by column.
    [Property(MaxTest = 40)]
    public void Sample_and_divergence_agree_in_all_forms(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int k, int N) = (1 + random.Below(9), 1 + random.Below(5));
        Matrix<double> M = Normal(random, k, N), S = 2 * Normal(random, k, N), E = Normal(random, k, N);
        MatrixView H = M.Stack(S).View();
        Matrix<double> Z = VaeEquations.Sample(M, S, E), D = VaeEquations.Divergences(M, S);
        Digits.Agree(Z, new Reparametrization(k).Forward(H, E.View()).ToMatrix(), 13);
        Digits.Agree(D.Enumerate().Sum() / N, new GaussianDivergence(k).Forward(H), 13);
        for (int n = 0; n < N; n++)
        {
            Digits.Agree(ScalarVae.Sample(Column(M, n), Column(S, n), Column(E, n)), Column(Z, n), 13);
            Digits.Agree(ScalarVae.Divergence(Column(M, n), Column(S, n)), D.Column(n).Sum(), 12);
        }
    }

    // (23.5) (23.7): with an upstream gradient, and β/N of the divergence on top.
    [Property(MaxTest = 40)]
    public void Gradients_of_sample_and_divergence_agree_in_all_forms(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int k, int N, double β) = (1 + random.Below(9), 1 + random.Below(5), random.Uniform(0, 3));
        Matrix<double> M = Normal(random, k, N), S = Normal(random, k, N), E = Normal(random, k, N),
            dZ = Normal(random, k, N);
        var sampling = new Reparametrization(k);
        var divergence = new GaussianDivergence(k);
        MatrixView H = M.Stack(S).View();
        sampling.Forward(H, E.View());
        divergence.Forward(H);
        MatrixView dH = sampling.Backward(dZ.View());
        divergence.AddGradient(β, dH);
        (Matrix<double> dM, Matrix<double> dS) = VaeEquations.SampleGradient(S, E, dZ);
        (Matrix<double> DM, Matrix<double> DS) = VaeEquations.DivergenceGradient(M, S);
        Digits.Agree((dM + β / N * DM).Stack(dS + β / N * DS), dH.ToMatrix(), 13);
        for (int n = 0; n < N; n++)
        {
            (double[] dμ, double[] ds) = ScalarVae.Pathwise(Column(S, n), Column(E, n), Column(dZ, n));
            (double[] Dμ, double[] Ds) = ScalarVae.DivergenceGradient(Column(M, n), Column(S, n));
            Digits.Agree(Column(dM, n), dμ, 13);
            Digits.Agree(Column(dS, n), ds, 13);
            Digits.Agree(Column(DM, n), Dμ, 13);
            Digits.Agree(Column(DS, n), Ds, 13);
        }
    }

    // (23.2) (23.10): far logits too, where σ rounds to 0 or 1.
    [Property(MaxTest = 40)]
    public void The_reconstruction_agrees_in_all_forms(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int D, int N) = (1 + random.Below(20), 1 + random.Below(5));
        Matrix<double> A = random.Uniform(1, 60) * Normal(random, D, N), X = Pixels(random, D, N);
        var loss = new BernoulliLoss();
        double value = loss.Forward(A, X);
        Digits.Agree(-Enumerable.Range(0, N).Average(n => ScalarVae.LogLikelihood(Column(A, n), Column(X, n))), value,
            13);
        Digits.Agree(VaeEquations.Loss(A, X, Normal(random, 1, N), Normal(random, 1, N), 0), value, 13);
        Digits.Agree(VaeEquations.PixelGradient(A, X), loss.Backward().ToMatrix(), 13);
        Digits.Agree(loss.Predict(A) - X, loss.Backward().ToMatrix() * N, 12);
    }

    // (23.9): the terms of the model are those of the equations.
    [Property(MaxTest = 20)]
    public void The_loss_of_the_model_is_that_of_the_equations(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int N, double β) = (1 + random.Below(4), random.Uniform(0, 4));
        VariationalAutoencoder model = Smooth(random, 5, 2, β);
        Matrix<double> X = Pixels(random, 5, N), E = Normal(random, 2, N);
        (Matrix<double> M, Matrix<double> S) = model.Encode(X);
        Matrix<double> A = model.Decoder.Forward(VaeEquations.Sample(M, S, E));
        Digits.Agree(VaeEquations.Loss(A, X, M, S, β), model.Forward(X.View(), E.View()).Loss(β), 13);
    }

    // (23.5) (23.7) (23.9) (23.10) S3-252 S3-257: with the noise held, for β of 0, 1 and 2.5.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void The_gradient_of_the_whole_loss_is_the_numerical_one(double β)
    {
        var random = new RandomStream(7);
        VariationalAutoencoder model = Smooth(random, 5, 3, β);
        Matrix<double> X = Pixels(random, 5, 4), E = Normal(random, 3, 4);
        Matrix<double> Loss() => Matrices.Column(model.Forward(X.View(), E.View()).Loss(β));
        Loss();
        model.Backward();
        Matrix<double>[] gradients = [.. model.Parameters.Select(p => p.Gradient.Clone())];
        Assert.Equal(8, gradients.Length);
        foreach ((Parameter parameter, Matrix<double> gradient) in model.Parameters.Zip(gradients))
        {
            GradientCheck.Smooth(
                InPlace.Of(parameter.Value, Loss), parameter.Value.Clone(), Matrices.Column(1), gradient)
                .ThrowIfFailed();
        }
    }

    // (23.9): the loss is a mean, so a batch that is there twice changes no gradient.
    [Fact]
    public void A_batch_twice_has_the_gradient_of_the_batch()
    {
        var random = new RandomStream(8);
        VariationalAutoencoder model = Smooth(random, 6, 2, 1.5);
        Matrix<double> X = Pixels(random, 6, 3), E = Normal(random, 2, 3);
        Matrix<double>[] Of(Matrix<double> x, Matrix<double> e)
        {
            foreach (Parameter parameter in model.Parameters)
            {
                parameter.ZeroGradient();
            }

            model.Forward(x.View(), e.View());
            model.Backward();
            return [.. model.Parameters.Select(p => p.Gradient.Clone())];
        }

        foreach ((Matrix<double> once, Matrix<double> twice) in Of(X, E).Zip(Of(X.Append(X), E.Append(E))))
        {
            Digits.Agree(once, twice, 12);
        }
    }

    // Inside the bounds the clamp changes nothing; outside it holds the number and stops the gradient.
    [Fact]
    public void Log_variances_are_clamped_and_means_are_not()
    {
        var clamp = new LogVarianceClamp(3);
        Matrix<double> X = Matrices.Column(-900, 900, 1, -31, 900, 19.5), dY = Matrices.Column(1, 2, 3, 4, 5, 6);
        Assert.Equal(
            [-900, 900, 1, LogVarianceClamp.Least, LogVarianceClamp.Greatest, 19.5], clamp.Forward(X).Enumerate());
        Assert.Equal([1, 2, 3, 0, 0, 6], clamp.Backward(dY).Enumerate());
        ILayer other = clamp.Shared();
        Assert.Equal((6, 6, 0), (other.Inputs, other.Outputs, other.Parameters.Count));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        var random = new RandomStream(1);
        var sampling = new Reparametrization(2);
        MatrixView H = Normal(random, 4, 3).View();
        Refuses(() => sampling.Forward(Normal(random, 3, 3).View(), Normal(random, 2, 3).View()), "[4 × N]",
            "[3 × 3]");
        Refuses(() => sampling.Forward(H, Normal(random, 2, 4).View()), "noise [2 × N]", "[2 × 4]");
        sampling.Forward(H, Normal(random, 2, 3).View());
        Refuses(() => sampling.Backward(Normal(random, 2, 4).View()), "[2 × 3]", "[2 × 4]");
        Refuses(() => new GaussianDivergence(2).Forward(Normal(random, 3, 3).View()), "[4 × N]", "[3 × 3]");
        Matrix<double> bright = Matrix<double>.Build.Dense(4, 3, 1.5);
        Refuses(() => new BernoulliLoss().Forward(H, bright.View()), "[0, 1]", "1.5");
        Refuses(() => ScalarVae.Divergence([0], [0, 0]), "1", "2");
        Refuses(() => ScalarVae.LogLikelihood([0], [0, 0]), "1", "2");
        Refuses(() => VaeEquations.Loss(Matrices.Ones(2, 1), Matrices.Ones(3, 1), Matrices.Ones(1, 1),
            Matrices.Ones(1, 1), 1), "[2 × 1]", "[3");
    }
}
