using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Verification;

namespace Reference.Losses.Tests;

public class CrossEntropyTests
{
    private static double[] Mixed(double[] p, double[] q, double t) => [.. p.Zip(q, (a, b) => (1 - t) * a + t * b)];

    // (3.14) S1-035 S2-115 S3-228: the sum as written.
    [Property]
    public void Cross_entropy_is_the_expected_surprise(PairOfProbabilities d)
    {
        Digits.Agree(-d.P.Zip(d.Q, (p, q) => p * Math.Log(q)).Sum(), Information.CrossEntropy(d.P, d.Q), 13);
        Digits.Agree(d.P.Zip(d.Q, (p, q) => -p / q).ToArray(), Information.CrossEntropyGradient(d.P, d.Q), 14);
    }

    // (3.14) S3-228: along a path inside the simplex, where alone q may move, the slope is the gradient's.
    [Property]
    public void The_gradient_is_right_along_the_simplex(PairOfProbabilities d, Seed seed)
    {
        double[] r = ScalarActivations.Softmax(seed.Stream().Normals(d.P.Length));
        double[] at = Mixed(d.Q, r, 0.5); // well inside, so that the path reaches to both sides
        double slope = Information.CrossEntropyGradient(d.P, at).Zip(r.Zip(d.Q, (a, b) => a - b), (g, v) => g * v).Sum();
        double numeric = NumericalDerivative.Richardson(t => Information.CrossEntropy(d.P, Mixed(d.Q, r, t)), 0.5);
        Assert.Equal(numeric, slope, 1e-7 * (1 + Information.CrossEntropyGradient(d.P, at).Max(Math.Abs)));
    }

    // (3.15) S1-035 S1-037 S3-228: H(p, q) = H(p) + KL, KL ≥ 0, and 0 for q = p.
    [Property]
    public void No_prediction_beats_the_truth(PairOfProbabilities d)
    {
        Digits.Agree(Information.Entropy(d.P) + Information.Divergence(d.P, d.Q), Information.CrossEntropy(d.P, d.Q), 12);
        Assert.True(Information.Divergence(d.P, d.Q) > 0);
        Assert.Equal(0, Information.Divergence(d.P, d.P), 1e-15);
        Assert.True(Information.CrossEntropy(d.P, d.Q) >= Information.Entropy(d.P));
        Assert.InRange(Information.Entropy(d.P), 0, Math.Log(d.P.Length) + 1e-12);
    }

    // (3.15) S1-037: a hard label has entropy 0, an even one ln C; classes of probability 0 do not count.
    [Property]
    public void Only_hard_labels_can_be_met_at_no_cost(Testing.OneHot label)
    {
        double[] even = [.. label.Values.Select(_ => 1.0 / label.Values.Length)];
        Assert.Equal(0.0, Information.Entropy(label.Values));
        Digits.Agree(Math.Log(even.Length), Information.Entropy(even), 14);
        Digits.Agree(Math.Log(even.Length), Information.CrossEntropy(label.Values, even), 14);
        Digits.Agree(Math.Log(even.Length), Information.Divergence(label.Values, even), 14);
        Assert.Equal(double.PositiveInfinity, Information.CrossEntropy(even, label.Values));
        Assert.Equal(double.PositiveInfinity, Information.Divergence(even, label.Values));
    }

