using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Verification;

namespace Reference.Classification.Tests;

/// <summary>The model of two classes, its loss and its gradients.</summary>
public class LogisticRegressionTests
{
    // (7.1) (7.3) (7.16) S1-042 S4-093 S4-096 S4-097 S4-098: all forms agree; a linear part, then the sigmoid.
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
            Assert.Equal(1 / (1 + Math.Exp(-z[n])), ŷ[n], 1e-14);
            Assert.Equal(ŷ[n], model.Predict(p.X)[0, n], 1e-14);
        }

        Assert.Equal(ŷ.Select(v => ScalarLogisticRegression.Class(v, t)), LogisticEquations.Classes(p.W, p.B, p.X, t));
        Assert.Equal(LogisticEquations.Classes(p.W, p.B, p.X, t), model.Classify(p.X, t));
        Assert.Equal(LogisticEquations.Classes(p.W, p.B, p.X), model.Classify(p.X));
        Assert.Equal(p.Line.Classes(p.Points), model.Classify(p.X));
        Assert.Equal(p.w.Append(p.B), model.Line.W.Append(model.Line.B));
        Assert.Equal(p.w.Length + 1, model.ParameterCount);
    }

    // (7.2) (7.3) S1-042 S4-098: the log-odds are the score, so a threshold on the probability is one on the score.
    [Property]
    public void A_threshold_moves_the_line_and_does_not_turn_it(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        foreach (double t in new[] { 0.05, 0.3, 0.5, 0.8 })
        {
            double odds = ScalarLogisticRegression.LogOdds(t);
            Assert.Equal(
                LogisticEquations.Scores(p.W, p.B, p.X).Select(z => z >= odds ? 1 : 0),
                LogisticEquations.Classes(p.W, p.B, p.X, t));
        }

        Assert.Equal([1, 0, 1], new[] { (0.5, 0.5), (0.5, 0.51), (0, 0) }
            .Select(p => ScalarLogisticRegression.Class(p.Item1, p.Item2)));
        Assert.Equal( // no odds outside [0, 1]
            [double.NegativeInfinity, 0, double.PositiveInfinity, double.NaN],
            new[] { 0, 0.5, 1, 1.1 }.Select(ScalarLogisticRegression.LogOdds));
    }

    // (7.4) (7.5) S1-043 S1-044 S1-045 S1-054: the loss of a set is the mean over its points, in every form.
    [Property]
    public void All_forms_of_the_loss_agree(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        (int Y, double ŷ)[] points =
            [.. p.Labels.Select((y, n) => (y, ScalarLogisticRegression.Predict(p.w, p.B, p.Point(n))))];
        double mean = points.Average(s => -s.Y * Math.Log(s.ŷ) - (1 - s.Y) * Math.Log(1 - s.ŷ));
        Assert.All(
            new[]
            {
                points.Average(s => ScalarLogisticRegression.PointLoss(s.ŷ, s.Y)),
                ScalarLogisticRegression.Loss(p.w, p.B, p.Points, p.Labels),
                LogisticEquations.Loss(p.W, p.B, p.X, p.Y), new LogisticRegression(p.w, p.B).Loss(p.X, p.Labels),
            },
            // ln(1 − ŷ) is as wrong as ŷ, over 1 − ŷ
            loss => Assert.Equal(mean, loss, 1e-14 * points.Average(s => 1 / (s.ŷ * (1 - s.ŷ)))));
    }

    // (7.6) S0-196: the loss of a score is (7.4) where that has digits, and right where it has none.
    [Property]
    public void The_loss_of_a_score_is_stable(Number number)
    {
        double z = number.Value;
        Assert.All(new[] { 0, 1 }, y =>
        {
            double loss = ScalarLogisticRegression.LossOfScore(z, y);
            Assert.Equal(ScalarLogisticRegression.PointLoss(ScalarActivations.Sigmoid(z), y), loss,
                1e-15 * (1 + Math.Exp(Math.Abs(z)))); // ε / (1 − σ)
            Assert.Equal(ScalarBinaryCrossEntropy.OfLogits([z], [y]), loss, 1e-13);
        });
        Assert.Equal(1000, ScalarLogisticRegression.LossOfScore(-1000, 1));
        Assert.Equal(1000, ScalarLogisticRegression.LossOfScore(1000, 0));
        Assert.Equal(0, ScalarLogisticRegression.LossOfScore(1000, 1));
        Assert.Equal(Math.Exp(-40), ScalarLogisticRegression.LossOfScore(40, 1), 1e-24); // 1 − σ(40) rounds to 0
        Assert.Equal(Math.Log(2), ScalarLogisticRegression.LossOfScore(0, 1), 1e-16); // untrained, w = 0 and b = 0
    }

    // (7.5) S1-043: convex: every chord lies above the loss.
    [Property]
    public void The_loss_is_convex(Seed seed, PairOfVectors ends)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double[] At(double[] end) => [.. Enumerable.Range(1, p.W.Count + 1).Select(i => i * end[i % end.Length])];
        (double[] a, double[] b) = (At(ends.A), At(ends.B));
        double E(double[] θ) => ScalarLogisticRegression.Loss(θ[..^1], θ[^1], p.Points, p.Labels);
        double terms = a.Concat(b).Sum(Math.Abs) * (1 + p.X.Enumerate().Max(Math.Abs)); // of the scores
        Assert.All(new[] { 0.1, 0.3, 0.5, 0.9 }, t =>
            Assert.True(E([.. a.Zip(b, (u, v) => (1 - t) * u + t * v)])
                <= (1 - t) * E(a) + t * E(b) + 1e-15 * (1 + terms)));
    }

    // (7.2) (7.7) (7.8) (7.14): by mpmath, where 1 − ŷ or y − ŷ would leave no digit.
    [Fact]
    public void Even_odds_and_certain_points_keep_their_digits()
    {
        Digits.Agree(4.000000330961484e-10, ScalarLogisticRegression.LogOdds(0.5 + 1e-10), 14);
        Digits.Agree(-46.05170185988091, ScalarLogisticRegression.LogOdds(1e-20), 14);
        Assert.All( // σ(−40)
            [ScalarLogisticRegression.PredictionGradient([40], 0, [1]).DB,
                -ScalarLogisticRegression.PointGradient([40], 0, [1], 1).DB,
                -ScalarSoftmaxRegression.Gradient(new double[2, 1], [40, 0], new double[1, 1], [0]).DB[0]],
            p => Digits.Agree(4.248354255291589e-18, p, 14));
    }

    // (7.7) S1-055; (7.8) S1-050 S1-056 S1-057 S1-058: −(y − ŷ)(x, 1), for either label.
    [Property(MaxTest = 40)]
    public void The_gradients_of_a_point_are_right(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double[] x = p.Point(0);
        (double[] dw, double db) = ScalarLogisticRegression.PredictionGradient(p.w, p.B, x);
        GradientCheck.Smooth(w => ScalarLogisticRegression.Predict(w, p.B, x), p.w, dw).ThrowIfFailed();
        GradientCheck.Smooth(b => ScalarLogisticRegression.Predict(p.w, b, x), p.B, db).ThrowIfFailed();
        foreach (int y in new[] { 0, 1 })
        {
            (dw, db) = ScalarLogisticRegression.PointGradient(p.w, p.B, x, y);
            Assert.Equal(ScalarLogisticRegression.Predict(p.w, p.B, x) - y, db, 1e-15);
            Assert.All(dw.Zip(x), s => Assert.Equal(db * s.Second, s.First, 1e-15));
        }
    }

    // (7.8) S1-054: the mean over the points, in every form; the same when every point is there twice.
    [Property(MaxTest = 60)]
    public void The_gradient_of_a_set_is_the_mean_of_its_points(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        (double[] W, double B)[] points =
            [.. p.Labels.Select((y, n) => ScalarLogisticRegression.PointGradient(p.w, p.B, p.Point(n), y))];
        double[] mean = [.. p.w.Select((_, j) => points.Average(g => g.W[j])), points.Average(g => g.B)];
        (Vector<double> dw, double db, Matrix<double> dX) = LogisticEquations.Gradient(p.W, p.B, p.X, p.Y);
        (double[] scalarDw, double scalarDb) = ScalarLogisticRegression.Gradient(p.w, p.B, p.Points, p.Labels);
        (Vector<double> twice, double biasTwice, _) = LogisticEquations.Gradient(
            p.W, p.B, p.X.Append(p.X), Vector<double>.Build.Dense([.. p.Y, .. p.Y]));
        var model = new LogisticRegression(p.w, p.B);
        model.AddGradient(p.X, p.Labels);
        Assert.All(
            new double[][]
            {
                [.. dw, db], [.. scalarDw, scalarDb], [.. model.W.Gradients, .. model.B.Gradients],
                [.. twice, biasTwice],
            },
            gradient => Assert.All(mean.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-13)));
        GradientCheck.Smooth(w => LogisticEquations.Loss(w, p.B, p.X, p.Y), p.W, dw).ThrowIfFailed();
        GradientCheck.Smooth(b => LogisticEquations.Loss(p.W, b, p.X, p.Y), p.B, db).ThrowIfFailed();
        GradientCheck.Smooth(X => LogisticEquations.Loss(p.W, p.B, X, p.Y), p.X, dX).ThrowIfFailed();
    }

    // (7.12) S1-047: the L2 penalty and its derivative; the bias is free. For both models.
    [Property(MaxTest = 60)]
    public void The_penalty_adds_its_derivative(Seed seed, Positive weight)
    {
        RandomPoints p = RandomPoints.Of(seed);
        RandomSamples s = RandomSamples.Of(seed);
        double λ = weight.Value;
        (LinearClassifier Free, LinearClassifier Penalized, Matrix<double> X, int[] Labels)[] pairs =
        [
            (new LogisticRegression(p.w, p.B), new LogisticRegression(p.w, p.B) { Ridge = λ }, p.X, p.Labels),
            (new SoftmaxRegression(s.W, s.B), new SoftmaxRegression(s.W, s.B) { Ridge = λ }, s.X, s.Labels),
        ];
        foreach ((LinearClassifier free, LinearClassifier penalized, Matrix<double> X, int[] labels) in pairs)
        {
            double penalty = penalized.AddGradient(X, labels) - free.AddGradient(X, labels);
            Assert.Equal(λ / 2 * free.W.Value.Enumerate().Sum(w => w * w), penalty, 1e-11 * (1 + penalty));
            Assert.True((penalized.W.Gradient - free.W.Gradient - λ * free.W.Value).InfinityNorm() < 1e-11);
            Assert.Equal(free.B.Gradient, penalized.B.Gradient);
        }
    }
}
