using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Losses.Tests;

public class CrossEntropyTests
{
    private static double[] Mixed(double[] p, double[] q, double t) => [.. p.Zip(q, (a, b) => (1 - t) * a + t * b)];

    // (3.9) S1-035 S2-115 S3-228: the sum as written; along a path inside the simplex, where alone q may move, its
    // derivative.
    [Property]
    public void Cross_entropy_of_two_distributions_and_its_gradient_are_as_written(PairOfProbabilities d, Seed seed)
    {
        Digits.Agree(-d.P.Zip(d.Q, (p, q) => p * Math.Log(q)).Sum(), Information.CrossEntropy(d.P, d.Q), 13);
        Digits.Agree(d.P.Zip(d.Q, (p, q) => -p / q).ToArray(), Information.CrossEntropyGradient(d.P, d.Q), 14);
        double[] r = ScalarActivations.Softmax(seed.Stream().Normals(d.P.Length));
        // well inside, so that the path has two sides
        double[] gradient = Information.CrossEntropyGradient(d.P, Mixed(d.Q, r, 0.5));
        double along = gradient.Zip(r.Zip(d.Q, (a, b) => a - b), (g, v) => g * v).Sum();
        double numeric = NumericalDerivative.Richardson(t => Information.CrossEntropy(d.P, Mixed(d.Q, r, t)), 0.5);
        Assert.Equal(numeric, along, 1e-7 * (1 + gradient.Max(Math.Abs)));
    }

    // (3.10) S1-013 S1-035 S1-037 S3-228: KL ≥ 0, and 0 for q = p; that H(p, q) = H(p) + KL is a derivation's line.
    [Property]
    public void No_prediction_beats_the_truth(PairOfProbabilities d)
    {
        Assert.True(Information.Divergence(d.P, d.Q) > 0);
        Assert.Equal(0, Information.Divergence(d.P, d.P), 1e-15);
        Assert.InRange(Information.Entropy(d.P), 0, Math.Log(d.P.Length) + 1e-12);
    }

    // (3.10) S1-037 S3-039: a hard label has entropy 0, an even distribution ln C; classes of probability 0 do not
    // count.
    [Property]
    public void Only_hard_labels_can_reach_a_loss_of_0(Testing.OneHot label)
    {
        double[] even = [.. label.Values.Select(_ => 1.0 / label.Values.Length)];
        Assert.Equal(0.0, Information.Entropy(label.Values));
        Digits.Agree(Math.Log(even.Length), Information.Entropy(even), 14);
        Digits.Agree(Math.Log(even.Length), Information.CrossEntropy(label.Values, even), 14);
        Digits.Agree(Math.Log(even.Length), Information.Divergence(label.Values, even), 14);
        Assert.Equal(double.PositiveInfinity, Information.CrossEntropy(even, label.Values));
        Assert.Equal(double.PositiveInfinity, Information.Divergence(even, label.Values));
        Assert.All(Information.CrossEntropyGradient(label.Values, label.Values), g => Assert.True(g is 0 or -1));
    }

