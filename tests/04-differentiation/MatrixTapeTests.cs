using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Differentiation.Tests;

public class MatrixTapeTests
{
    private static Matrix<double> Random(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static void Check(Func<MatrixNode, MatrixNode> f, Matrix<double> X, RandomStream random)
    {
        Matrix<double> Value(Matrix<double> x) => f(new MatrixTape().Variable(x)).Value;
        Matrix<double> Y = Value(X), upstream = Random(random, Y.RowCount, Y.ColumnCount);
        GradientCheck.Smooth(Value, X, upstream, MatrixTape.Gradient(f, X, upstream)).ThrowIfFailed();
    }

    // (4.18) S2-060: functions by elements, with a random upstream; ReLU is flat at its kink.
    [Property(MaxTest = 25)]
    public void Functions_by_elements_carry_gradients_back(RandomMatrix m, Seed seed)
    {
        RandomStream random = seed.Stream();
        Check(X => X.Exp(), m.Matrix, random);
        Check(X => X.Sin(), m.Matrix, random);
        Check(X => X.Cos(), m.Matrix, random);
        Check(X => X.Tanh(), m.Matrix, random);
        Check(X => X.Sigmoid(), m.Matrix, random);
        Check(X => (X.Hadamard(X) + 1).Log(), m.Matrix, random);
        Check(X => X.Pow(3) - 2 * X, m.Matrix, random);
        Check(X => -X + (1 - X) - (X - 1).Pow(2) / 3, m.Matrix, random);
        Assert.Equal([0, 0, 1], MatrixTape.Gradient(X => X.Relu().Sum(), Matrices.Column(-1, 0, 2)).Enumerate());
    }

    // (4.18) (4.20) S2-060 S4-047: every operator in both places, with every shape that broadcasts.
    [Property(MaxTest = 40)]
    public void Operators_carry_gradients_back_through_broadcasting(RandomMatrix m, Seed seed)
    {
        RandomStream random = seed.Stream();
        (int rows, int columns) = (m.Matrix.RowCount, m.Matrix.ColumnCount);
        foreach ((int r, int c) in new[] { (rows, columns), (rows, 1), (1, columns), (1, 1) })
        {
            Matrix<double> other = Random(random, r, c), divisor = other.PointwiseMultiply(other) + 1;
            foreach (Func<MatrixNode, MatrixNode, MatrixNode> f in new Func<MatrixNode, MatrixNode, MatrixNode>[]
            {
                (A, B) => A + B, (A, B) => A - B, (A, B) => A.Hadamard(B), (A, B) => A / B,
            })
            {
                Check(A => f(A, A.Tape.Constant(divisor)), m.Matrix, random);
                Check(B => f(B.Tape.Constant(m.Matrix), B), divisor, random);
            }
        }
    }

    // (4.19) S2-060 S4-053: products, transposes, sums, parts and stacks.
    [Property(MaxTest = 30)]
    public void Products_and_sums_carry_gradients_back(RandomMatrix m, Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> left = Random(random, 4, m.Matrix.RowCount), right = Random(random, m.Matrix.ColumnCount, 3);
        Check(X => X.Tape.Constant(left) * X, m.Matrix, random);
        Check(X => X * X.Tape.Constant(right), m.Matrix, random);
        Check(X => X.Transpose() * X, m.Matrix, random);
        Check(X => X.RowSums().Hadamard(X), m.Matrix, random);
        Check(X => X.ColumnSums().Pow(2), m.Matrix, random);
        Check(X => X.Sum().Pow(2), m.Matrix, random);
        Check(X => X.Mean().Exp(), m.Matrix, random);
        int row = random.Below(m.Matrix.RowCount), column = random.Below(m.Matrix.ColumnCount);
        Check(X => X.Rows(row, m.Matrix.RowCount - row).Pow(2), m.Matrix, random);
        Check(X => X.Columns(column, 1).Exp(), m.Matrix, random);
        Check(X => X.Tanh().Above(2 * X), m.Matrix, random);
    }

    // (4.16): a matrix tape of 1 × 1 matrices is a scalar tape.
    [Property]
    public void Both_tapes_agree_on_numbers(Number a, Number b)
    {
        (_, double u, double v) =
            NotesExamples.Partials((u, v) => (u * v).Tanh() + u.Pow(2) / (v * v + 1), a.Value, b.Value);
        var matrices = new MatrixTape();
        MatrixNode U = matrices.Variable(Matrices.Column(a.Value)), V = matrices.Variable(Matrices.Column(b.Value));
        matrices.Backward((U * V).Tanh() + U.Pow(2) / (V * V + 1));
        Assert.Equal(u, U.Gradient![0, 0], 1e-12);
        Assert.Equal(v, V.Gradient![0, 0], 1e-12);
    }

    // (4.17) S2-061 S4-055: the rules are shared with the scalar tape; a matrix adds up, too, and is copied.
    [Fact]
    public void Gradients_add_up_and_leaves_keep_copies()
    {
        var tape = new MatrixTape();
        Matrix<double> two = Matrix<double>.Build.Dense(2, 1, 2), upstream = Matrix<double>.Build.Dense(2, 1, 1);
        MatrixNode x = tape.Variable(two), y = x.Pow(2);
        two[0, 0] = 7;
        tape.Backward(y.Sum(), retainGraph: true);
        tape.Backward(y, upstream);
        Assert.Equal([8.0, 8], x.Gradient!.Enumerate());
        Assert.Equal((null, "pow"), (y.Gradient, y.Operation));
        x.ZeroGradient();
        tape.Backward(x, upstream);
        upstream[0, 0] = 9;
        Assert.Equal([1.0, 1], x.Gradient!.Enumerate());
        using (tape.NoGrad())
        {
            tape.Assign(x, two);
        }

        two[0, 0] = 3;
        Assert.Equal([7.0, 2], x.Value.Enumerate());
        Assert.Equal(0, MatrixTape.Gradient(X => (X.Detach().Hadamard(X) - X.Detach().Hadamard(X)).Sum(), two)[0, 0]);
    }

    // S2-060: chapter 02's backward passes against the tape, with a random upstream. ReLU away from its kink.
    [Property]
    public void Backward_passes_of_activations_agree_with_the_tape(PairOfMatrices pair)
    {
        (Matrix<double> Z, Matrix<double> dY) = (pair.A, pair.B);
        Digits.Agree(MatrixTape.Gradient(z => z.Sigmoid(), Z, dY),
            ActivationEquations.Backward(Activation.Sigmoid, Z, dY), 10);
        Digits.Agree(MatrixTape.Gradient(z => z.Tanh(), Z, dY), ActivationEquations.Backward(Activation.Tanh, Z, dY),
            10);
        Digits.Agree(MatrixTape.Gradient(z => z.Relu(), Z, dY), ActivationEquations.Backward(Activation.Relu, Z, dY),
            10);
        Digits.Agree(MatrixTape.Gradient(z => (z.Exp() + 1).Log(), Z, dY),
            ActivationEquations.Backward(Activation.Softplus, Z, dY), 10);
        Matrix<double> P = ActivationEquations.Softmax(Z);
        Near(MatrixTape.Gradient(Softmax, Z, dY), ActivationEquations.SoftmaxBackward(P, dY), dY);
        Near(MatrixTape.Gradient(z => Softmax(z).Log(), Z, dY),
            ActivationEquations.LogSoftmaxBackward(ActivationEquations.LogSoftmax(Z), dY), dY);
    }

    // The gradient is small where the softmax saturates: compared with the size of what cancels in it.
    private static void Near(Matrix<double> expected, Matrix<double> actual, Matrix<double> upstream) => Assert.True(
        (expected - actual).Enumerate().Max(Math.Abs)
        <= 1e-11 * (1 + upstream.Enumerate().Max(Math.Abs) * upstream.RowCount));

    private static MatrixNode Softmax(MatrixNode z) => z.Exp() / z.Exp().ColumnSums();

    // S2-060: chapter 03's gradients of squared and absolute errors against the tape.
    [Property]
    public void Gradients_of_regression_losses_agree_with_the_tape(PairOfMatrices pair)
    {
        (Matrix<double> Ŷ, Matrix<double> Y) = (pair.A, pair.B);
        MatrixNode Residual(MatrixNode ŷ) => ŷ - ŷ.Tape.Constant(Y);
        Digits.Agree(MatrixTape.Gradient(ŷ => Residual(ŷ).Pow(2).Mean(), Ŷ),
            RegressionEquations.MeanSquaredErrorGradient(Ŷ, Y), 10);
        Digits.Agree(MatrixTape.Gradient(ŷ => (Residual(ŷ).Relu() + (-Residual(ŷ)).Relu()).Mean(), Ŷ),
            RegressionEquations.MeanAbsoluteErrorGradient(Ŷ, Y), 10);
    }

    // S2-060: chapter 03's gradients of both cross-entropies against the tape, through the logits.
    [Property]
    public void Gradients_of_cross_entropies_agree_with_the_tape(ClassBatch batch, BinaryBatch binary)
    {
        Matrix<double> Y = batch.SoftTargets;
        Near(MatrixTape.Gradient(
                z => -1.0 / Y.ColumnCount * Softmax(z).Log().Hadamard(z.Tape.Constant(Y)).Sum(), batch.Logits),
            CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, Y), Y);
        Vector<double> y = Vector<double>.Build.Dense(binary.Labels), z = Vector<double>.Build.Dense(binary.Logits);
        MatrixNode CrossEntropy(MatrixNode p) =>
            -(p.Log().Hadamard(p.Tape.Constant(y.ToColumnMatrix()))
                + (1 - p).Log().Hadamard(p.Tape.Constant((1 - y).ToColumnMatrix()))).Mean();
        Vector<double> gradient =
            MatrixTape.Gradient(logits => CrossEntropy(logits.Sigmoid()), z.ToColumnMatrix()).Column(0);
        Assert.True((gradient - BinaryEquations.CrossEntropyOfLogitsGradient(z, y)).AbsoluteMaximum() < 1e-9);
    }
}
