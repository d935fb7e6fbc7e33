using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Autoencoders;

/// <summary>Principal components and the linear autoencoder, line by line, and the gradients of the other
/// losses.</summary>
public static class AutoencoderDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [Variance(), Power(), Svd(), Error(), Bound(), Gradient(), Noise(), Concentration()];

    // Centred samples with given eigenvalues of the covariance, each at most 0.8 of the one before.
    private sealed record Cloud(Matrix<double> X, Vector<double> λ, Matrix<double> U, int K, RandomStream Random)
    {
        public Matrix<double> C => PcaEquations.Covariance(X);

        public int D => X.RowCount;

        public int N => X.ColumnCount;

        public Matrix<double> First => U.SubMatrix(0, D, 0, K);

        public static Cloud Draw(RandomStream random)
        {
            int D = 2 + random.Below(4), N = D + 2 + random.Below(6);
            var λ = Vector<double>.Build.Dense(D, 1 + random.Uniform());
            for (int i = 1; i < D; i++)
            {
                λ[i] = λ[i - 1] * random.Uniform(0.4, 0.8);
            }

            Matrix<double> R = Drawn(random, N, D), U = Drawn(random, D, D).QR().Q;
            R = (R - Matrices.Ones(N, N) * R / N).QR(QRMethod.Thin).Q;
            Matrix<double> X = U * Matrix<double>.Build.DiagonalOfDiagonalVector((N * λ)
                .PointwiseSqrt()) * R.Transpose();
            return new(X, λ, U, 1 + random.Below(D - 1), new(random.NextBits()));
        }

        // A direction of length 1 with a part along the first component.
        public Vector<double> Direction { get; } =
            (Drawn(Random, X.RowCount, 1).Column(0).Normalize(2) + U.Column(0) * (1 + Random.Uniform())).Normalize(2);

        public Matrix<double> G { get; } = Drawn(Random, X.RowCount, K);

        public Matrix<double> E { get; } = Drawn(Random, K, X.RowCount);

        public Matrix<double> Q => G.QR(QRMethod.Thin).Q;

        public double Missed(Matrix<double> X̂) => (X - X̂).PointwisePower(2).Enumerate().Sum() / N;
    }

    private static Derivation Variance() => new Derivation<Cloud>(
        "pca-variance", "The variance of centred samples along a direction", "S3-238 S3-239", Cloud.Draw)
        .Start(@"\frac 1N \sum_n (v \cdot x_n)^2,\quad \|v\| = 1",
            s => s.X.EnumerateColumns().Average(x => Math.Pow(s.Direction * x, 2)))
        .Equal(@"v^\top \Bigl( \frac 1N \sum_n x_n x_n^\top \Bigr) v = v^\top C v",
            s => ScalarPca.Variance(ScalarPca.Covariance(s.X.ToArray()), s.Direction.ToArray()))
        .Equal(@"\sum_i \lambda_i\, (u_i \cdot v)^2",
            s => s.λ * s.U.TransposeThisAndMultiply(s.Direction).PointwisePower(2),
            "the eigenvectors of C are a basis")
        .AtMost(@"\lambda_1", s => s.λ[0], "the squares sum to 1; v = u₁ reaches it");

    private static Derivation Power() => new Derivation<Cloud>(
        "power-step", "A power step turns a vector towards the first component", "S3-238", Cloud.Draw)
        .Start(@"\tan \angle(C v, u_1)",
            s => Tan(Vector<double>.Build.Dense(ScalarPca.PowerStep(s.C.ToArray(), s.Direction.ToArray())), s.U))
        .Equal(@"\frac{\sqrt{\sum_{i \ge 2} \lambda_i^2 (u_i \cdot v)^2}}{\lambda_1\, |u_1 \cdot v|}", s =>
        {
            Vector<double> a = s.λ.PointwiseMultiply(s.U.TransposeThisAndMultiply(s.Direction));
            return a.SubVector(1, s.D - 1).L2Norm() / Math.Abs(a[0]);
        })
        .AtMost(@"\frac{\lambda_2}{\lambda_1} \tan \angle(v, u_1)", s => s.λ[1] / s.λ[0] * Tan(s.Direction, s.U));

    private static Derivation Svd() => new Derivation<Cloud>(
        "pca-svd", "The singular values of the samples give the same", "S3-238", Cloud.Draw)
        .Start(@"C = \frac 1N X X^\top", s => ScalarPca.Covariance(s.X.ToArray()).Flat())
        .Equal(@"\frac 1N\, U S V^\top V S\, U^\top,\quad X = U S V^\top", s =>
        {
            var svd = s.X.Svd();
            return Flat(svd.U * svd.W * svd.VT * (svd.U * svd.W * svd.VT).Transpose() / s.N);
        })
        .Equal(@"U\, \frac{S^2}{N}\, U^\top", s =>
        {
            Pca pca = Pca.Of(s.X, s.D);
            return Flat(pca.Components * Matrix<double>.Build.DiagonalOfDiagonalVector(pca.Variances)
                * pca.Components.Transpose());
        }, "λ = s²/N; C need not be computed");

    private static Derivation Error() => new Derivation<Cloud>(
        "pca-error", "What k components leave", "S3-238", Cloud.Draw)
        .Start(@"\frac 1N \sum_n \| x_n - V V^\top x_n \|^2,\quad V = [u_1, \dots, u_k]",
            s => s.Missed(s.First * s.First.TransposeThisAndMultiply(s.X)))
        .Equal(@"\frac 1N \sum_n \bigl( \|x_n\|^2 - \|V^\top x_n\|^2 \bigr)",
            s => s.X.EnumerateColumns().Average(x =>
                x * x - Math.Pow(s.First.TransposeThisAndMultiply(x).L2Norm(), 2)), "Pythagoras")
        .Equal(@"\mathrm{tr}\, C - \sum_{c \le k} u_c^\top C u_c",
            s => s.C.Trace() - s.First.TransposeThisAndMultiply(s.C * s.First).Trace())
        .Equal(@"\sum_{i > k} \lambda_i", s => PcaEquations.Left(s.λ, s.K), "the trace is the sum of all eigenvalues");

    private static Derivation Bound() => new Derivation<Cloud>(
        "linear-bound", "No linear autoencoder of k numbers leaves less", "S4-173 S4-170 S2-015", Cloud.Draw)
        .Start(@"\sum_{i > k} \lambda_i", s => PcaEquations.Left(s.λ, s.K))
        .AtMost(@"\mathrm{tr}\, C - \sum_{c \le k} q_c^\top C q_c",
            s => s.C.Trace() - s.Q.TransposeThisAndMultiply(s.C * s.Q).Trace(),
            "q: any k orthonormal directions; equality only for the space of the first k, where λ of k and k + 1 "
                + "differ")
        .Equal(@"\frac 1N \| X - Q Q^\top X \|^2", s => s.Missed(s.Q * s.Q.TransposeThisAndMultiply(s.X)))
        .AtMost(@"\frac 1N \| X - G E X \|^2",
            s => s.Missed(AutoencoderEquations.Forward(s.E, s.G, s.X)),
            "Q: a basis of the columns of G; the projection is the nearest point of their space");

    private static Derivation Gradient() => new Derivation<Cloud>(
        "linear-gradient", "The gradients of the linear autoencoder", "S4-170 S4-205", Cloud.Draw)
        .Start(@"\frac{\partial}{\partial (G, E)} \frac{1}{DN} \| G E X - X \|^2",
            s => NumericalDerivative.Gradient(w =>
            {
                int count = s.D * s.K;
                var G = Matrix<double>.Build.Dense(s.D, s.K, w[..count]);
                var E = Matrix<double>.Build.Dense(s.K, s.D, w[count..]);
                return AutoencoderEquations.Loss(AutoencoderEquations.Forward(E, G, s.X), s.X);
            }, [.. s.G.ToColumnMajorArray(), .. s.E.ToColumnMajorArray()]))
        .Numerically(@"\frac{2}{DN} \bigl( (\hat X - X) Z^\top,\; G^\top (\hat X - X) X^\top \bigr)",
            s => ScalarAutoencoder.Gradients(
                s.E.ToArray(), s.G.ToArray(), s.X.ToColumnArrays()) is var (dE, dG)
                ? [.. Columns(dG), .. Columns(dE)] : [], "X̂ = G Z, Z = E X")
        .Equal(@"\frac 2D \bigl( (G E - 1)\, C E^\top,\; G^\top (G E - 1)\, C \bigr)", s =>
        {
            Matrix<double> R = s.G * s.E - Matrix<double>.Build.DenseIdentity(s.D);
            return [.. (2.0 / s.D * R * s.C * s.E.Transpose()).ToColumnMajorArray(),
                .. (2.0 / s.D * s.G.Transpose() * R * s.C).ToColumnMajorArray()];
        }, "all that counts of the samples is their covariance");

    // Every vector of signs has mean 0 and variance 1 in each place, so the expectation is exact.
    private static Derivation Noise() => new Derivation<Cloud>(
        "denoising", "Noise on the input keeps the weights of a linear autoencoder small", "S4-031", Cloud.Draw)
        .Start(@"\mathbb E_\varepsilon \| x - W (x + \sigma \varepsilon) \|^2,\quad "
                + @"\mathbb E\, \varepsilon = 0,\; \mathbb E\, \varepsilon \varepsilon^\top = 1",
            s => Signs(s.D).Average(ε =>
                Math.Pow((s.X.Column(0) - W(s) * (s.X.Column(0) + Σ(s) * ε)).L2Norm(), 2)))
        .Equal(@"\| x - W x \|^2 + \sigma^2 \sum_{ij} W_{ij}^2",
            s => Math.Pow((s.X.Column(0) - W(s) * s.X.Column(0)).L2Norm(), 2)
                + Math.Pow(Σ(s) * W(s).FrobeniusNorm(), 2), "the mixed term has mean 0");

    private static Derivation Concentration() => new Derivation<int>(
        "concentration", "Squared distances of random corners of a cube", "S4-200", random => 1 + random.Below(4))
        .Start(@"\frac{\sqrt{\mathrm{Var}\, \|x - y\|^2}}{\mathbb E\, \|x - y\|^2},\quad x, y \in \{-1, 1\}^d", d =>
        {
            double[] all = [.. Signs(d).SelectMany(x => Signs(d).Select(y => Math.Pow((x - y).L2Norm(), 2)))];
            double mean = all.Average();
            return Math.Sqrt(all.Average(v => Math.Pow(v - mean, 2))) / mean;
        })
        .Equal(@"\frac{\sqrt{4 d}}{2 d}", d => Math.Sqrt(4.0 * d) / (2 * d),
            "a coordinate adds 0 or 4 with probability ½")
        .Equal(@"\frac{1}{\sqrt d}", d => 1 / Math.Sqrt(d));

    private static double Tan(Vector<double> v, Matrix<double> U)
    {
        Vector<double> a = U.TransposeThisAndMultiply(v);
        return a.SubVector(1, a.Count - 1).L2Norm() / Math.Abs(a[0]);
    }

    private static Matrix<double> W(Cloud s) => s.G * s.E;

    private static double Σ(Cloud s) => s.λ[0] / 2;

    private static double[] Flat(Matrix<double> M) => M.ToRowMajorArray();

    private static double[] Columns(double[,] x) => Matrix<double>.Build.DenseOfArray(x).ToColumnMajorArray();

    private static Matrix<double> Drawn(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static IEnumerable<Vector<double>> Signs(int d) => Enumerable.Range(0, 1 << d).Select(
        bits => Vector<double>.Build.Dense(d, c => (bits >> c & 1) == 1 ? 1 : -1));
}