    // (3.16) S1-040 S3-039: the mean of H over the columns; loops and matrices agree, soft targets and hard.
    [Property]
    public void Scalar_and_matrix_forms_agree(ClassBatch batch)
    {
        Matrix<double> P = ActivationEquations.Softmax(batch.Logits);
        foreach (Matrix<double> Y in new[] { batch.OneHot, batch.SoftTargets })
        {
            double mean = Enumerable.Range(0, P.ColumnCount).Average(n => Information.CrossEntropy(Y.Column(n).ToArray(), P.Column(n).ToArray()));
            Digits.Agree(mean, ScalarCrossEntropy.Mean(P.ToArray(), Y.ToArray()), 13);
            Digits.Agree(mean, CategoricalEquations.CrossEntropy(P, Y), 13);
            Digits.Agree(mean, CategoricalEquations.CrossEntropyOfLogits(batch.Logits, Y), 11);
            Digits.Agree(mean, ScalarCrossEntropy.OfLogits(batch.Logits.ToArray(), Y.ToArray()), 11);
            Digits.Agree(ScalarCrossEntropy.Gradient(P.ToArray(), Y.ToArray()), CategoricalEquations.CrossEntropyGradient(P, Y).ToArray(), 14);
            Digits.Agree(
                ScalarCrossEntropy.GradientOfLogits(batch.Logits.ToArray(), Y.ToArray()),
                CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, Y).ToArray(), 12);
        }
    }

    // (3.17) (3.19) S1-020: the gradient in p, taken back through the softmax, is the gradient in z.
    [Property]
    public void The_chain_rule_joins_both_gradients(ClassBatch batch)
    {
        Matrix<double> P = ActivationEquations.Softmax(batch.Logits);
        Matrix<double> through = ActivationEquations.SoftmaxBackward(P, CategoricalEquations.CrossEntropyGradient(P, batch.SoftTargets));
        Digits.Agree(CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, batch.SoftTargets), through, 9);
    }

    // (3.18) (3.19) S1-020 S2-115 S3-039: p − y against the numerical derivative, hard and soft targets, both forms.
    [Property(MaxTest = 30)]
    public void The_gradient_in_the_logits_is_right(ClassBatch batch)
    {
        foreach (Matrix<double> Y in new[] { batch.OneHot, batch.SoftTargets })
        {
            GradientCheck.Smooth(
                Z => CategoricalEquations.CrossEntropyOfLogits(Z, Y), batch.Logits,
                CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, Y)).ThrowIfFailed();
            GradientCheck.Smooth(
                Z => ScalarCrossEntropy.OfLogits(Z, Y.ToArray()), batch.Logits.ToArray(),
                ScalarCrossEntropy.GradientOfLogits(batch.Logits.ToArray(), Y.ToArray())).ThrowIfFailed();
        }
    }

    // (3.18) S2-115: a shift of all logits of a sample changes nothing, and huge logits do not overflow.
    [Property]
    public void The_loss_of_logits_ignores_a_shift(ClassBatch batch, Number shift)
    {
        double loss = CategoricalEquations.CrossEntropyOfLogits(batch.Logits, batch.OneHot);
        Digits.Agree(loss, CategoricalEquations.CrossEntropyOfLogits(batch.Logits + shift.Value, batch.OneHot), 11);
        Digits.Agree(loss, CategoricalEquations.CrossEntropyOfLogits(batch.Logits + 1e6, batch.OneHot), 6); // 1e6 costs the logits six digits and more
        Digits.Agree(2000, ScalarCrossEntropy.OfLogits(new double[,] { { 1000 }, { -1000 } }, new double[,] { { 0 }, { 1 } }), 14);
    }

    // S1-039 S1-040: cross-entropy of one-hot targets is the mean negative log-likelihood of the true classes.
    [Property]
    public void Cross_entropy_is_the_negative_log_likelihood(ClassBatch batch)
    {
        Matrix<double> logP = ActivationEquations.LogSoftmax(batch.Logits);
        double mean = batch.Labels.Select((label, n) => -logP[label, n]).Average();
        Digits.Agree(mean, CategoricalEquations.NegativeLogLikelihood(logP, batch.Labels), 13);
        Digits.Agree(mean, CategoricalEquations.CrossEntropyOfLogits(batch.Logits, batch.OneHot), 12);
        GradientCheck.Smooth(
            A => CategoricalEquations.NegativeLogLikelihood(A, batch.Labels), logP,
            CategoricalEquations.NegativeLogLikelihoodGradient(logP, batch.Labels)).ThrowIfFailed();
    }

    // S2-116 S3-039: with two classes it is the binary cross-entropy, and the difference of the logits is the one logit.
    [Property]
    public void Two_classes_are_the_binary_loss(BinaryBatch batch)
    {
        Matrix<double> Y = Matrix<double>.Build.DenseOfRowArrays(batch.Labels, [.. batch.Labels.Select(y => 1 - y)]);
        Matrix<double> P = Matrix<double>.Build.DenseOfRowArrays(batch.Probabilities, [.. batch.Probabilities.Select(p => 1 - p)]);
        Matrix<double> Z = Matrix<double>.Build.DenseOfRowArrays(batch.Logits, new double[batch.Logits.Length]);
        Digits.Agree(ScalarBinaryCrossEntropy.Mean(batch.Probabilities, batch.Labels), CategoricalEquations.CrossEntropy(P, Y), 12);
        Digits.Agree(ScalarBinaryCrossEntropy.OfLogits(batch.Logits, batch.Labels), CategoricalEquations.CrossEntropyOfLogits(Z, Y), 9);
    }

    // (3.16) (3.19) S1-040: duplicating the batch changes neither the mean nor, in sum over the copies, its gradient.
    [Property]
    public void A_duplicated_batch_has_the_same_mean(ClassBatch batch)
    {
        Matrix<double> Z = batch.Logits.Append(batch.Logits), Y = batch.SoftTargets.Append(batch.SoftTargets);
        Digits.Agree(CategoricalEquations.CrossEntropyOfLogits(batch.Logits, batch.SoftTargets), CategoricalEquations.CrossEntropyOfLogits(Z, Y), 12);
        Matrix<double> dZ = CategoricalEquations.CrossEntropyOfLogitsGradient(Z, Y);
        Digits.Agree(
            CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, batch.SoftTargets),
            2 * dZ.SubMatrix(0, Z.RowCount, 0, batch.Labels.Length), 12);
    }

    // (3.20) S1-022 S1-023: one 1 in each of N columns, the way back, and every two categories √2 apart.
    [Property]
    public void One_hot_columns_are_unit_vectors_and_decode(ClassBatch batch)
    {
        Matrix<double> Y = OneHot.Encode(batch.Labels, batch.Logits.RowCount);
        Digits.Agree(batch.OneHot, Y, 15);
        Assert.Equal(batch.Labels.Length, Y.Enumerate().Count(v => v == 1));
        Assert.Equal(batch.Labels, OneHot.Decode(Y));
        Matrix<double> all = OneHot.Encode([.. Enumerable.Range(0, Y.RowCount)], Y.RowCount);
        Digits.Agree(Matrix<double>.Build.DenseIdentity(Y.RowCount), all, 15);
        Digits.Agree(Math.Sqrt(2), (all.Column(0) - all.Column(1)).L2Norm(), 14);
    }

    // S1-022: Red, Blue, Green in the order in which they appear, not of the alphabet.
    [Fact]
    public void Words_are_numbered_as_they_appear()
    {
        (IReadOnlyList<string> categories, Matrix<double> Y) = OneHot.Encode(["Red", "Blue", "Red", "Green"]);
        Assert.Equal(["Red", "Blue", "Green"], categories);
        Assert.Equal([0, 1, 0, 2], OneHot.Decode(Y));
        Assert.Equal([0.0, 1.0, 0.0], OneHot.Encode(1, 3));
    }

    // (3.38) S3-227: equal accuracy, half the cross-entropy, and the scores computed by hand.
    [Fact]
    public void Two_classifiers_of_equal_accuracy_differ_in_cross_entropy()
    {
        Digits.Agree(2.0 / 3, Classifiers.Accuracy(Classifiers.First, Classifiers.Labels), 15);
        Digits.Agree(2.0 / 3, Classifiers.Accuracy(Classifiers.Second, Classifiers.Labels), 15);
        Digits.Agree(-(2 * Math.Log(0.8) + Math.Log(0.4)) / 3, CategoricalEquations.CrossEntropy(Classifiers.First, Classifiers.Labels), 14);
        Digits.Agree(-Math.Log(0.4), CategoricalEquations.CrossEntropy(Classifiers.Second, Classifiers.Labels), 14);
        Digits.Agree((0.06 + 0.06 + 0.62) / 3, Classifiers.Brier(Classifiers.First, Classifiers.Labels), 13);
    }

    // (3.38) S3-227: scores are means over samples, not over classes.
    [Property]
    public void Brier_is_a_mean_over_samples(ClassBatch batch)
    {
        Matrix<double> P = ActivationEquations.Softmax(batch.Logits);
        double mean = Enumerable.Range(0, P.ColumnCount).Average(n => (P.Column(n) - batch.OneHot.Column(n)).Sum(d => d * d));
        Digits.Agree(mean, Classifiers.Brier(P, batch.OneHot), 13);
        Digits.Agree(batch.Labels.Select((label, n) => P.Column(n).MaximumIndex() == label ? 1.0 : 0).Average(), Classifiers.Accuracy(P, batch.OneHot), 14);
    }
}
