using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Batch = Reference.Testing.Batch;

namespace Reference.Perceptrons.Tests;

public class LearningRuleTests
{
    // (1.2) (1.3) S1-005: the convention at zero, in loops and in matrices.
    [Fact]
    public void Step_is_one_from_zero_on()
    {
        Assert.Equal(0, ScalarPerceptron.Step(-double.Epsilon));
        Assert.Equal(1, ScalarPerceptron.Step(0));
        Assert.Equal(1, ScalarPerceptron.Predict([3], -6, [2]));
        Assert.Equal(1, PerceptronEquations.Predict(Vector<double>.Build.Dense([3.0]), -6, Matrices.Column(2))[0]);
    }

    // (1.3) S1-004 S2-021 S2-024 S4-092 S3-014: loop and matrix agree on every point.
    [Property]
    public void Scalar_and_matrix_predictions_agree(Batch batch, Seed seed)
    {
        double[] w = seed.Stream().Normals(batch.D);
        Vector<double> scores = PerceptronEquations.Scores(Vector<double>.Build.Dense(w), 0.3, batch.X);
        Vector<double> predictions = PerceptronEquations.Predict(Vector<double>.Build.Dense(w), 0.3, batch.X);
        for (int n = 0; n < batch.N; n++)
        {
            double[] x = batch.X.Column(n).ToArray();
            Digits.Agree(ScalarPerceptron.Score(w, 0.3, x), scores[n], 14,
                terms: 0.3 + w.Zip(x, (a, b) => Math.Abs(a * b)).Sum());
            Assert.Equal(ScalarPerceptron.Predict(w, 0.3, x), predictions[n]);
        }
    }

    // (1.3) S1-004: only the direction of (w, b) matters.
    [Property]
    public void Prediction_ignores_a_positive_scale_of_the_line(Neuron neuron, Positive c) =>
        Assert.Equal(
            ScalarPerceptron.Predict(neuron.Weights, neuron.Bias, neuron.Input),
            ScalarPerceptron.Predict([.. neuron.Weights.Select(v => v * c.Value)], neuron.Bias * c.Value,
                neuron.Input));

    // (1.6) S1-006 S2-024: both forms make the same update, for either label.
    [Property]
    public void Scalar_and_matrix_updates_agree(Neuron neuron, bool positive, Positive α)
    {
        int y = positive ? 1 : 0;
        (double[] w, double b) = ScalarPerceptron.Update(neuron.Weights, neuron.Bias, neuron.Input, y, α.Value);
        (Vector<double> W, double B) = PerceptronEquations.Update(
            Vector<double>.Build.Dense(neuron.Weights), neuron.Bias, Vector<double>.Build.Dense(neuron.Input), y,
                α.Value);
        Digits.Agree(W.ToArray(), w, 12);
        Digits.Agree(B, b, 12);
    }

    // (1.6) S1-006 S3-016: a right point changes nothing; a wrong point's score moves towards its label by α(‖x‖² +
    // 1).
    [Property]
    public void A_mistake_moves_its_score_to_the_label_and_a_right_point_changes_nothing(Neuron neuron, Positive α)
    {
        (double[] w, double b, double[] x) = (neuron.Weights, neuron.Bias, neuron.Input);
        int ŷ = ScalarPerceptron.Predict(w, b, x);
        (double[] same, double sameBias) = ScalarPerceptron.Update(w, b, x, ŷ, α.Value);
        Assert.Equal(w, same);
        Assert.Equal(b, sameBias);

        (double[] moved, double movedBias) = ScalarPerceptron.Update(w, b, x, 1 - ŷ, α.Value);
        double gained = ScalarPerceptron.Score(moved, movedBias, x) - ScalarPerceptron.Score(w, b, x);
        // a difference of scores loses some digits
        Digits.Agree((1 - 2 * ŷ) * α.Value * (x.Sum(v => v * v) + 1), gained, 8);
    }

    // (1.6) S1-006: from zero, the learning rate only scales the line; it changes no prediction and no mistake.
    [Property(MaxTest = 30)]
    public void The_learning_rate_scales_the_line_and_changes_no_mistake(Seed seed, Positive α)
    {
        SeparableSet set = SeparableSet.Draw(seed.Stream(), dimension: 3, count: 20, margin: 0.1);
        PerceptronRun one = PerceptronTraining.Train(set.X, set.Labels, 1, 500);
        PerceptronRun scaled = PerceptronTraining.Train(set.X, set.Labels, α.Value, 500);
        Assert.Equal(one.MistakesOfEpoch, scaled.MistakesOfEpoch);
        Digits.Agree(one.W.Select(v => v * α.Value).ToArray(), scaled.W, 9);
    }

