using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Classification;

/// <summary>Softmax regression on digits, 784 → 10, S4-114: the mean loss of every epoch, the accuracy on held-out
/// digits after it, S0-112, and the predictions for them at the end, S0-119. A picture is flattened row after row, as
/// <c>view(-1, 28*28)</c> does, S4-115.</summary>
public sealed record DigitTraining(
    SoftmaxRegression Model, IReadOnlyList<double> Losses, IReadOnlyList<double> Accuracies, ConfusionMatrix Confusion)
{
    /// <summary>Passes over the digits and digits per step, both at least 1, and η of Adam, at least 0.</summary>
    public sealed record Settings(int Epochs = 20, int BatchSize = 64, double LearningRate = 1e-3);

    /// <summary>
    /// Trains with Adam from random weights. <paramref name="afterEpoch"/> is called with every epoch, from 1, and may
    /// throw to stop; <see cref="DivergedException"/> is thrown when the loss is not finite any more.
    /// </summary>
    public static DigitTraining Run(
        LabelledImages train, LabelledImages test, ulong seed,
        Settings? settings = null, Action<int>? afterEpoch = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        settings ??= new();
        Require.SameLength(train.Classes.Count, "the training classes", test.Classes.Count, "the held-out classes");
        var random = new RandomStream(seed);
        SoftmaxRegression model = SoftmaxRegression.Random(train.Images.Features, train.Classes.Count, random);
        var adam = new Adam(model.Parameters, settings.LearningRate);
        Matrix<double> heldOut = ScaledWeights.Columns(test.Images);
        int[] labels = [.. test.Labels], predicted = [];
        var accuracies = new List<double>();
        IReadOnlyList<double> losses = Training.Run(
            model, train.ToSampleSet(), adam, settings.BatchSize, settings.Epochs, random, (epoch, _) =>
            {
                predicted = model.Classify(heldOut);
                accuracies.Add(Accuracy.Of(predicted, labels));
                afterEpoch?.Invoke(epoch);
            });
        return new(model, losses, accuracies, ConfusionMatrix.Of(predicted, labels, model.Classes));
    }

    /// <summary>The weights of every class as an image, S4-114: where ink raises the score of the class.</summary>
    public IReadOnlyList<double[,]> WeightImages(ImageShape shape)
    {
        Require.SameLength(Model.Features, "a row of weights", shape.Length, nameof(shape));
        return [.. Model.W.Value.EnumerateRows().Select(w =>
            Matrix<double>.Build.DenseOfRowMajor(shape.Height, shape.Width, w.ToArray()).ToArray())];
    }
}
