using MathNet.Numerics.LinearAlgebra;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

/// <summary>The bonus exercise: found weights, the loop by hand against the model, and the edge of its rate.</summary>
public class BonusTests
{
    // S2-091 S2-092: noiseless targets give the known weights back, noisy ones nearly; the first are in [0, 1).
    [Fact]
    public void The_weights_that_drew_the_bonuses_are_found()
    {
        Assert.All(BonusExercise.Start(0).Values.ToArray(), w => Assert.InRange(w, 0, 0.99999994));
        var exact = new BonusExercise(noise: 0);
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(exact.X, exact.Y);
        Assert.True(RelativeError.ByNorm([.. BonusExercise.Weights], [.. W.Row(0), b[0, 0]]) < 1e-10);
        var noisy = new BonusExercise();
        (W, b) = NormalEquations.Solve(noisy.X, noisy.Y);
        // 40 samples, noise ½
        Assert.All(W.Row(0).Zip(BonusExercise.Weights), p => Assert.Equal(p.Second, p.First, 0.2));
    }

    // (6.19) S2-093: the loop by hand is the model's training, loss by loss.
    [Fact]
    public void The_handwritten_loop_is_descent()
    {
        var exercise = new BonusExercise();
        Parameter θ = BonusExercise.Start(7);
        var model = new LinearRegression(θ.Value.SubMatrix(0, 3, 0, 1).Transpose(), θ.Value.SubMatrix(3, 1, 0, 1));
        IReadOnlyList<double> byHand = exercise.TrainByHand(θ, BonusExercise.LearningRate, 200),
            byModel = model.Train(new GradientDescent(model.Parameters, BonusExercise.LearningRate), exercise.X,
                exercise.Y, 200);
        Assert.True(RelativeError.ByNorm([.. byHand], [.. byModel]) < 1e-10);
        Assert.True(RelativeError.ByNorm(θ.Value, model.Weight.Value.Append(model.Bias.Value).Transpose()) < 1e-10);
        Assert.Equal([0.0, 0, 0, 0], θ.Gradients.ToArray());
    }

    // (6.20) S2-093: 5000 epochs end at the normal equations, but for e^(−0.006·0.198·5000) = 0.3 % of the way.
    [Fact]
    public void Five_thousand_epochs_end_at_the_normal_equations()
    {
        var exercise = new BonusExercise();
        Parameter θ = BonusExercise.Start(0);
        IReadOnlyList<double> losses = exercise.TrainByHand(θ, BonusExercise.LearningRate, BonusExercise.Epochs);
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(exercise.X, exercise.Y);
        Assert.True(RelativeError.ByNorm([.. W.Row(0), b[0, 0]], θ.Values.ToArray()) < 5e-3);
        Assert.True(losses.Zip(losses.Skip(1), (before, after) => after <= before).All(fell => fell));
    }

    // (6.14) S2-092: a curvature of 2/0.006 = 333.3 is the edge; 22 projects lie below it and 23 above.
    [Fact]
    public void The_learning_rate_of_the_notes_is_stable_below_a_curvature_of_333()
    {
        Assert.True(Curvature(22) < 2 / BonusExercise.LearningRate && Curvature(23) > 2 / BonusExercise.LearningRate);
        IReadOnlyList<double> below =
            new BonusExercise(22).TrainByHand(BonusExercise.Start(0), BonusExercise.LearningRate,
                BonusExercise.Epochs);
        Assert.True(below[^1] < 1);

        Parameter θ = BonusExercise.Start(0);
        var steep = new BonusExercise(23);
        DivergedException stop = Assert.Throws<DivergedException>(() =>
            steep.TrainByHand(θ, BonusExercise.LearningRate, BonusExercise.Epochs));
        Assert.Equal(0.006, stop.LearningRate);
        Assert.True(stop.Step is > 100 and < 5000);
        Assert.Equal(stop.LastFiniteLoss, steep.TrainByHand(θ, 0, 1)[0]); // the restored weights have that loss

        static double Curvature(int most) =>
            StationaryPoint.Eigenvalues(LinearEquations.Hessian(new BonusExercise(most).X))[^1];
    }
}
