using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>Forward passes that are one another.</summary>
internal static class ForwardDerivations
{
    public static IEnumerable<Derivation> All => [BatchOfColumns(), Collapse(), GraphOfLayers(), Insurance()];

    private static Derivation BatchOfColumns() => new Derivation<(ScalarLayer Layer, Matrix<double> X)>(
        "layer-as-matrix", "A layer is one product of matrices", "S3-200 S3-031 S0-004",
        random => (ScalarLayer.Draw(random, Activation.Tanh, 1, 1, 3, 4)[0], Matrix<double>.Build.Dense(3, 5, random.Normals(15))))
        .Start(@"a_{jn} = f\Big(\sum_i w_{ji} x_{in} + b_j\Big)", p =>
            [.. Enumerable.Range(0, 5).SelectMany(n => ScalarNetwork.Forward([p.Layer], p.X.Column(n).ToArray()).Output)])
        .Equal(@"f\big(W X + b\,\mathbf{1}^\top\big)_{jn}", p =>
            BackpropagationEquations.Forward([MatrixLayer.Of(p.Layer)], p.X).Output.ToColumnMajorArray(), "samples are columns")
        .Equal(@"f\big(X^\top W^\top + \mathbf{1}\,b^\top\big)_{nj}", p =>
        {
            MatrixLayer layer = MatrixLayer.Of(p.Layer);
            Matrix<double> rows = p.X.Transpose() * layer.W.Transpose() + Vector<double>.Build.Dense(5, 1).OuterProduct(layer.B);
            return rows.Map(layer.F.Value).Transpose().ToColumnMajorArray();
        }, "the rows of S3: its X and W are our transposes");

    private static Derivation Collapse() => new Derivation<(IReadOnlyList<MatrixLayer> Layers, Matrix<double> X)>(
        "linear-layers", "Linear layers collapse, however many", "S0-011",
        random => (MatrixLayer.Of(ScalarLayer.Draw(random, Activation.Linear, 1, 1, 3, 5, 4, 2)), Matrix<double>.Build.Dense(3, 6, random.Normals(18))))
        .Start(@"W_3\big(W_2(W_1 X + b_1) + b_2\big) + b_3", p => BackpropagationEquations.Forward(p.Layers, p.X).Output.ToColumnMajorArray())
        .Equal(@"(W_3 W_2 W_1) X + \big(W_3(W_2 b_1 + b_2) + b_3\big)", p =>
        {
            Vector<double> b = p.Layers[2].W * (p.Layers[1].W * p.Layers[0].B + p.Layers[1].B) + p.Layers[2].B;
            return (p.Layers[2].W * p.Layers[1].W * p.Layers[0].W * p.X + b.OuterProduct(Vector<double>.Build.Dense(6, 1))).ToColumnMajorArray();
        })
        .Equal(@"W X + b", p => BackpropagationEquations.Forward([MatrixLayer.Collapse(p.Layers)], p.X).Output.ToColumnMajorArray(), "linear regression again");

    private static Derivation GraphOfLayers() => new Derivation<(IReadOnlyList<ScalarLayer> Layers, double[] X)>(
        "graph-of-layers", "Unit by unit through the graph is layer by layer", "S3-030 S3-031",
        random => (ScalarLayer.Draw(random, Activation.Sigmoid, 2, 1, 3, 4, 2), random.Normals(3)))
        .Start(@"z_i = f_i\Big(b_i + \sum_{j:\, j \to i \in E} w_{j,i} z_j\Big)", p =>
        {
            NetworkGraph graph = NetworkGraph.OfLayers(p.Layers);
            double[] z = graph.Evaluate(p.X).Z;
            return [.. graph.Outputs.Select(i => z[i])];
        })
        .Equal(@"f\big(W^{(2)} f(W^{(1)} x + b^{(1)}) + b^{(2)}\big)", p =>
            ScalarNetwork.Forward(p.Layers, p.X).Output, "units that share their inputs are a layer");

    private static Derivation Insurance() => new Derivation<(InsuranceNetwork Net, double[] X)>(
        "no-bias", "Without biases everyone starts at one half", "S2-028",
        random => (new InsuranceNetwork(RandomWeights(random), random.Normals(2)), random.Normals(4)))
        .Start(@"h_1(x) + h_1(-x)", p => p.Net.HiddenActivations(p.X)[0] + p.Net.HiddenActivations([.. p.X.Select(v => -v)])[0])
        .Equal(@"\sigma(w_1 \cdot x) + \sigma(-w_1 \cdot x) = 1", _ => 1, "no bias breaks the symmetry")
        .Equal(@"2\,h_1(0)", p => 2 * p.Net.HiddenActivations(new double[4])[0], "whatever the weights");

    private static double[,] RandomWeights(RandomStream random) => Matrix<double>.Build.Dense(2, 4, random.Normals(8)).ToArray();
}
