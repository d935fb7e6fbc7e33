namespace Reference.Numerics;

/// <summary>
/// Functions over spans for double and float, in place or from one span to another: what layers call in every step. A
/// file holds one kernel with its mathematics. Each gives the same bits on every <see cref="VectorPath"/> and
/// allocates nothing (large spans that several threads share, a constant few hundred bytes). A matrix is a span of its
/// columns. The loops skip the compiler's unoptimized first tier (AggressiveOptimization), in which short programs
/// would spend their whole life.
/// </summary>
public static partial class Kernels;
