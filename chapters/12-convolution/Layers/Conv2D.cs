using Reference.Datasets;
using Reference.LinearModels;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>
/// O kernels over images of H × W × C, (12.4), with the gradients (12.6)–(12.8). X [H·W·C × N] → Y [H′·W′·O × N];
/// W [O × k_h·k_w·C], tap by tap, channel fastest; files hold PyTorch's [O × C × k_h × k_w].
/// S0-082, S0-104, S2-140, S3-115, S4-159, S4-163, S4-164.
/// </summary>
public sealed class Conv2D : Layer
{
    private readonly ConvolutionPlan _plan;
    private readonly Window _window;
    private readonly Parameter W, b;

    /// <summary>O ≥ 1 kernels; W is drawn, b is drawn or 0. The fan-in is k_h·k_w·C.</summary>
    /// <exception cref="ArgumentException">O &lt; 1, or the kernel is larger than the padded image.</exception>
    public Conv2D(ImageShape image, int kernels, Window window, Initializer weights, Initializer? bias = null)
        : this(new ConvolutionPlan(image, Width(kernels), window), window, weights, bias ?? Initializers.Zero)
    {
    }

    private Conv2D(ConvolutionPlan plan, Window window, Initializer weights, Initializer bias)
        : this(
            plan, window, plan.Kernels(),
            new Parameter($"b [{plan.Small.Channels}]", new double[plan.Small.Channels]))
    {
        int fanOut = window.Height * window.Width * plan.Small.Channels;
        weights(W.Values, plan.Depth, fanOut);
        bias(b.Values, plan.Depth, fanOut);
    }

    private Conv2D(ConvolutionPlan plan, Window window, Parameter kernels, Parameter bias)
        : base($"conv {window}, {plan.Large} → {plan.Small}", plan.Large.Length, plan.Small.Length, kernels, bias)
    {
        (_plan, _window, W, b) = (plan, window, kernels, bias);
        Stored = [KernelOrder.Stored(kernels, plan.Small.Channels, window, plan.Large.Channels),
            StoredTensor.Vector("bias", bias)];
    }

    /// <summary>The images that it takes.</summary>
    public ImageShape Input => _plan.Large;

    /// <summary>The images that it makes, a channel for each kernel. S0-080, S3-121.</summary>
    public ImageShape Output => _plan.Small;

    /// <summary>W and b under PyTorch's names and in its order. S0-141.</summary>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>PyTorch's layer after <c>manual_seed</c>: W in its order, then b, in ±1/√(k_h·k_w·C).
    /// S0-106.</summary>
    public static Conv2D Seeded(ImageShape image, int kernels, Window window, TorchRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var layer = new Conv2D(image, kernels, window, Initializers.Zero);
        (float[,] weight, float[] bias) = random.Linear(layer._plan.Depth, kernels);
        int[] places = KernelOrder.Places(kernels, window, image.Channels);
        for (int f = 0; f < places.Length; f++)
        {
            layer.W.Values[places[f]] = weight[f / layer._plan.Depth, f % layer._plan.Depth];
        }

        Array.ConvertAll(bias, v => (double)v).CopyTo(layer.b.Values);
        return layer;
    }

    /// <inheritdoc/>
    public override ILayer Shared() => new Conv2D(new(Input, Output.Channels, _window), _window, W, b);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => _plan.Forward(W.Values, b.Values, X, Y); // (12.4)

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        ConvolutionPlan.AddBiasGradient(dY, b); // (12.6)
        _plan.AddKernelGradient(dY, X, W.Gradients); // (12.7)
        if (dX is { } wanted)
        {
            _plan.Adjoint(W.Values, [], dY, wanted); // (12.8)
        }
    }
}
