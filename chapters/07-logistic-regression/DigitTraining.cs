using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Classification;

/// <summary>
/// Softmax regression on digits, 784 → 10, S4-114, and how it does on digits that it has not seen.
/// A picture goes in row after row, as <c>view(-1, 28*28)</c> flattens it, S4-115.
/// </summary>
/// <param name="Model">The trained model.</param>
/// <param name="Errors">The mean training error of every epoch.</param>
/// <param name="Accuracies">The accuracy on the held-out digits after every epoch, S0-112.</param>
/// <param name="Confusion">What the held-out digits were called at the end, S0-119.</param>
public sealed record DigitTraining(SoftmaxRegression Model, IReadOnlyList<double> Errors, IReadOnlyList<double> Accuracies, ConfusionMatrix Confusion)
{
    /// <summary>The settings of a training.</summary>
    /// <param name="Epochs">Passes over the digits, at least 1.</param>
    /// <param name="BatchSize">Digits a step, at least 1.</param>
    /// <param name="LearningRate">η of Adam, at least 0.</param>
    public sealed record Settings(int Epochs = 20, int BatchSize = 64, double LearningRate = 1e-3);

    /// <summary>Trains with Adam from random weights.</summary>
    /// <param name="train">Digits to learn from.</param>
    /// <param name="test">Held-out digits.</param>
    /// <param name="seed">The seed of the weights and of the order.</param>
    /// <param name="settings">Epochs, batch size and learning rate; 20, 64 and 0.001 when null.</param>
    /// <param name="afterEpoch">Is told every epoch from 1; it may throw to stop.</param>
    /// <exception cref="ArgumentException">A set is empty, sizes or classes of the sets differ, or a setting is out of its range.</exception>
    /// <exception cref="DivergedException">The error is not finite any more.</exception>
    public static DigitTraining Run(LabelledImages train, LabelledImages test, ulong seed, Settings? settings = null, Action<int>? afterEpoch = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        settings ??= new();
        Require.SameLength(train.Classes.Count, "the classes to learn", test.Classes.Count, "the classes of the held-out digits");
        var random = new RandomStream(seed);
        SoftmaxRegression model = SoftmaxRegression.Random(train.Images.Features, train.Classes.Count, random);
        Matrix<double> held = ScaledWeights.Columns(test.Images);
        int[] labels = [.. test.Labels], predicted = [];
        var accuracies = new List<double>();
        IReadOnlyList<double> errors = Training.Run(
            model, train.ToSampleSet(), new Adam(model.Parameters, settings.LearningRate), settings.BatchSize, settings.Epochs, random, (epoch, _) =>
            {
                predicted = model.Classify(held);
                accuracies.Add(Accuracy.Of(predicted, labels));
                afterEpoch?.Invoke(epoch);
            });
        return new(model, errors, accuracies, ConfusionMatrix.Of(predicted, labels, model.Classes));
    }

    /// <summary>The weights of every class as an image, S4-114: bright where ink speaks for the class, dark where it speaks against.</summary>
    /// <param name="shape">The size of the images.</param>
    /// <exception cref="ArgumentException">The images are not as long as a row of weights.</exception>
    public IReadOnlyList<double[,]> WeightImages(ImageShape shape)
    {
        Require.SameLength(Model.Features, "a row of weights", shape.Length, nameof(shape));
        return [.. Enumerable.Range(0, Model.Classes).Select(k =>
        {
            var image = new double[shape.Height, shape.Width];
            for (int i = 0; i < shape.Length; i++)
            {
                image[i / shape.Width, i % shape.Width] = Model.W.Value[k, i];
            }

            return image;
        })];
    }
}
