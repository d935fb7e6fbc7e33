using MathNet.Numerics.LinearAlgebra;

namespace Reference.Networks;

/// <summary>
/// The end of a network: a loss on its last scores, with the activation that belongs to it built in,
/// so that the way back starts with the short gradient (p − y)/N. It owns its workspace, like a layer.
/// Scores that are not finite give a loss that is not finite, which the guard of a training loop stops at; targets are refused at once.
/// </summary>
public interface ILoss
{
    /// <summary>The mean loss of a batch.</summary>
    /// <param name="z">The last scores of the network. // [K × N]</param>
    /// <param name="y">The targets. // [K × N]</param>
    /// <exception cref="ArgumentException">Another shape, or targets that the loss has no meaning for; the message says which.</exception>
    double Forward(Matrix<double> z, Matrix<double> y);

    /// <summary>∂L/∂z of the last batch, valid until the next one. // [K × N]</summary>
    /// <exception cref="InvalidOperationException">There was no batch.</exception>
    Matrix<double> Backward();

    /// <summary>What the scores stand for: themselves, or probabilities.</summary>
    /// <param name="z">// [K × N]</param>
    /// <returns>A new matrix. // [K × N]</returns>
    Matrix<double> Predict(Matrix<double> z);
}
