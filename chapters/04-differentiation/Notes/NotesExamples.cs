namespace Reference.Differentiation;

/// <summary>The notes' matrices and small programs.</summary>
public static class NotesExamples
{
    /// <summary>The notes' first matrix, S2-038. // [2 × 2]</summary>
    public static double[,] A => new double[,] { { 1, 3 }, { 2, 4 } };

    /// <summary>The left matrix of the examples by elements, S2-042, S2-043. // [2 × 2]</summary>
    public static double[,] Left => new double[,] { { 1, 2 }, { 3, 4 } };

    /// <summary>The right matrix of the Hadamard example, S2-043. // [2 × 2]</summary>
    public static double[,] Right => new double[,] { { 5, 6 }, { 7, 8 } };

    /// <summary>Units sold, S2-045. // [3 × 3]</summary>
    public static double[,] Units => new double[,] { { 100, 50, 30 }, { 80, 70, 20 }, { 60, 40, 90 } };

    /// <summary>Growth factors, S2-045. // [3 × 3]</summary>
    public static double[,] Growth => new[,] { { 1.15, 1.05, 0.85 }, { 1.05, 1.02, 1.1 }, { 1.1, 1, 0.9 } };

    /// <summary>The gradient of x² at 2 after backward passes without zeroing between them, S4-055.</summary>
    public static double SquareGradient(int passes)
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(2), y = x.Pow(2);
        for (int i = 0; i < passes; i++)
        {
            tape.Backward(y, retainGraph: true);
        }

        return x.Gradient!.Value;
    }

    /// <summary>A function of (u, v) on a tape, S4-057: its value and both partial derivatives.</summary>
    public static (double F, double U, double V) Partials(
        Func<ScalarNode, ScalarNode, ScalarNode> f, double u, double v)
    {
        var tape = new ScalarTape();
        ScalarNode U = tape.Variable(u), V = tape.Variable(v), y = f(U, V);
        tape.Backward(y);
        return (y.Value, U.Gradient ?? 0, V.Gradient ?? 0);
    }

    /// <summary>The dot product of [1, 2, 3] and [4, 5, 6] as a graph that is built and then run, S4-177.</summary>
    public static double SessionDot()
    {
        var graph = new DataFlowGraph();
        int a = graph.Placeholder("a"), b = graph.Placeholder("b");
        int dot = graph.Operation("dot", [a, b], v => Tensor.Scalar(v[0].Dot(v[1])));
        var inputs = new Dictionary<string, Tensor> { ["a"] = Tensor.Of(1, 2, 3), ["b"] = Tensor.Of(4, 5, 6) };
        return graph.Run(dot, inputs).Item();
    }
}
