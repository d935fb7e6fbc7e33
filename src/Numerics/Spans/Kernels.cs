namespace Reference.Numerics;

/// <summary>
/// Functions over spans for double and float, in place or from one span to another: the kernels of all layers. Each
/// file holds one kernel with its mathematics. Each gives the same bits on every <see cref="VectorPath"/> and
/// allocates nothing (a few hundred bytes where several threads share a large span). A matrix is the span of its
/// columns. AggressiveOptimization skips the compiler's unoptimized first tier, in which short programs would run
/// throughout. NoInlining belongs to it: after a second of work the compiler optimizes the callers too, and a kernel
/// inlined there, once more in each of them, is more than it inlines into one method; the operations on registers that
/// are left over become calls, and the same kernel takes two to twenty times as long from then on.
/// </summary>
public static partial class Kernels;