    // (3.11) (3.12) S1-039 S1-040 S3-039: the mean of H over the columns; loops and matrices agree, and the negative
    // log-likelihood of the true classes is the same for one-hot targets.
    [Property]
    public void Scalar_and_matrix_forms_agree(ClassBatch batch)
    {
        Matrix<double> Z = batch.Logits, P = ActivationEquations.Softmax(Z), logP = ActivationEquations.LogSoftmax(Z);
        foreach (Matrix<double> Y in new[] { batch.OneHot, batch.SoftTargets })
        {
            double mean = Enumerable.Range(0, P.ColumnCount)
                .Average(n => Information.CrossEntropy(Y.Column(n).ToArray(), P.Column(n).ToArray()));
            Digits.Agree(mean, ScalarCrossEntropy.Mean(P.ToArray(), Y.ToArray()), 13);
            Digits.Agree(mean, CategoricalEquations.CrossEntropy(P, Y), 13);
            // rounding of p is ε of −ln p, however small; and P − Y cancels
            Digits.Agree(mean, CategoricalEquations.CrossEntropyOfLogits(Z, Y), 13, terms: 1);
            Digits.Agree(mean, ScalarCrossEntropy.OfLogits(Z.ToArray(), Y.ToArray()), 13, terms: 1);
            Matrix<double> dP = CategoricalEquations.CrossEntropyGradient(P, Y);
            Digits.Agree(ScalarCrossEntropy.Gradient(P.ToArray(), Y.ToArray()), dP.ToArray(), 14);
            Matrix<double> dZ = CategoricalEquations.CrossEntropyOfLogitsGradient(Z, Y);
            double terms = 1.0 / Z.ColumnCount;
            Digits.Agree(ScalarCrossEntropy.GradientOfLogits(Z.ToArray(), Y.ToArray()), dZ.ToArray(), 13, terms);
            Digits.Agree(dZ, ActivationEquations.SoftmaxBackward(P, dP), 13, terms); // S1-020: the chain rule
            Matrix<double> twice = CategoricalEquations.CrossEntropyOfLogitsGradient(Z.Append(Z), Y.Append(Y));
            Digits.Agree(dZ.Append(dZ), 2 * twice, 12); // a duplicated batch has the same mean
        }

        Digits.Agree(
            CategoricalEquations.CrossEntropyOfLogits(Z, batch.OneHot),
            CategoricalEquations.NegativeLogLikelihood(logP, batch.Labels), 12);
    }

    // (3.12) S1-020 S1-039 S2-115 S3-039: gradients against numerical derivatives, hard and soft targets.
    [Property(MaxTest = 30)]
    public void Gradients_are_right(ClassBatch batch)
    {
        Matrix<double> logP = ActivationEquations.LogSoftmax(batch.Logits);
        foreach (Matrix<double> Y in new[] { batch.OneHot, batch.SoftTargets })
        {
            GradientCheck.Smooth(
                Z => CategoricalEquations.CrossEntropyOfLogits(Z, Y), batch.Logits,
                CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, Y)).ThrowIfFailed();
        }

