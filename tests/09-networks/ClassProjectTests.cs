using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks.Tests;

/// <summary>Networks with several classes: spirals, digits, cars.</summary>
public class ClassProjectTests
{
    // S4-131 S4-132 S4-137 S4-138 S4-141 S4-143: three spirals: no straight boundary, one hidden layer, two.
    [Fact]
    public void Hidden_layers_tell_spirals_apart()
    {
        LabelledPoints points = ClassNetworks.Spirals(1);
        double Accuracy(int[] sizes, Func<int, ILayer> activation) => ClassNetworks.Train(points, sizes, activation, 1, 100).History.Metrics[^1];
        Assert.True(Accuracy([2, 3], width => new Tanh(width)) < 0.6);
        Assert.True(Accuracy([2, 20, 3], width => new Tanh(width)) > 0.85);
        Assert.True(Accuracy([2, 16, 16, 3], width => new Tanh(width)) > 0.98);
        Assert.True(Accuracy([2, 16, 16, 3], width => new Relu(width)) > 0.98);
        Assert.Equal(3, points.Classes);
    }

    // S4-137 S4-138 S4-139 S4-140: the same network and start; ReLU and tanh leave the sigmoid behind.
    [Fact]
    public void ReLU_and_tanh_learn_digits_faster_than_the_sigmoid()
    {
        MutationTesting.SkipSlow();
        (SampleSet training, SampleSet test, string what) = DigitsNetwork.Digits(null, 300, 100);
        IReadOnlyList<(string Name, History History)> runs = ClassNetworks.Race(training, test, 1, 12);
        Assert.Equal(["sigmoid", "tanh", "ReLU"], runs.Select(run => run.Name));
        Assert.True(runs[1].History.Losses[^1] < 0.7 * runs[0].History.Losses[^1] && runs[2].History.Losses[^1] < 0.7 * runs[0].History.Losses[^1]);
        Assert.True(runs[2].History.ValidationMetrics[^1] > runs[0].History.ValidationMetrics[^1]);
        Assert.Equal("300 drawn digits", what);
    }

    // S2-002 S2-100 S2-105 S2-106 S2-107 S2-108: shapes, the loss before training near ln 10, and digits learned.
    // The notes' five epochs are for many more digits.
    [Fact]
    public void The_digits_network_learns_drawn_digits()
    {
        MutationTesting.SkipSlow();
        (SampleSet training, SampleSet test, _) = DigitsNetwork.Digits(null, 600, 200);
        Assert.Equal((784, 10), (training.X.Features, training.Y.Features));
        Sequential network = DigitsNetwork.Build(new RandomStream(1));
        Matrix<double> scores = network.Forward(Matrix<double>.Build.DenseOfColumnArrays(Enumerable.Range(0, 64).Select(n => training[n].X)));
        Assert.Equal((10, 64), (scores.RowCount, scores.ColumnCount));
        var loss = new SoftmaxCrossEntropy();
        (double before, _) = new Trainer(network, loss, new Adam(network.Parameters)).Evaluate(test);
        Assert.Equal(Math.Log(10), before, 0.1);
        History history = DigitsNetwork.Train(training, test, 1, 10).History;
        Assert.True(history.ValidationMetrics[^1] > 0.7 && history.Losses[^1] < 0.5);
    }

    // S2-002 S2-107 S2-108: the notes' five epochs on the real digits.
    [Fact]
    public void The_digits_network_reads_real_digits()
    {
        (SampleSet training, SampleSet test, _) = DigitsNetwork.Digits(RealData.At("mnist"));
        double[] accuracies = [.. Enumerable.Range(1, 5)
            .Select(seed => DigitsNetwork.Train(training, test, (ulong)seed).History.ValidationMetrics[^1])
            .Order()];
        Assert.True(accuracies[2] >= 0.915, string.Join(", ", accuracies)); // the same network in PyTorch: 0.914 to 0.936
    }

    // S4-018 S4-019 S4-021: one softmax unit is 1 and gets no gradient, four units learn; one-hot rows sum to 1 and their largest is the class.
    [Fact]
    public void One_softmax_unit_cannot_learn_and_four_can()
    {
        SampleSet training = CarClasses.Draw(new RandomStream(1), 400), test = CarClasses.Draw(new RandomStream(2), 200);
        Sequential printed = CarClasses.Build(1, new RandomStream(3));
        Matrix<double> x = Matrix<double>.Build.DenseOfColumnArrays(Enumerable.Range(0, 20).Select(n => training[n].X));
        Assert.All(printed.Forward(x).Enumerate(), p => Assert.Equal(1, p));
        printed.Accumulate(Matrix<double>.Build.Dense(1, 20, new RandomStream(4).Normals(20)));
        Assert.All(printed.Parameters, p => Assert.All(p.Gradients.ToArray(), g => Assert.Equal(0, g)));

        (Trainer trainer, History history) = CarClasses.Train(training, test, 1, 30);
        Assert.True(history.ValidationMetrics[^1] > 0.9);
        Matrix<double> p = trainer.Predict(x);
        Assert.All(p.ColumnSums(), sum => Assert.Equal(1, sum, 1e-12));
        Assert.All(Enumerable.Range(0, 20), n => Assert.True(training[n].Y.Sum() == 1 && training[n].Y[training.Labels[n]] == 1));
        Assert.Equal(4, CarClasses.Build(4, new RandomStream(1)).Outputs);
    }
}
