using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Perceptrons;

namespace Reference.Classification.Tests;

public class ModelTests
{
    // (7.1) (7.3) S1-042 S4-093 S4-096 S4-097 S4-098: three forms, one model; the linear part and the sigmoid one behind the other are it.
    [Property]
    public void All_forms_of_the_model_agree(Seed seed, Positive sharpness)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double t = sharpness.Value / 10;
        var model = new LogisticRegression(p.w, p.B);
        Vector<double> ŷ = LogisticEquations.Predict(p.W, p.B, p.X), z = LogisticEquations.Scores(p.W, p.B, p.X);
        for (int n = 0; n < p.Labels.Length; n++)
        {
            Assert.Equal(ScalarLogisticRegression.Predict(p.w, p.B, p.Point(n)), ŷ[n], 1e-14);
            Assert.Equal(ScalarActivations.Sigmoid(z[n]), ŷ[n], 1e-14);
            Assert.Equal(ŷ[n], model.Predict(p.X)[0, n], 1e-14);
        }

        Assert.Equal(ŷ.Select(v => ScalarLogisticRegression.Class(v, t)), LogisticEquations.Classes(p.W, p.B, p.X, t));
        Assert.Equal(LogisticEquations.Classes(p.W, p.B, p.X, t), model.Classify(p.X, t));
        Assert.Equal(LogisticEquations.Classes(p.W, p.B, p.X), model.Classify(p.X));
        Assert.Equal(p.w, model.Line.W);
        Assert.Equal(p.B, model.Line.B);
    }

    // (7.2) S1-042: what is linear is the log-odds, and one more of a feature multiplies the odds by e^w.
    [Property]
    public void A_step_along_a_feature_multiplies_the_odds(Neuron neuron)
    {
        double Odds(double[] x)
        {
            double ŷ = ScalarLogisticRegression.Predict(neuron.Weights, neuron.Bias, x);
            return ŷ / (1 - ŷ);
        }

        // Where ŷ rounds to 0 or 1 the odds have no digits left.
        if (Math.Abs(ScalarPerceptron.Score(neuron.Weights, neuron.Bias, neuron.Input)) > 12 || Math.Abs(neuron.Weights[0]) > 6)
        {
            return;
        }

        double[] moved = [.. neuron.Input];
        moved[0] += 1;
        Assert.Equal(Math.Exp(neuron.Weights[0]), Odds(moved) / Odds(neuron.Input), 1e-5 * Math.Exp(neuron.Weights[0]));
        Assert.Equal(
            ScalarPerceptron.Score(neuron.Weights, neuron.Bias, neuron.Input),
            ScalarLogisticRegression.LogOdds(ScalarLogisticRegression.Predict(neuron.Weights, neuron.Bias, neuron.Input)), 1e-5);
    }

    // (7.3) S4-098: a threshold on the probability is a threshold on the score, at the log-odds of it.
    [Property]
    public void A_threshold_moves_the_line_and_does_not_turn_it(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        foreach (double t in new[] { 0.05, 0.3, 0.5, 0.8 })
        {
            int[] byScore = [.. LogisticEquations.Scores(p.W, p.B, p.X).Select(z => z >= ScalarLogisticRegression.LogOdds(t) ? 1 : 0)];
            Assert.Equal(byScore, LogisticEquations.Classes(p.W, p.B, p.X, t));
        }

        Assert.Equal(1, ScalarLogisticRegression.Class(0.5));
        Assert.Equal(0, ScalarLogisticRegression.Class(0.5, 0.51));
        Assert.Equal([1], LogisticEquations.Classes(Vector<double>.Build.Dense(1), 0, Matrix<double>.Build.Dense(1, 1, 7), 0.5));
        Assert.Equal(1, ScalarLogisticRegression.Class(0, 0));
    }

    // (7.4) (7.5) S1-043 S1-044 S1-045 S1-054: the error of a set is the mean over its points, in every form.
    [Property]
    public void All_forms_of_the_error_agree(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double mean = Enumerable.Range(0, p.Labels.Length)
            .Average(n => ScalarLogisticRegression.PointError(ScalarLogisticRegression.Predict(p.w, p.B, p.Point(n)), p.Labels[n]));
        Assert.Equal(mean, ScalarLogisticRegression.Loss(p.w, p.B, p.Points, p.Labels), 1e-12 * (1 + mean));
        Assert.Equal(mean, LogisticEquations.Loss(p.W, p.B, p.X, p.Y), 1e-12 * (1 + mean));
        Assert.Equal(mean, new LogisticRegression(p.w, p.B).Loss(p.X, p.Labels), 1e-12 * (1 + mean));
    }

    // (7.6) S0-196: the form on the score is the error of (7.4) where that has digits, and right where it has none.
    [Property]
    public void The_error_of_a_score_is_stable(Number number)
    {
        foreach (int y in new[] { 0, 1 })
        {
            double z = number.Value, ŷ = ScalarActivations.Sigmoid(z);
            Assert.Equal(ScalarLogisticRegression.PointError(ŷ, y), ScalarLogisticRegression.PointErrorOfScore(z, y), 1e-10);
            Assert.Equal(ScalarBinaryCrossEntropy.OfLogits([z], [y]), ScalarLogisticRegression.PointErrorOfScore(z, y), 1e-13);
        }

        Assert.Equal(1000, ScalarLogisticRegression.PointErrorOfScore(-1000, 1));
        Assert.Equal(1000, ScalarLogisticRegression.PointErrorOfScore(1000, 0));
        Assert.Equal(0, ScalarLogisticRegression.PointErrorOfScore(1000, 1));
        Assert.Equal(Math.Exp(-40), ScalarLogisticRegression.PointErrorOfScore(40, 1), 1e-24); // where 1 − σ(40) rounds to 0
    }

    // (7.5) S1-043: convex, so that every chord lies above the error.
    [Property]
    public void The_error_is_convex(Seed seed, PairOfVectors ends)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double[] At(double[] end) => [.. Enumerable.Range(0, p.W.Count + 1).Select(i => end[i % end.Length] * (1 + i / 7.0))];
        (double[] a, double[] b) = (At(ends.A), At(ends.B));
        double E(double[] θ) => ScalarLogisticRegression.Loss(θ[..^1], θ[^1], p.Points, p.Labels);
        for (double t = 0.1; t < 1; t += 0.2)
        {
            Assert.True(E([.. a.Zip(b, (u, v) => (1 - t) * u + t * v)]) <= (1 - t) * E(a) + t * E(b) + 1e-12);
        }
    }

    // S1-046: two classes, one-hot, are the binary error.
    [Property]
    public void The_error_of_two_classes_is_the_binary_one(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed, classes: 2);
        (Vector<double> w, double b) = SoftmaxRegressionEquations.AsLogistic(s.W, s.B);
        Assert.Equal(
            ScalarSoftmaxRegression.Loss(s.w, s.b, s.X.ToArray(), s.Labels),
            ScalarLogisticRegression.Loss(w.ToArray(), b, s.X.ToArray(), s.Labels),
            1e-12);
    }
}
