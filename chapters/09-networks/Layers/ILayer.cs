using MathNet.Numerics.LinearAlgebra;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// A step of a network: columns in, columns out, and the way back. A layer owns its workspace, sized once for each batch size;
/// what it returns is valid until its next pass of that size, and what it was given must not change before its backward pass. S2-064, S3-148.
/// </summary>
public interface ILayer
{
    /// <summary>What summaries and messages call it, such as <c>Dense</c>.</summary>
    string Name { get; }

    /// <summary>D, the rows it expects.</summary>
    int Inputs { get; }

    /// <summary>K, the rows it returns.</summary>
    int Outputs { get; }

    /// <summary>What training changes; none for an activation.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The output for a batch. In training it keeps what <see cref="Backward"/> needs.</summary>
    /// <param name="x">A sample a column. // [D × N]</param>
    /// <param name="mode">What the pass is for.</param>
    /// <returns>// [K × N]</returns>
    /// <exception cref="ArgumentException">Other rows than D, or no column; the message says what was expected and what came.</exception>
    Matrix<double> Forward(Matrix<double> x, Mode mode = Mode.Training);

    /// <summary>The way back of the last pass in training: adds ∂L/∂θ to the gradient of every parameter and returns ∂L/∂x.</summary>
    /// <param name="dy">∂L/∂y, of the shape that <see cref="Forward"/> returned. // [K × N]</param>
    /// <returns>// [D × N]</returns>
    /// <exception cref="ArgumentException">Another shape; the message names both.</exception>
    /// <exception cref="InvalidOperationException">No pass in training came before.</exception>
    Matrix<double> Backward(Matrix<double> dy);

    /// <summary>The same without ∂L/∂x, which the first layer of a network need not compute: nothing trains its input.</summary>
    /// <inheritdoc cref="Backward"/>
    void Accumulate(Matrix<double> dy) => Backward(dy);

    /// <summary>A second layer with a workspace of its own on the same parameters: one set of weights used twice in a pass, its gradients adding up.</summary>
    ILayer Shared();
}
