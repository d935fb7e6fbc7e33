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

    // (4.23) S2-060: functions by elements, with a random upstream.
    [Property]
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
    }

    // (4.23) (4.25) S2-060 S4-047: every operator in both places, with every shape that broadcasts.
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

    // (4.24) S2-060 S4-053: products, transposes, sums, parts and stacks.
    [Property]
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

    // (4.21): a matrix tape of 1 × 1 matrices is a scalar tape.
    [Property]
    public void Both_tapes_agree_on_numbers(Number a, Number b)
    {
        var scalars = new ScalarTape();
        (ScalarNode u, ScalarNode v) = (scalars.Variable(a.Value), scalars.Variable(b.Value));
        scalars.Backward((u * v).Tanh() + u.Pow(2) / (v * v + 1));
        var matrices = new MatrixTape();
        (MatrixNode U, MatrixNode V) =
            (matrices.Variable(Matrix<double>.Build.Dense(1, 1, a.Value)), matrices.Variable(Matrix<double>.Build.Dense(1, 1, b.Value)));
        matrices.Backward((U * V).Tanh() + U.Pow(2) / (V * V + 1));
        Assert.Equal(u.Gradient!.Value, U.Gradient![0, 0], 1e-12);
        Assert.Equal(v.Gradient!.Value, V.Gradient![0, 0], 1e-12);
    }

    // (4.22) S2-061 S4-055: the same rules as for scalars: add up, zero, free, retain, leaves only.
    [Fact]
    public void The_rules_are_those_of_the_scalar_tape()
    {
        var tape = new MatrixTape();
        Matrix<double> two = Matrix<double>.Build.Dense(2, 1, 2);
        MatrixNode x = tape.Variable(two), y = x.Pow(2), sum = y.Sum();
        tape.Backward(sum, retainGraph: true);
        tape.Backward(sum);
        Assert.Equal([8.0, 8], x.Gradient!.Enumerate());
        Assert.Equal(0, tape.Length);
        Assert.Null(y.Gradient);
        Assert.Equal(("pow", false, true), (y.Operation, y.IsLeaf, y.RequiresGrad));
        Assert.Contains("retainGraph", Assert.Throws<InvalidOperationException>(() => tape.Backward(sum)).Message, StringComparison.Ordinal);
        MatrixTape.ZeroGrad(x);
        Assert.Null(x.Gradient);
        using (tape.NoGrad())
        {
            Assert.False(x.Pow(2).RequiresGrad);
            tape.Assign(x, 2 * two);
        }

        Assert.Equal(0, tape.Length);
        Assert.Equal(4, x.Value[0, 0]);
        tape.Backward(x.Hadamard(x.Detach()).Sum());
        Assert.Equal([4.0, 4], x.Gradient!.Enumerate());
        Assert.Throws<InvalidOperationException>(() => tape.Assign(x, two));
        MatrixNode inner = x.Pow(2);
        using (tape.NoGrad())
        {
            Assert.Throws<InvalidOperationException>(() => tape.Assign(inner, two));
            Assert.Throws<ArgumentException>(() => tape.Assign(x, Matrix<double>.Build.Dense(1, 2)));
        }
    }

    // S4-040: a variable copies its matrix, and its gradient is its own: neither changes with the caller's.
    [Fact]
    public void A_tape_keeps_copies()
    {
        var tape = new MatrixTape();
        Matrix<double> caller = Matrix<double>.Build.Dense(1, 1, 3), upstream = Matrix<double>.Build.Dense(1, 1, 5);
        MatrixNode x = tape.Variable(caller);
        caller[0, 0] = 7;
        Assert.Equal(3, x.Value[0, 0]);
        tape.Backward(x, upstream);
        upstream[0, 0] = 9;
        Assert.Equal(5, x.Gradient![0, 0]);
        Assert.Equal(0, MatrixTape.Gradient(X => X.Detach().Hadamard(X) - X.Detach().Hadamard(X), caller)[0, 0]);
    }

    // S2-060: chapter 02's backward passes against the tape, with a random upstream. ReLU away from its kink.
    [Property]
    public void Hand_derived_backward_passes_of_activations_are_the_tapes(PairOfMatrices pair)
    {
        (Matrix<double> Z, Matrix<double> dY) = (pair.A, pair.B);
        Digits.Agree(MatrixTape.Gradient(z => z.Sigmoid(), Z, dY), ActivationEquations.Backward(Activation.Sigmoid, Z, dY), 10);
        Digits.Agree(MatrixTape.Gradient(z => z.Tanh(), Z, dY), ActivationEquations.Backward(Activation.Tanh, Z, dY), 10);
        Digits.Agree(MatrixTape.Gradient(z => z.Relu(), Z, dY), ActivationEquations.Backward(Activation.Relu, Z, dY), 10);
        Digits.Agree(MatrixTape.Gradient(z => (z.Exp() + 1).Log(), Z, dY), ActivationEquations.Backward(Activation.Softplus, Z, dY), 10);
        Matrix<double> P = ActivationEquations.Softmax(Z);
        Near(MatrixTape.Gradient(Softmax, Z, dY), ActivationEquations.SoftmaxBackward(P, dY), dY);
        Near(MatrixTape.Gradient(z => Softmax(z).Log(), Z, dY), ActivationEquations.LogSoftmaxBackward(ActivationEquations.LogSoftmax(Z), dY), dY);
    }

    // The softmax's gradient is small where it saturates, or 0 for one class: compared with the size of what cancels in it.
    private static void Near(Matrix<double> expected, Matrix<double> actual, Matrix<double> upstream) =>
        Assert.True((expected - actual).Enumerate().Max(Math.Abs) <= 1e-11 * (1 + upstream.Enumerate().Max(Math.Abs) * upstream.RowCount));

    private static MatrixNode Softmax(MatrixNode z) => z.Exp() / z.Exp().ColumnSums();

    // S2-060: chapter 03's gradients of regression losses against the tape.
    [Property]
    public void Hand_derived_gradients_of_regression_losses_are_the_tapes(PairOfMatrices pair)
    {
        (Matrix<double> Ŷ, Matrix<double> Y) = (pair.A, pair.B);
        MatrixNode Residual(MatrixNode ŷ) => ŷ - ŷ.Tape.Constant(Y);
        Digits.Agree(MatrixTape.Gradient(ŷ => Residual(ŷ).Pow(2).Sum(), Ŷ), RegressionEquations.SumOfSquaresGradient(Ŷ, Y), 10);
        Digits.Agree(MatrixTape.Gradient(ŷ => Residual(ŷ).Pow(2).Sum() / 2, Ŷ), RegressionEquations.HalfSumOfSquaresGradient(Ŷ, Y), 10);
        Digits.Agree(MatrixTape.Gradient(ŷ => Residual(ŷ).Pow(2).Mean(), Ŷ), RegressionEquations.MeanSquaredErrorGradient(Ŷ, Y), 10);
        Digits.Agree(MatrixTape.Gradient(ŷ => Residual(ŷ).Pow(2).Mean() / 2, Ŷ), RegressionEquations.HalfMeanSquaredErrorGradient(Ŷ, Y), 10);
        Digits.Agree(MatrixTape.Gradient(ŷ => (Residual(ŷ).Relu() + (-Residual(ŷ)).Relu()).Mean(), Ŷ), RegressionEquations.MeanAbsoluteErrorGradient(Ŷ, Y), 10);
    }

    // S2-060: chapter 03's gradients of classification losses against the tape, through the logits.
    [Property]
    public void Hand_derived_gradients_of_classification_losses_are_the_tapes(ClassBatch batch, BinaryBatch binary)
    {
        Matrix<double> Expected(Matrix<double> Y) =>
            MatrixTape.Gradient(z => -1.0 / Y.ColumnCount * Softmax(z).Log().Hadamard(z.Tape.Constant(Y)).Sum(), batch.Logits);
        Assert.True((Expected(batch.OneHot) - CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, batch.OneHot)).Enumerate().Max(Math.Abs) < 1e-11);
        Assert.True(
            (Expected(batch.SoftTargets) - CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, batch.SoftTargets))
                .Enumerate().Max(Math.Abs) < 1e-11);

        Vector<double> y = Vector<double>.Build.Dense(binary.Labels), p = Vector<double>.Build.Dense(binary.Probabilities),
            z = Vector<double>.Build.Dense(binary.Logits);
        MatrixNode CrossEntropy(MatrixNode q) =>
            -(q.Log().Hadamard(q.Tape.Constant(y.ToColumnMatrix())) + (1 - q).Log().Hadamard(q.Tape.Constant((1 - y).ToColumnMatrix()))).Mean();
        Digits.Agree(MatrixTape.Gradient(CrossEntropy, p.ToColumnMatrix()).Column(0), BinaryEquations.CrossEntropyGradient(p, y), 10);
        Assert.True(
            (MatrixTape.Gradient(q => CrossEntropy(q.Sigmoid()), z.ToColumnMatrix()).Column(0) - BinaryEquations.CrossEntropyOfLogitsGradient(z, y))
                .AbsoluteMaximum() < 1e-9);
    }
}
