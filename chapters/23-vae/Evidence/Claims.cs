using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.VariationalAutoencoders;

/// <summary>Statements of the notes about variational autoencoders that a counterexample refutes.</summary>
public static class VaeClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S3-248", "1. Input X 2. Decodifica X 3. Si hanno due vettori di medie e varianze […] 5. Si decodifica z",
            "Step 2 encodes X: the two vectors come from the encoder. Step 5 is the decoder.",
            "The encoder makes 2 · 50 numbers of the 784 pixels; the decoder refuses them.",
            () => VaeModels.Dense(new RandomStream(1), 4, 50) is var model
                && Matrix<double>.Build.Dense(784, 1, 0.5) is var x
                && model.Encode(x) is var (means, variances)
                && (means.RowCount, variances.RowCount) == (50, 50) && Claim.Refuses(() => model.Decode(x))),
        new("S3-252", "Questo noise è non deterministico ed è differenziabile.",
            "The noise ε is not differentiated: it is an input from outside. z is differentiable in μ and σ, "
                + "since for a given ε it is a fixed function of them.",
            "With ε held, ∂z/∂μ is 1; with ε drawn anew, the difference quotient grows as the step shrinks.",
            () => Quotient(1e-3, held: true) is var held && Math.Abs(held - 1) < 1e-9
                && Quotient(1e-6, held: false) > 100 * Quotient(1e-3, held: false)),
        new("S3-255", "50 medie e 50 deviazioni standard",
            "50 means and 50 log-variances: listing 7 takes exp(0.5 · z_log_var) of the second vector.",
            "The second vector has negative numbers, which no standard deviation has; with e^{s/2} for σ, samples "
                + "have the variance e^s.",
            () => VaeModels.Dense(new RandomStream(1), 4, 50) is var model
                && model.Encode(Matrix<double>.Build.Dense(784, 1, 0.5)).LogVariances.Enumerate().Min() < 0
                && Math.Abs(Quadrature.Expectation(0, -1, z => z * z) - Math.Exp(-1)) < 1e-12),
        new("S3-257", "super(VAE, self).init(kwargs) […] tf.reducesum(klloss, axis=1)",
            "super().__init__(**kwargs), tf.reduce_sum, train_step, binary_crossentropy, trainable_weights, "
                + "apply_gradients, update_state and so on: all underscores of the listing are lost.",
            "With them −½(1 + s − μ² − e^s), added up over axis 1, is the divergence of a sample, (34) with e^s for "
                + "σ.",
            () => (new[] { 0.3, -1.2 }, new[] { 0.7, -0.4 }) is var (μ, s) && Math.Abs(μ.Zip(s, (m, t) =>
                -0.5 * (1 + t - m * m - Math.Exp(t))).Sum() - ScalarVae.Divergence(μ, s)) < 1e-15,
            ErratumKind.OurText),
    ];

    private static double Quotient(double h, bool held)
    {
        var noise = new RandomStream(3);
        double ε = noise.Normal(), z = ScalarVae.Sample([0], [0], [ε])[0],
            moved = ScalarVae.Sample([h], [0], [held ? ε : noise.Normal()])[0];
        return Math.Abs(moved - z) / h;
    }
}
