using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Regularization;

/// <summary>The backward passes of batch and layer normalization.</summary>
internal static class NormalizationDerivations
{
    public static IReadOnlyList<Derivation> All { get; } = [BatchBackward(), Invariants(), LayerBackward(), Running()];

    private sealed record Numbers(double[] X, double[] dY, double[] γ, double[] β, double ε)
    {
        public static Numbers Draw(RandomStream random)
        {
            int n = 3 + random.Below(6);
            return new(
                random.Normals(n), random.Normals(n), random.Normals(n), random.Normals(n),
                    random.Uniform(0.001, 0.1));
        }

        public double Mean => X.Average();

        public double S => ScalarNormalization.Standardize(X, ε).s;

        public double[] X̂ => ScalarNormalization.Standardize(X, ε).x̂;

        // One γ and β for all values, as in batch norm, or one each.
        public double Output(double[] x, bool each) => ScalarNormalization.Standardize(x, ε).x̂
            .Select((v, i) => dY[i] * ((each ? γ[i] : γ[0]) * v + (each ? β[i] : β[0]))).Sum();

        // Signs with which no terms of Σ a x̂ cancel.
        public Numbers Aligned => this with
        {
            dY = [.. dY.Select((g, i) => Math.CopySign(g, γ[i] * X̂[i]))],
        };

        public double[] A(bool each) => [.. dY.Select((g, i) => (each ? γ[i] : γ[0]) * g)];
    }

    private static Derivation BatchBackward() => new Derivation<Numbers>(
        "batch-norm-backward", "The backward pass of batch normalization", "S2-129 S4-157", Numbers.Draw)
        .Start(@"\frac{\partial L}{\partial x_i},\quad y_j = \gamma \hat x_j + \beta",
            s => NumericalDerivative.Gradient(x => s.Output(x, each: false), s.X))
        .Numerically(
            @"\sum_j a_j \frac{\partial \hat x_j}{\partial x_i},\quad a_j = \gamma\, \frac{\partial L}{\partial y_j}",
            s => NumericalDerivative.Jacobian(x => ScalarNormalization.Standardize(x, s.ε).x̂, s.X) is var J
                ? [.. s.X.Select((_, i) => s.A(false).Select((a, j) => a * J[j, i]).Sum())] : [],
            "the chain rule: every output depends on every input")
        .Numerically(@"\sum_j a_j\, \frac 1s \Bigl( [i = j] - \frac 1N - \frac{(x_j - \mu)(x_i - \mu)}{N s^2} \Bigr)",
            s => [.. s.X.Select((xi, i) => s.A(false).Select((a, j) => a / s.S * ((i == j ? 1 : 0) - 1.0 / s.X.Length
                - (s.X[j] - s.Mean) * (xi - s.Mean) / (s.X.Length * s.S * s.S))).Sum())],
            "since ∂μ/∂x = 1/N and ∂s/∂x = (x − μ)/(Ns)")
        .Equal(@"\frac 1s \Bigl( a_i - \overline a - \hat x_i\, \overline{a \hat x} \Bigr)",
            s => ScalarNormalization.Backward(s.X̂, s.S, s.A(false)));

    private static Derivation Invariants() => new Derivation<Numbers>(
        "norm-invariants", "What a normalized input cannot change", "S2-129",
        random => Numbers.Draw(random).Aligned)
        .Start(@"\Bigl( \sum_i \frac{\partial L}{\partial x_i},\ "
            + @"\sum_i \frac{\partial L}{\partial x_i}\, \hat x_i \Bigr)",
            s => ScalarNormalization.Backward(s.X̂, s.S, s.A(true)) is var dx
                ? [dx.Sum(), dx.Zip(s.X̂, (d, v) => d * v).Sum()] : [])
        .Equal(@"\Bigl( 0,\ \frac{1}{s} \Bigl( 1 - \frac{\sigma^2}{s^2} \Bigr) \sum_i a_i \hat x_i \Bigr)",
            s => [0, (1 - ScalarNormalization.Statistics(s.X).σ2 / (s.S * s.S)) / s.S
                * s.A(true).Zip(s.X̂, (a, v) => a * v).Sum()],
            "a shift of all inputs changes nothing")
        .Equal(@"\Bigl( 0,\ \frac{\varepsilon}{s^3} \sum_i a_i \hat x_i \Bigr)",
            s => [0, s.ε / Math.Pow(s.S, 3) * s.A(true).Zip(s.X̂, (a, v) => a * v).Sum()],
            "a change of scale changes nothing but for ε");

    private static Derivation LayerBackward() => new Derivation<Numbers>(
        "layer-norm-backward", "The backward pass of layer normalization", "S1-269", Numbers.Draw)
        .Start(@"\frac{\partial L}{\partial x_i},\quad y_j = \gamma_j \hat x_j + \beta_j",
            s => NumericalDerivative.Gradient(x => s.Output(x, each: true), s.X))
        .Numerically(@"\frac 1s \Bigl( a_i - \overline a - \hat x_i\, \overline{a \hat x} \Bigr),\quad "
            + @"a_j = \gamma_j\, \frac{\partial L}{\partial y_j}",
            s => ScalarNormalization.Backward(s.X̂, s.S, s.A(true)),
            "the same Jacobian; each feature has its own γ");

    private static Derivation Running() => new Derivation<(double R, double[] V, double M)>(
        "running-statistics", "A running statistic is a weighted mean of all batches", "S2-129",
        random => (random.Uniform(0.5, 2), random.Uniforms(1 + random.Below(6), 0.5, 2), random.Uniform(0.05, 0.9)))
        .Start(@"r_T,\quad r_t = (1 - m)\, r_{t-1} + m\, v_t",
            s => s.V.Aggregate(s.R, (r, v) => ScalarNormalization.Running(r, v, s.M)))
        .Equal(@"(1 - m)^T r_0 + \sum_t m (1 - m)^{T - t}\, v_t", s => Math.Pow(1 - s.M, s.V.Length) * s.R
            + s.V.Select((v, t) => s.M * Math.Pow(1 - s.M, s.V.Length - 1 - t) * v).Sum());
}
