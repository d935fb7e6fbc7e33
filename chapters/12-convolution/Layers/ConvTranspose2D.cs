using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>
/// The transposed convolution (12.17): the adjoint of the convolution that leads from its output to its input, plus
/// a bias. X [H·W·C × N] → Y [H′·W′·O × N], with H′ and W′ from (12.18); W [C × k_h·k_w·O]; files hold PyTorch's
/// [C × O × k_h × k_w]. S3-275.
/// </summary>
public sealed class ConvTranspose2D : Layer
{
    private readonly ConvolutionPlan _plan; // of the convolution, from the output to the input
    private readonly Window _window;
    private readonly Parameter W, b;

    /// <summary>O ≥ 1 channels; the output may be up to s − 1 pixels larger than (12.18).</summary>
    /// <exception cref="ArgumentException">O &lt; 1, more extra pixels, or no pixel in the output.</exception>
    public ConvTranspose2D(
        ImageShape image, int channels, Window window, Initializer weights, Initializer? bias = null, int extra = 0)
        : this(Plan(image, Width(channels), window, extra), window, weights, bias ?? Initializers.Zero)
    {
    }

    private ConvTranspose2D(ConvolutionPlan plan, Window window, Initializer weights, Initializer bias)
        : this(
            plan, window, plan.Kernels(),
            new Parameter($"b [{plan.Large.Channels}]", new double[plan.Large.Channels]))
    {
        int fanIn = window.Height * window.Width * plan.Large.Channels; // as PyTorch counts
        weights(W.Values, fanIn, window.Height * window.Width * plan.Small.Channels);
        bias(b.Values, fanIn, window.Height * window.Width * plan.Small.Channels);
    }

    private ConvTranspose2D(ConvolutionPlan plan, Window window, Parameter kernels, Parameter bias)
        : base(
            $"transposed conv {window}, {plan.Small} → {plan.Large}", plan.Small.Length, plan.Large.Length, kernels,
            bias)
    {
        (_plan, _window, W, b) = (plan, window, kernels, bias);
        Stored = [KernelOrder.Stored(kernels, plan.Small.Channels, window, plan.Large.Channels),
            StoredTensor.Vector("bias", bias)];
    }

    /// <summary>The images that it takes.</summary>
    public ImageShape Input => _plan.Small;

    /// <summary>The images that it makes.</summary>
    public ImageShape Output => _plan.Large;

    /// <summary>W and b under PyTorch's names and in its order.</summary>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public override ILayer Shared() => new ConvTranspose2D(new(Output, Input.Channels, _window), _window, W, b);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => _plan.Adjoint(W.Values, b.Values, X, Y); // (12.17)

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        ConvolutionPlan.AddBiasGradient(dY, b); // (12.6)
        _plan.AddKernelGradient(X, dY, W.Gradients); // (12.7) with x and ∂L/∂y exchanged
        if (dX is { } wanted)
        {
            _plan.Forward(W.Values, [], dY, wanted); // the adjoint of the adjoint, (12.4)
        }
    }

    private static ConvolutionPlan Plan(ImageShape image, int channels, Window window, int extra)
    {
        if (extra < 0 || extra >= window.Stride)
        {
            throw new ArgumentOutOfRangeException(
                nameof(extra),
                $"Expected 0 to {window.Stride - 1} extra pixels for stride {window.Stride}; got {extra}.");
        }

        int Side(int m, int k, int p) => Window.InputSize(m, k, p, window.Stride, window.Dilation) + extra; // (12.18)
        Padding zeros = window.Padding;
        int rows = Side(image.Height, window.Height, zeros.Top + zeros.Bottom);
        int columns = Side(image.Width, window.Width, zeros.Left + zeros.Right);
        return rows >= 1 && columns >= 1
            ? new(new(rows, columns, channels), image.Channels, window)
            : throw new ArgumentException(
                $"Expected an output of at least 1 pixel; got {rows}×{columns} from {image}.", nameof(window));
    }
}
