using TorchSharp;
using static TorchSharp.torch;

namespace Reference.Benchmarks.LibTorch;

/// <summary>What TorchSharp has no method for, in TorchScript: products into a given matrix, and the fused
/// Adam.</summary>
internal static class Script
{
    private static readonly jit.CompilationUnit unit = jit.compile(
        """
        def mm(a: Tensor, b: Tensor, c: Tensor):
            torch.mm(a, b, out=c)
            return c

        def bmm(a: Tensor, b: Tensor, c: Tensor):
            torch.bmm(a, b, out=c)
            return c

        def adam(w: List[Tensor], g: List[Tensor], m: List[Tensor], s: List[Tensor], t: List[Tensor]):
            torch._foreach_add_(t, 1)
            torch._fused_adam_(w, g, m, s, [], t, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.0,
                eps=1e-8, amsgrad=False, maximize=False)
            return t[0] + 0

        def exp(x: Tensor, y: Tensor):
            torch.exp(x, out=y)
            return y

        def tanh(x: Tensor, y: Tensor):
            torch.tanh(x, out=y)
            return y

        def sigmoid(x: Tensor, y: Tensor):
            torch.sigmoid(x, out=y)
            return y

        def gelu(x: Tensor, y: Tensor):
            torch.gelu(x, out=y)
            return y

        def softmax(x: Tensor, y: Tensor):
            torch._softmax(x, 0, False, out=y)
            return y

        def relu(x: Tensor, y: Tensor):
            torch.clamp_min(x, 0, out=y)
            return y

        """);

    /// <summary>Calls one of them.</summary>
    internal static void Run(string function, params object[] arguments)
        => ((Tensor)unit.invoke(function, arguments)).Dispose();

    /// <summary>float64 or float32.</summary>
    internal static ScalarType Type(string name) => name == "float64" ? ScalarType.Float64 : ScalarType.Float32;
}
