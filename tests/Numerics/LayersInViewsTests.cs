using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using static Reference.Numerics.Tests.AllocationTests;
using static Reference.Numerics.Tests.MatrixViewTests;

namespace Reference.Numerics.Tests;

/// <summary>How layers read in views, beside the equations in matrices; none of them allocates.</summary>
public sealed class LayersInViewsTests
{
    private const int N = 2, T = 3; // samples and time steps

    private readonly RandomStream _random = new(1);

    [Fact]
    public void A_dense_layer_reads_like_its_gradients()
    {
        MatrixView W = Normal(4, 3), b = Normal(4, 1), X = Normal(3, 5), dY = Normal(4, 5);
        MatrixView Y = new(4, 5), dW = new(4, 3), db = new(4, 1), dX = new(3, 5);
        void Forward()
        {
            Y.Product(W, X);
            Y.AddColumn(b);
        }

        void Backward()
        {
            dW.AddProduct(dY, X.T);
            db.AddSumOfColumns(dY);
            dX.Product(W.T, dY);
        }

        Forward();
        Backward();
        var (w, x, dy) = (W.ToMatrix(), X.ToMatrix(), dY.ToMatrix());
        Near(w * x + b.ToMatrix() * DenseMatrix.Create(1, 5, 1), Y);
        Near(dy * x.Transpose(), dW);
        Near(dy.RowSums().ToColumnMatrix(), db);
        Near(w.Transpose() * dy, dX);
        Assert.Equal(0, Allocated(Forward) + Allocated(Backward));
    }

    [Fact]
    public void An_LSTM_step_reads_gate_and_time_slices()
    {
        const int D = 3, H = 4;
        MatrixView W = Normal(4 * H, D), U = Normal(4 * H, H), b = Normal(4 * H, 1), X = Normal(D, N * T);
        MatrixView Z = new(4 * H, N * T), c = new(H, N * (T + 1)), h = new(H, N * (T + 1)), tanhC = new(H, N);
        void Forward()
        {
            Z.Product(W, X);
            Z.AddColumn(b);
            for (int t = 0; t < T; t++)
            {
                Step(Z.Columns(t, N, T), At(c, t), At(h, t), At(c, t + 1), At(h, t + 1));
            }
        }

        void Step(MatrixView z, MatrixView c0, MatrixView h0, MatrixView c1, MatrixView h1)
        {
            z.AddProduct(U, h0);
            MatrixView i = z.Rows(0, H), f = z.Rows(H, H), o = z.Rows(2 * H, H), g = z.Rows(3 * H, H);
            z.Rows(0, 3 * H).Map(Kernels.Sigmoid, z.Rows(0, 3 * H));
            g.Map(Kernels.Tanh, g);
            c1.PointwiseProduct(f, c0);
            c1.AddPointwiseProduct(i, g);
            tanhC.Map(Kernels.Tanh, c1);
            h1.PointwiseProduct(o, tanhC);
        }

        static MatrixView At(MatrixView states, int t) => states.Columns(t, N, T + 1);

        Forward();
        Matrix<double> cell = new DenseMatrix(H, N), output = new DenseMatrix(H, N);
        for (int t = 0; t < T; t++)
        {
            var z = W.ToMatrix() * X.Columns(t, N, T).ToMatrix() + U.ToMatrix() * output
                + b.ToMatrix() * DenseMatrix.Create(1, N, 1);
            Matrix<double> Gate(int g) => z.SubMatrix(g * H, H, 0, N);
            cell = Gate(1).Map(σ).PointwiseMultiply(cell) + Gate(0).Map(σ).PointwiseMultiply(Gate(3).PointwiseTanh());
            output = Gate(2).Map(σ).PointwiseMultiply(cell.PointwiseTanh());
            Near(cell, At(c, t + 1));
            Near(output, At(h, t + 1));
        }

        Assert.Equal(0, Allocated(Forward));
    }

    // Tokens are columns, a head is a block of rows, and all heads of all samples are one batch.
    [Fact]
    public void Attention_reads_heads_as_rows_and_samples_as_columns()
    {
        const int Heads = 3, d = 4;
        MatrixView Q = Normal(Heads * d, N * T), K = Normal(Heads * d, N * T), V = Normal(Heads * d, N * T);
        MatrixView S = new(T, T * Heads * N), A = new(T, T * Heads * N), O = new(Heads * d, N * T);
        static MatrixViews Each(MatrixView x) => x.SplitColumns(N).SplitRows(Heads);
        void Forward()
        {
            S.SplitColumns(N * Heads).Product(Each(K).T, Each(Q), 1 / Math.Sqrt(d));
            Kernels.SoftmaxColumns(T, S.Span, A.Span);
            Each(O).Product(Each(V), A.SplitColumns(N * Heads));
        }

        Forward();
        for (int n = 0; n < N; n++)
        {
            for (int h = 0; h < Heads; h++)
            {
                Matrix<double> Tokens(MatrixView x) => x.Rows(h * d, d).Columns(n * T, T).T.ToMatrix(); // as rows
                var e = (Tokens(Q) * Tokens(K).Transpose() / Math.Sqrt(d)).PointwiseExp();
                var weights = DenseMatrix.OfRowVectors(e.EnumerateRows().Select(row => row / row.Sum()));
                Near(weights * Tokens(V), O.Rows(h * d, d).Columns(n * T, T).T);
            }
        }

        Assert.Equal(0, Allocated(Forward));
    }

    [Fact]
    public void A_convolution_of_one_pixel_is_a_product_with_channels_as_rows()
    {
        const int C = 3, K = 2, pixels = 5;
        MatrixView W = Normal(K, C), X = Normal(C * pixels, N), Y = new(K * pixels, N);
        void Forward() => Y.Reshape(K, pixels * N).Product(W, X.Reshape(C, pixels * N));
        Forward();
        for (int n = 0; n < N; n++)
        {
            Near(W.ToMatrix() * X.Columns(n, 1).Reshape(C, pixels).ToMatrix(), Y.Columns(n, 1).Reshape(K, pixels));
        }

        Assert.Equal(0, Allocated(Forward));
    }

    private static double σ(double z) => 1 / (1 + Math.Exp(-z));

    private static void Near(Matrix<double> expected, MatrixView actual)
        => MatrixViewTests.Near(expected.ToArray(), Elements(actual));

    private DenseMatrix Normal(int rows, int columns) => new(rows, columns, _random.Normals(rows * columns));
}