    // (1.7) S3-016: the rule for labels ±1 is the rule for labels 0 and 1 with twice the difference, away from a score
    // of exactly 0.
    [Property]
    public void The_rule_for_labels_of_either_sign_is_the_rule_for_bits(Neuron neuron, bool positive, Positive η)
    {
        int bit = positive ? 1 : 0;
        (double[] w, double b) = RosenblattUnit.Update(neuron.Weights, -neuron.Bias, neuron.Input, 2 * bit - 1,
            η.Value);
        (double[] v, double c) = ScalarPerceptron.Update(neuron.Weights, neuron.Bias, neuron.Input, bit, η.Value);
        Digits.Agree(v, w, 12);
        Digits.Agree(-c, b, 12);
    }

    // S1-007 S2-025 S4-091: of the sixteen tables the rule learns fourteen, exactly those that a line separates.
    [Fact]
    public void The_rule_learns_every_truth_table_but_XOR_and_its_complement()
    {
        foreach (int[] labels in LogicGates.Tables)
        {
            PerceptronRun run = PerceptronTraining.Train(LogicGates.X, labels, 1, 200);
            bool separable = !labels.SequenceEqual(LogicGates.XorLabels) && !labels.SequenceEqual([1, 0, 0, 1]);
            Assert.Equal(separable, run.Converged);
            Assert.True(separable || run.MistakesOfEpoch.Count == 200);
            Assert.True(!separable
                || labels.SequenceEqual(LogicGates.Inputs.Select(x => ScalarPerceptron.Predict(run.W, run.B, x))));
        }
    }

    // (1.8) S1-007 S1-008 S2-024: on separable data the rule ends, with every point right, after at most (R/γ)²
    // mistakes.
    [Property(MaxTest = 60)]
    public void Mistakes_stay_within_the_bound_and_end_with_every_point_right(Seed seed)
    {
        RandomStream random = seed.Stream();
        SeparableSet set = SeparableSet.Draw(random, 1 + random.Below(6), 1 + random.Below(40),
            random.Uniform(0.03, 0.4));
        double bound = Convergence.Of(set.X, set.Labels, set.Normal, set.Bias).Bound;
        PerceptronRun run = PerceptronTraining.Train(
            // every epoch but the last has a mistake
            set.X, set.Labels, random.Uniform(0.1, 3), epochs: (int)bound + 2);
        Assert.True(run.Converged);
        Assert.True(run.Updates <= bound);
        Assert.Equal(run.Updates, run.MistakesOfEpoch.Sum());
        Assert.Equal(set.Labels, set.Labels.Select((_, n) => ScalarPerceptron.Predict(run.W, run.B, set.X.Column(n))));
    }

    // (1.8): R and γ on a set where both are known, (0.6, 0.8)·x − 0.5 with points at distances 0.5 and 1.5.
    [Fact]
    public void The_bound_of_a_known_set_has_the_value_computed_by_hand()
    {
        var X = new[,] { { 0.6, -0.6 }, { 0.8, -0.8 } };
        Convergence known = Convergence.Of(X, [1, 0], [0.6, 0.8], -0.5);
        Digits.Agree(Math.Sqrt(2), known.R, 15);
        Digits.Agree(0.5 / Math.Sqrt(1.25), known.γ, 15);
        Digits.Agree(2 / (0.25 / 1.25), known.Bound, 14);
    }

    // (1.5) S1-009: distance is signed, and moving along the normal by t changes it by t.
    [Property]
    public void Moving_along_the_normal_changes_the_distance_by_as_much(Neuron neuron, Number t)
    {
        Vector<double> w = Vector<double>.Build.Dense(neuron.Weights);
        Vector<double> x = Vector<double>.Build.Dense(neuron.Input);
        Vector<double> moved = x + t.Value * w / w.L2Norm();
        double from = PerceptronEquations.SignedDistances(w, neuron.Bias, x.ToColumnMatrix())[0];
        double to = PerceptronEquations.SignedDistances(w, neuron.Bias, moved.ToColumnMatrix())[0];
        Assert.Equal(t.Value, to - from, 1e-12 * (1 + Math.Abs(from) + Math.Abs(t.Value)));
        Assert.Equal(ScalarPerceptron.Predict(neuron.Weights, neuron.Bias, neuron.Input), from >= 0 ? 1 : 0);
    }
}
