namespace Reference.Differentiation.Tests;

public class DataFlowGraphTests
{
    // (4.21) S4-175 S4-177: built first, run later; the dot product is 32, the sum [5, 7, 9], as at once.
    [Fact]
    public void A_session_computes_what_eager_execution_does()
    {
        var graph = new DataFlowGraph();
        int a = graph.Placeholder("a"), b = graph.Placeholder("b");
        int sum = graph.Operation("sum", [a, b], v => v[0] + v[1]);
        Tensor u = Tensor.Of(1, 2, 3), w = Tensor.Of(4, 5, 6);
        Assert.Equal(u.Dot(w), NotesExamples.SessionDot());
        Assert.Equal([5, 7, 9], graph.Run(sum, new Dictionary<string, Tensor> { ["a"] = u, ["b"] = w }).ToArray());
        Assert.Equal(["a", "b", "sum"], graph.Names);
    }

    // (4.21) S4-175: nothing runs before Run; then each node that is needed runs once, after its inputs, and no other.
    [Fact]
    public void Each_needed_node_runs_once_after_its_inputs()
    {
        var ran = new List<string>();
        var graph = new DataFlowGraph();
        int x = graph.Placeholder("x");
        int Node(string name, params int[] inputs) => graph.Operation(name, inputs, v =>
        {
            ran.Add(name);
            return v.Aggregate((p, q) => p + q);
        });
        int left = Node("left", x), right = Node("right", x), idle = Node("idle", right),
            top = Node("top", left, right, left);
        Assert.Empty(ran);
        Assert.Equal(9, graph.Run(top, new Dictionary<string, Tensor> { ["x"] = Tensor.Scalar(3) }).Item());
        Assert.Equal(["left", "right", "top"], ran);
        Assert.Equal([x, left, right, top], graph.Order(top));
        Assert.Equal([x, right, idle], graph.Order(idle));
    }
}
