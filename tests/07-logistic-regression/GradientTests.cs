using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Classification.Tests;

public class GradientTests
{
    // (7.7) S1-055: every weight, the bias and the points, with a random upstream.
    [Property(MaxTest = 40)]
    public void The_gradients_of_the_prediction_are_right(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        var upstream = Vector<double>.Build.Dense(new RandomStream(seed.Value + 1).Normals(p.Labels.Length));
        (Vector<double> dw, double db, Matrix<double> dX) = LogisticEquations.PredictBackward(p.W, p.B, p.X, upstream);
        if (p.Labels.Length > 1)
        {
            GradientCheck.Smooth(w => LogisticEquations.Predict(w, p.B, p.X), p.W, upstream, dw).ThrowIfFailed();
            GradientCheck.Smooth(X => LogisticEquations.Predict(p.W, p.B, X), p.X, upstream, dX).ThrowIfFailed();
        }

        GradientCheck.Smooth(b => LogisticEquations.Predict(p.W, b, p.X) * upstream, p.B, db).ThrowIfFailed();
        (double[] ofWeights, double ofBias) = ScalarLogisticRegression.PredictionGradient(p.w, p.B, p.Point(0));
        GradientCheck.Smooth(w => ScalarLogisticRegression.Predict(w, p.B, p.Point(0)), p.w, ofWeights).ThrowIfFailed();
        GradientCheck.Smooth(b => ScalarLogisticRegression.Predict(p.w, b, p.Point(0)), p.B, ofBias).ThrowIfFailed();
    }

    // (7.8) S1-050 S1-056 S1-057: for both labels.
    [Property(MaxTest = 40)]
    public void The_gradient_of_a_point_is_minus_the_error_times_the_point(Neuron neuron)
    {
        double[] x = [.. neuron.Input.Select(v => v / 4)]; // a numerical derivative of a steep exponential has few digits
        foreach (int y in new[] { 0, 1 })
        {
            (double[] dw, double db) = ScalarLogisticRegression.PointGradient(neuron.Weights, neuron.Bias, x, y);
            GradientCheck.Smooth(
                w => ScalarLogisticRegression.PointErrorOfScore(Perceptrons.ScalarPerceptron.Score(w, neuron.Bias, x), y), neuron.Weights, dw)
            .ThrowIfFailed();
            GradientCheck.Smooth(
                b => ScalarLogisticRegression.PointErrorOfScore(Perceptrons.ScalarPerceptron.Score(neuron.Weights, b, x), y), neuron.Bias, db)
            .ThrowIfFailed();

            // S1-058: parallel to (x, 1), the factor being the bias's own.
            Assert.All(dw.Zip(x), pair => Assert.Equal(db * pair.Second, pair.First, 1e-14 * Math.Abs(pair.First)));
            Assert.Equal(y == 1, db <= 0);
        }
    }

    // (7.9) S1-054: the mean of the points' gradients, in every form, and the slope of the error.
    [Property(MaxTest = 60)]
    public void The_gradient_of_a_set_is_the_mean_of_its_points(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        (Vector<double> dw, double db) = LogisticEquations.Gradient(p.W, p.B, p.X, p.Y);
        GradientCheck.Smooth(w => LogisticEquations.Loss(w, p.B, p.X, p.Y), p.W, dw).ThrowIfFailed();
        GradientCheck.Smooth(b => LogisticEquations.Loss(p.W, b, p.X, p.Y), p.B, db).ThrowIfFailed();
        (double[] scalarDw, double scalarDb) = ScalarLogisticRegression.Gradient(p.w, p.B, p.Points, p.Labels);
        var model = new LogisticRegression(p.w, p.B);
        model.AddGradient(p.X, p.Labels);
        for (int j = 0; j < dw.Count; j++)
        {
            double mean = Enumerable.Range(0, p.Labels.Length).Average(n => ScalarLogisticRegression.PointGradient(p.w, p.B, p.Point(n), p.Labels[n]).DW[j]);
            Assert.Equal(mean, dw[j], 1e-13);
            Assert.Equal(mean, scalarDw[j], 1e-13);
            Assert.Equal(mean, model.W.Gradient[0, j], 1e-13);
        }

        Assert.Equal(db, scalarDb, 1e-13);
        Assert.Equal(db, model.B.Gradient[0, 0], 1e-13);
    }

    // (7.9): the mean does not notice that every point is there twice.
    [Property(MaxTest = 40)]
    public void A_duplicated_set_has_the_same_gradient(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        (Vector<double> once, double biasOnce) = LogisticEquations.Gradient(p.W, p.B, p.X, p.Y);
        (Vector<double> twice, double biasTwice) = LogisticEquations.Gradient(p.W, p.B, p.X.Append(p.X), Vector<double>.Build.Dense([.. p.Y, .. p.Y]));
        Assert.True((once - twice).InfinityNorm() < 1e-13);
        Assert.Equal(biasOnce, biasTwice, 1e-13);
    }

    // (7.13) S1-047: the price on long weights and its slope; the bias is free.
    [Property(MaxTest = 60)]
    public void The_price_of_weights_adds_its_slope(Seed seed, Positive price)
    {
        RandomPoints p = RandomPoints.Of(seed);
        double λ = price.Value;
        (Vector<double> dw, double db) = LogisticEquations.RidgeGradient(p.W, p.B, p.X, p.Y, λ);
        GradientCheck.Smooth(w => LogisticEquations.RidgeError(w, p.B, p.X, p.Y, λ), p.W, dw).ThrowIfFailed();
        GradientCheck.Smooth(b => LogisticEquations.RidgeError(p.W, b, p.X, p.Y, λ), p.B, db).ThrowIfFailed();
        var model = new LogisticRegression(p.w, p.B) { Ridge = λ };
        double error = model.AddGradient(p.X, p.Labels);
        Assert.Equal(LogisticEquations.RidgeError(p.W, p.B, p.X, p.Y, λ), error, 1e-12 * (1 + error));
        Assert.True((model.W.Gradient.Row(0) - dw).InfinityNorm() < 1e-12 * (1 + dw.InfinityNorm()));
        Assert.Equal(db, model.B.Gradient[0, 0], 1e-13);
        Assert.Equal(LogisticEquations.Loss(p.W, p.B, p.X, p.Y), LogisticEquations.RidgeError(p.W, p.B, p.X, p.Y, 0), 1e-15);
    }
}
