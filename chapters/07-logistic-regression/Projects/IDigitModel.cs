using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;

namespace Reference.Classification;

/// <summary>A model of 784 pixels and ten digits, as the commands <c>train</c> and <c>predict</c> run it.</summary>
public interface IDigitModel
{
    /// <summary>Trains until so many epochs are done, of which a restored run has some behind it. // S4-114, S2-107
    /// After each epoch it reports the epochs done, the training loss and the held-out accuracy; the callback may
    /// throw to stop.</summary>
    void Train(SampleSet training, SampleSet heldOut, int epochs, Action<int, double, double> afterEpoch);

    /// <summary>The run after so many epochs, for a file.</summary>
    Checkpoint Save(int epochs);

    /// <summary>Goes on where a run stood; returns the epochs done.</summary>
    /// <exception cref="ArgumentException">It is of another model; nothing is changed.</exception>
    int Restore(Checkpoint checkpoint);

    /// <summary>η.</summary>
    double LearningRate { get; set; }

    /// <summary>The probabilities of the ten digits. // X [784 × N] → [10 × N]</summary>
    Matrix<double> Predict(Matrix<double> X);
}