        GradientCheck.Smooth(
            A => CategoricalEquations.NegativeLogLikelihood(A, batch.Labels), logP,
            CategoricalEquations.NegativeLogLikelihoodGradient(logP, batch.Labels)).ThrowIfFailed();
    }

    // (3.12) S2-115: a shift of all logits changes nothing; large ones neither overflow nor swallow ln 2; softmax(1,
    // 2, 3) by digits.
    [Property]
    public void The_loss_of_logits_ignores_a_shift(ClassBatch batch, Number shift)
    {
        double loss = ScalarCrossEntropy.OfLogits(batch.Logits.ToArray(), batch.OneHot.ToArray());
        Matrix<double> shifted = batch.Logits + shift.Value;
        Digits.Agree(loss, CategoricalEquations.CrossEntropyOfLogits(shifted, batch.OneHot), 13, terms: 1);
        Digits.Agree(loss, ScalarCrossEntropy.OfLogits(shifted.ToArray(), batch.OneHot.ToArray()), 13, terms: 1);
        double[,] second = { { 0 }, { 1 } };
        Digits.Agree(2000, ScalarCrossEntropy.OfLogits(new double[,] { { 1000 }, { -1000 } }, second), 14);
        Digits.Agree(Math.Log(2), ScalarCrossEntropy.OfLogits(new double[,] { { 1e16 }, { 1e16 } }, second), 15);
        Digits.Agree(0.4076059644443802,
            ScalarCrossEntropy.OfLogits(Arrays.AsColumn([1, 2, 3]), Arrays.AsColumn([0, 0, 1])), 14);
    }

    // S2-116 S3-039: with two classes it is the binary cross-entropy, and the difference of the logits is the one
    // logit.
    [Property]
    public void Two_classes_are_the_binary_loss(BinaryBatch batch)
    {
        Matrix<double> Rows(double[] a, double[] b) => Matrix<double>.Build.DenseOfRowArrays(a, b);
        double[] Complement(double[] v) => [.. v.Select(x => 1 - x)];
        (double[] p, double[] y, double[] z) = (batch.Probabilities, batch.Labels, batch.Logits);
        Matrix<double> Y = Rows(y, Complement(y));
        Digits.Agree(ScalarBinaryCrossEntropy.Mean(p, y), CategoricalEquations.CrossEntropy(Rows(p, Complement(p)), Y),
            12);
        Digits.Agree(
            ScalarBinaryCrossEntropy.OfLogits(z, y),
            CategoricalEquations.CrossEntropyOfLogits(Rows(z, new double[z.Length]), Y), 9);
    }

    // (3.13) S1-022 S1-023: unit vectors, the way back, and every two categories √2 apart.
    [Property]
    public void One_hot_columns_are_unit_vectors_and_decode(ClassBatch batch)
    {
        int K = batch.Logits.RowCount;
        Matrix<double> Y = OneHot.Encode(batch.Labels, K), all = OneHot.Encode([.. Enumerable.Range(0, K)], K);
        Assert.Equal(batch.OneHot, Y);
        Assert.Equal(batch.Labels, OneHot.Decode(Y));
        Assert.Equal([1], OneHot.Decode(Matrices.Column(0, double.NaN, 1)));
        Assert.Equal(Matrix<double>.Build.DenseIdentity(K), all);
        Digits.Agree(Math.Sqrt(2), (all.Column(0) - all.Column(1)).L2Norm(), 14);
    }

    // S1-022 S1-024: Red, Blue, Green as printed: in the order in which they appear, not of the alphabet.
    [Fact]
    public void Words_are_numbered_as_they_appear()
    {
        (IReadOnlyList<string> categories, Matrix<double> Y) = OneHot.Encode(["Red", "Blue", "Green", "Blue"]);
        Assert.Equal(["Red", "Blue", "Green"], categories);
        Assert.Equal([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0]], Y.ToColumnArrays());
    }

    // (3.24) S3-227: the scores of random predictions as written, means over samples; and those of the notes' two
    // classifiers.
    [Property]
    public void Scores_are_means_over_samples(ClassBatch batch)
    {
        Matrix<double> P = ActivationEquations.Softmax(batch.Logits);
        double brier = (P - batch.OneHot).EnumerateColumns().Average(d => d * d);
        Digits.Agree(brier, Classifiers.Brier(P, batch.OneHot), 13);
        double right = batch.Labels.Select((label, n) => P.Column(n).MaximumIndex() == label ? 1.0 : 0).Average();
        Digits.Agree(right, Classifiers.Accuracy(P, batch.OneHot), 14);
        Digits.Agree(0.74 / 3, Classifiers.Brier(Classifiers.First, Classifiers.Labels), 13);
        Digits.Agree(1.7 / 3, Classifiers.Brier(Classifiers.Second, Classifiers.Labels), 13);
    }

    // (3.3) (3.10) (3.12) (3.16) (3.22): by mpmath, where squares or ratios are no doubles, or digits would cancel.
    [Fact]
    public void Losses_keep_their_digits()
    {
        Matrix<double> Z = Matrices.Column(40, -10), Y = Matrices.Column(1, 0);
        Digits.Agree(1.928749847963918e-22, CategoricalEquations.CrossEntropyOfLogits(Z, Y), 14);
        Digits.Agree(
            1.928749847963918e-22 * (1 - 2 * Y), CategoricalEquations.CrossEntropyOfLogitsGradient(Z, Y), 14);
        Digits.Agree(Math.Log(2), CategoricalEquations.CrossEntropyOfLogits(0 * Z + 1e16, Y), 14);
        double near = Math.ScaleB(1, -30);
        Digits.Agree(1.734723475976807e-18, Information.Divergence([0.5, 0.5], [0.5 + near, 0.5 - near]), 14);
        Digits.Agree(736.827240890973906, Information.Divergence([1, 0], [1e-320, 1]), 14);
        Digits.Agree(0.125, ScalarAbsoluteError.SmoothL1(5e-201, 1e-200) / 1e-200, 14);
        var tiny = new GaussianMean(1e-170, [1e-170, 3e-170]);
        Digits.Agree([780.0410545515661, -2], [tiny.LogLikelihood(2e-170), 1e-170 * tiny.Derivative(3e-170)], 14);
        (double w, double b) = new LineCost([0, 1e-160, 3e-160], [1, 2, 4]).Minimum();
        Digits.Agree([1, 1], [1e-160 * w, b], 13);
    }
}
