using Reference.Numerics;

namespace Reference.ModelSelection.Tests;

/// <summary>Temperature: what it changes, and what it leaves alone.</summary>
public class CalibrationTests
{
    private static (double[][] Z, int[] Y) Draw(RandomStream random, double sharp)
    {
        int K = 2 + random.Below(4);
        double[][] z = [.. Enumerable.Range(0, 200).Select(_ => random.Normals(K))];
        int[] y = [.. z.Select(s => ScalarParzen.Draw(ScalarCalibration.Tempered(s, 1), random.Uniform()))];
        return ([.. z.Select(s => s.Select(v => sharp * v).ToArray())], y);
    }

    // (11.14) S1-013: the order of the classes stays; T → ∞ makes them alike, T → 0 certain.
    [Property(MaxTest = 50)]
    public void Temperature_leaves_every_decision_alone(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] z = random.Normals(2 + random.Below(5)), p = ScalarCalibration.Tempered(z, random.Uniform(0.1, 10));
        Assert.Equal(z.Select((v, k) => (v, k)).Order().Select(e => e.k), p.Select((v, k) => (v, k)).Order()
            .Select(e => e.k));
        Assert.Equal(1, p.Sum(), 1e-12);
        Assert.True(ScalarCalibration.Tempered(z, 2).Max() < ScalarCalibration.Tempered(z, 1).Max());
        Assert.Equal(1.0 / z.Length, ScalarCalibration.Tempered(z, 1e9).Max(), 1e-8);
    }

    // (11.15) S1-013: at the T of least loss the derivative is 0, and every other T is worse.
    [Property(MaxTest = 10, Cost = 20)]
    public void The_best_temperature_has_derivative_0(Seed seed)
    {
        RandomStream random = seed.Stream();
        (double[][] z, int[] y) = Draw(random, random.Uniform(0.5, 4));
        double T = ScalarCalibration.BestTemperature(z, y), least = ScalarCalibration.Loss(z, y, T);
        Assert.Equal(0, ScalarCalibration.LossDerivative(z, y, T), 1e-9);
        Assert.All(new[] { 0.5, 0.9, 1.1, 2 }, f => Assert.True(ScalarCalibration.Loss(z, y, f * T) > least));
    }

    // (11.15): scores that are four times too large ask for a temperature near 4.
    [Fact]
    public void Sharpened_scores_get_their_temperature_back()
    {
        (double[][] z, int[] y) = Draw(new RandomStream(1), 4);
        Assert.InRange(ScalarCalibration.BestTemperature(z, y), 3, 5.5);
        Assert.Equal(Math.Log(2), ScalarCalibration.Loss([[1, 1]], [0], 3), 1e-12);
        Assert.Equal(800 / 0.5, ScalarCalibration.Loss([[0, 800]], [0], 0.5), 1e-9); // without overflow
    }

    // S1-013: bins by hand.
    [Fact]
    public void Reliability_by_hand()
    {
        double[][] p = [[0.55, 0.45], [0.42, 0.58], [0.9, 0.1], [1, 0], [0.05, 0.95]];
        var bins = ScalarCalibration.Reliability(p, [0, 0, 0, 0, 0]);
        Assert.Equal([2, 3], bins.Select(bin => bin.Count));
        Assert.Equal([0.565, 0.95], bins.Select(bin => bin.Confidence), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.5, 2.0 / 3], bins.Select(bin => bin.Accuracy), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // S1-013: an overfitted network is too sure; the temperature of the validation set lowers the test loss.
    [Fact]
    public void A_temperature_lowers_the_loss_of_an_overfitted_network()
    {
        (double[][] z, int[] y, double[][] testZ, int[] testY) = Overconfident.Scores;
        double T = ScalarCalibration.BestTemperature(z, y);
        Assert.True(T > 1.5);
        Assert.True(ScalarCalibration.Loss(testZ, testY, T) < 0.8 * ScalarCalibration.Loss(testZ, testY, 1));
    }
}
