using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>The purpose of a forward pass: an argument, so that no state can be left wrong.</summary>
public enum Mode
{
    /// <summary>A backward pass follows: layers keep what it needs.</summary>
    Training,

    /// <summary>Only the output is wanted.</summary>
    Inference,
}

/// <summary>A step of a network, forward and backward, on batches, one sample per column. A layer owns its workspace:
/// a result is valid until the next pass, and the input must not change before the backward pass. S2-064,
/// S3-148.</summary>
public interface ILayer
{
    /// <summary>The name in summaries and messages, such as <c>Dense</c>.</summary>
    string Name { get; }

    /// <summary>D, the rows of the input.</summary>
    int Inputs { get; }

    /// <summary>K, the rows of the output.</summary>
    int Outputs { get; }

    /// <summary>The weights and biases; none for an activation.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The parameters as a file holds them, under PyTorch's names: <c>weight</c>, <c>bias</c>.</summary>
    IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>The output of a batch. // X [D × N], N ≥ 1; Y [K × N], or [K × N·T] of a layer that makes a sequence
    /// of a sample</summary>
    /// <exception cref="ArgumentException">Not D rows, or no column; the message names both shapes.</exception>
    MatrixView Forward(MatrixView X, Mode mode = Mode.Training);

    /// <summary>Adds ∂L/∂θ of the last training pass to the gradient of every parameter and returns ∂L/∂X, or an empty
    /// view where it is not wanted, as in the first layer of a network, or does not exist, as for token ids. // dY [K
    /// × N], dX [D × N]</summary>
    /// <exception cref="ArgumentException">Another shape; the message names both.</exception>
    /// <exception cref="InvalidOperationException">No training pass came before.</exception>
    MatrixView Backward(MatrixView dY, bool inputGradient = true);

    /// <summary>A layer with the same parameters and its own workspace: their gradients add up.</summary>
    ILayer Shared();
}
