using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Classification.Tests;

/// <summary>The model of two classes, its loss and its gradients.</summary>
public class LogisticRegressionTests
{
    // (7.1) (7.3) S1-042 S4-093 S4-096 S4-097 S4-098: scalar = equations = model; a linear part, then the sigmoid.
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
    }

    // (7.2) S1-042: the log-odds are the score, so one more of a feature multiplies the odds by e^w.
    [Property]
    public void A_step_along_a_feature_multiplies_the_odds(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double[] x = p.Point(0), moved = [x[0] + 1, .. x[1..]];
        double before = ScalarLogisticRegression.LogOdds(ScalarLogisticRegression.Predict(p.w, p.B, x));
        double after = ScalarLogisticRegression.LogOdds(ScalarLogisticRegression.Predict(p.w, p.B, moved));
        Assert.Equal(ScalarLogisticRegression.Score(p.w, p.B, x), before, 1e-9);
        Assert.Equal(Math.Exp(p.w[0]), Math.Exp(after) / Math.Exp(before), 1e-9 * Math.Exp(p.w[0]));
    }

    // (7.2): a probability of 0 or 1 has infinite odds, anything outside [0, 1] none.
    [Fact]
    public void Certainty_has_infinite_odds() => Assert.Equal(
        [double.NegativeInfinity, 0, double.PositiveInfinity, double.NaN],
        new[] { 0, 0.5, 1, 1.1 }.Select(ScalarLogisticRegression.LogOdds));

    // (7.3) S4-098: a threshold on the probability is a threshold on the score, at its log-odds.
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

        Assert.Equal((1, 0, 1), (
            ScalarLogisticRegression.Class(0.5), ScalarLogisticRegression.Class(0.5, 0.51),
            ScalarLogisticRegression.Class(0, 0)));
    }

    // (7.4) (7.5) S1-043 S1-044 S1-045 S1-054: the loss of a set is the mean over its points, in every form.
    [Property]
    public void All_forms_of_the_loss_agree(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double mean = p.Labels.Select((y, n) => (y, ŷ: ScalarLogisticRegression.Predict(p.w, p.B, p.Point(n))))
            .Average(s => -s.y * Math.Log(s.ŷ) - (1 - s.y) * Math.Log(1 - s.ŷ));
        double tolerance = 1e-12 * (1 + mean);
        Assert.Equal(mean, p.Labels.Select((y, n) => ScalarLogisticRegression.PointLoss(
            ScalarLogisticRegression.Predict(p.w, p.B, p.Point(n)), y)).Average(), tolerance);
        Assert.Equal(mean, ScalarLogisticRegression.Loss(p.w, p.B, p.Points, p.Labels), tolerance);
        Assert.Equal(mean, LogisticEquations.Loss(p.W, p.B, p.X, p.Y), tolerance);
        Assert.Equal(mean, new LogisticRegression(p.w, p.B).Loss(p.X, p.Labels), tolerance);
    }

    // (7.6) S0-196: the loss of a score is (7.4) where that has digits, and right where it has none.
    [Property]
    public void The_loss_of_a_score_is_stable(Number number)
    {
        foreach (int y in new[] { 0, 1 })
        {
            double z = number.Value, loss = ScalarLogisticRegression.LossOfScore(z, y);
            Assert.Equal(ScalarLogisticRegression.PointLoss(ScalarActivations.Sigmoid(z), y), loss, 1e-10);
            Assert.Equal(ScalarBinaryCrossEntropy.OfLogits([z], [y]), loss, 1e-13);
        }

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
        double[] At(double[] end) =>
            [.. Enumerable.Range(0, p.W.Count + 1).Select(i => end[i % end.Length] * (1 + i / 7.0))];
        (double[] a, double[] b) = (At(ends.A), At(ends.B));
        double E(double[] θ) => ScalarLogisticRegression.Loss(θ[..^1], θ[^1], p.Points, p.Labels);
        for (double t = 0.1; t < 1; t += 0.2)
        {
            Assert.True(E([.. a.Zip(b, (u, v) => (1 - t) * u + t * v)]) <= (1 - t) * E(a) + t * E(b) + 1e-12);
        }
    }

    // (7.7) S1-055: by every weight, the bias and the points, with a random upstream gradient.
    [Property(MaxTest = 40)]
    public void The_gradients_of_the_prediction_are_right(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        var upstream = Vector<double>.Build.Dense(new RandomStream(seed.Value + 1).Normals(p.Labels.Length));
        (Vector<double> dw, double db, Matrix<double> dX) = LogisticEquations.PredictBackward(p.W, p.B, p.X, upstream);
        double Sum(Vector<double> w, double b, Matrix<double> X) => LogisticEquations.Predict(w, b, X) * upstream;
        GradientCheck.Smooth(w => Sum(w, p.B, p.X), p.W, dw).ThrowIfFailed();
        GradientCheck.Smooth(X => Sum(p.W, p.B, X), p.X, dX).ThrowIfFailed();
        GradientCheck.Smooth(b => Sum(p.W, b, p.X), p.B, db).ThrowIfFailed();
        (double[] dŷdw, double dŷdb) = ScalarLogisticRegression.PredictionGradient(p.w, p.B, p.Point(0));
        GradientCheck.Smooth(w => ScalarLogisticRegression.Predict(w, p.B, p.Point(0)), p.w, dŷdw).ThrowIfFailed();
        GradientCheck.Smooth(b => ScalarLogisticRegression.Predict(p.w, b, p.Point(0)), p.B, dŷdb).ThrowIfFailed();
    }

    // (7.8) (7.9) S1-050 S1-054 S1-056 S1-057: −(y − ŷ)(x, 1) for a point, the mean for a set, in every form.
    [Property(MaxTest = 60)]
    public void The_gradient_of_a_set_is_the_mean_of_its_points(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        (double[] W, double B)[] points = [.. p.Labels.Select((y, n) =>
        {
            double[] x = p.Point(n);
            (double[] dw, double db) = ScalarLogisticRegression.PointGradient(p.w, p.B, x, y);
            Assert.Equal(ScalarLogisticRegression.Predict(p.w, p.B, x) - y, db, 1e-15);
            Assert.All(dw.Zip(x), s => Assert.Equal(db * s.Second, s.First, 1e-15)); // S1-058: parallel to (x, 1)
            return (dw, db);
        })];
        double[] mean = [.. p.w.Select((_, j) => points.Average(g => g.W[j])), points.Average(g => g.B)];
        (Vector<double> dw, double db) = LogisticEquations.Gradient(p.W, p.B, p.X, p.Y);
        (double[] scalarDw, double scalarDb) = ScalarLogisticRegression.Gradient(p.w, p.B, p.Points, p.Labels);
        var model = new LogisticRegression(p.w, p.B);
        model.AddGradient(p.X, p.Labels);
        foreach (double[] gradient in new double[][]
            { [.. dw, db], [.. scalarDw, scalarDb], [.. model.W.Gradients, .. model.B.Gradients] })
        {
            Assert.All(mean.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
        }

        GradientCheck.Smooth(w => LogisticEquations.Loss(w, p.B, p.X, p.Y), p.W, dw).ThrowIfFailed();
        GradientCheck.Smooth(b => LogisticEquations.Loss(p.W, b, p.X, p.Y), p.B, db).ThrowIfFailed();

        // The mean does not change when every point is there twice.
        var labels = Vector<double>.Build.Dense([.. p.Y, .. p.Y]);
        (Vector<double> twice, double biasTwice) = LogisticEquations.Gradient(p.W, p.B, p.X.Append(p.X), labels);
        Assert.True((dw - twice).InfinityNorm() < 1e-13);
        Assert.Equal(db, biasTwice, 1e-13);
    }

    // (7.13) S1-047: the L2 penalty and its derivative; the bias is free.
    [Property(MaxTest = 60)]
    public void The_penalty_adds_its_derivative(Seed seed, Positive weight)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double λ = weight.Value;
        (Vector<double> dw, double db) = LogisticEquations.RidgeGradient(p.W, p.B, p.X, p.Y, λ);
        GradientCheck.Smooth(w => LogisticEquations.RidgeLoss(w, p.B, p.X, p.Y, λ), p.W, dw).ThrowIfFailed();
        GradientCheck.Smooth(b => LogisticEquations.RidgeLoss(p.W, b, p.X, p.Y, λ), p.B, db).ThrowIfFailed();
        double ridge = LogisticEquations.RidgeLoss(p.W, p.B, p.X, p.Y, λ), tolerance = 1e-12 * (1 + ridge);
        Assert.Equal(
            LogisticEquations.Loss(p.W, p.B, p.X, p.Y) + λ / 2 * p.w.Sum(w => w * w), ridge, tolerance);
        var model = new LogisticRegression(p.w, p.B) { Ridge = λ };
        Assert.Equal(ridge, model.AddGradient(p.X, p.Labels), tolerance);
        Assert.True((model.W.Gradient.Row(0) - dw).InfinityNorm() < 1e-12 * (1 + dw.InfinityNorm()));
        Assert.Equal(db, model.B.Gradient[0, 0], 1e-13);
    }
}
