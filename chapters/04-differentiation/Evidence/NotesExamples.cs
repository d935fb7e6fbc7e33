namespace Reference.Differentiation;

/// <summary>The notes' small programs, run again: what their numbers, claims and figures are computed from.</summary>
internal static class NotesExamples
{
    /// <summary>Five temperatures, S0-039, S0-040.</summary>
    public static Tensor Temperatures => Tensor.Of(55, 60, 65, 70, 75);

    /// <summary>Three rows of two, S2-050.</summary>
    public static Tensor UnitTable => Tensor.Of(new double[,] { { 200, 220 }, { 150, 180 }, { 300, 330 } });

    /// <summary>The gradient of x² at 2 after some backward passes without zeroing between them, S4-055.</summary>
    public static double SquareGradient(int passes)
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(2);
        ScalarNode y = x.Pow(2);
        for (int i = 0; i < passes; i++)
        {
            tape.Backward(y, retainGraph: true);
        }

        return x.Gradient!.Value;
    }

    /// <summary>f = uv + u² at (1, 2), S4-057, with both gradients.</summary>
    public static (double F, double U, double V) ProductPlusSquare()
    {
        var tape = new ScalarTape();
        (ScalarNode u, ScalarNode v) = (tape.Variable(1), tape.Variable(2));
        ScalarNode f = u * v + u.Pow(2);
        tape.Backward(f);
        return (f.Value, u.Gradient!.Value, v.Gradient!.Value);
    }

    /// <summary>(3x + 2)⁴ on a tape, S2-059: its value and slope.</summary>
    public static (double Y, double Slope) FourthPower(double at)
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(at);
        ScalarNode y = (3 * x + 2).Pow(4);
        tape.Backward(y);
        return (y.Value, x.Gradient!.Value);
    }

    /// <summary>The dot product of [1, 2, 3] and [4, 5, 6] as a graph that is built and then run, S4-177.</summary>
    public static double SessionDot()
    {
        var graph = new DataFlowGraph();
        (int a, int b) = (graph.Placeholder("a"), graph.Placeholder("b"));
        int dot = graph.Operation("dot", [a, b], v => Tensor.Scalar(v[0].Dot(v[1])));
        return graph.Run(dot, new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["a"] = Tensor.Of(1, 2, 3), ["b"] = Tensor.Of(4, 5, 6) }).Item();
    }

    /// <summary>The vector 0 … 5 after an assignment, S4-041, S4-042.</summary>
    public static Tensor ZeroToFive(Action<Tensor> change)
    {
        Tensor x = Tensor.Of(0, 1, 2, 3, 4, 5);
        change(x);
        return x;
    }
}
