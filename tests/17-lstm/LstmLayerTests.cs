using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Verification;
using static Reference.LongShortTermMemory.Tests.Cells;
using static Reference.Testing.BadInput;

namespace Reference.LongShortTermMemory.Tests;

/// <summary>The layer: agreement with the equations, gradients, files, memory, bad input.</summary>
public class LstmLayerTests
{
    // (17.4) (17.6) (17.7) (17.8) (17.9) (17.10) (17.11) S2-204 S3-166 S4-190
    [Property(MaxTest = 30)]
    public void Equations_and_layer_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(5), H = 1 + random.Below(20), T = 1 + random.Below(5), N = 1 + random.Below(4);
        StackedLstm θ = LstmEquations.Stack(Draw(random, D, H));
        var layer = new Lstm(θ, new Sequences(T));
        Matrix<double>[] x = Sequence(random, T, D, N), dh = Sequence(random, T, H, N);
        Matrix<double> h0 = Normal(random, H, N), C0 = Normal(random, H, N), last = Normal(random, 2 * H, N);
        List<LstmMatrixStep> steps = LstmEquations.Forward(θ, x, h0, C0);
        Near(Batch([.. steps.Select(s => s.h)]), layer.Forward(Batch(x).View(), h0.Stack(C0).View()).ToMatrix());
        Near(steps[^1].h.Stack(steps[^1].C), layer.LastState.ToMatrix());
        Near(steps[0].i.Stack(steps[0].f).Stack(steps[0].g).Stack(steps[0].o), layer.Gates(0).ToMatrix());
        Matrix<double> dX = layer.Backward(Batch(dh).View()).ToMatrix();
        (StackedLstm dθ, Matrix<double>[] dx, Matrix<double> dh0, Matrix<double> dC0) =
            LstmEquations.Backward(θ, x, h0, C0, steps, dh);
        Near(Batch(dx), dX);
        Near(dθ.W_x, layer.Parameters[0].Gradient);
        Near(dθ.W_h, layer.Parameters[1].Gradient);
        Near(dθ.b, layer.Parameters[2].Gradient);
        Near(dh0.Stack(dC0), layer.StateGradient(0).ToMatrix());
    }

    // (17.8) (17.10) (17.11) S4-191 S2-182: padded, last step, both directions, stacked.
    [Theory]
    [InlineData("plain", Returns.LastStep)]
    [InlineData("bidirectional", Returns.EveryStep)]
    [InlineData("stack", Returns.LastStep)]
    public void Every_gradient_is_the_numerical_one(string kind, Returns returns)
    {
        var random = new RandomStream(5);
        var sequences = new Sequences(3);
        sequences.Expect(3, [true, true, false, false, true, true]);
        Lstm Of(int inputs, Returns what, bool reversed = false) =>
            new(inputs, 3, sequences, Initializers.Normal(random, 0.6), bias: Initializers.Normal(random, 0.6))
                { Returns = what, Reversed = reversed };
        ILayer layer = kind switch
        {
            "plain" => Of(2, returns),
            "bidirectional" => new Bidirectional(Of(2, returns), Of(2, returns, true)),
            _ => new Sequential(Of(2, Returns.EveryStep), Of(3, returns)),
        };
        Matrix<double> X = Normal(random, 2, 6), Y = layer.Forward(X), dY = Normal(random, Y.RowCount, Y.ColumnCount);
        layer.Forward(X);
        GradientCheck.Smooth(x => layer.Forward(x, Mode.Inference), X, dY, layer.Backward(dY)).ThrowIfFailed();
        foreach (Parameter p in layer.Parameters)
        {
            GradientCheck.Direction(
                InPlace.Of(p.Value, () => layer.Forward(X, Mode.Inference)), p.Value.Clone(), dY, p.Gradient, random)
                .ThrowIfFailed();
        }
    }

    // (17.7) S2-198 S2-202: the notes' four matrices → a file in PyTorch's order → a layer → the four matrices.
    [Fact]
    public void Four_matrices_and_a_PyTorch_file_load_into_each_other()
    {
        var random = new RandomStream(6);
        LstmMatrices notes = Draw(random, 3, 4);
        var layer = new Lstm(LstmEquations.Stack(notes), new Sequences(2));
        Assert.Equal(
            ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"], layer.Stored.Select(t => t.Name));
        var other = new Lstm(3, 4, new Sequences(2), Initializers.Zero);
        StateDictionary.Load(other, StateDictionary.Of(layer));
        Assert.Equal(notes, LstmEquations.Split(other.Weights));
        Assert.Equal(notes.f.W[1, 4], layer.Stored[0].Save().Doubles[(4 + 1) * 3]); // row of f, first column of x
    }

    // (17.13) S2-198: b_f = 1 and nothing else.
    [Fact]
    public void The_forget_bias_is_that_of_the_forget_gate()
    {
        var layer = new Lstm(2, 3, new Sequences(1), Initializers.Zero, forgetBias: 1);
        Assert.Equal([0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0], layer.Parameters[2].Values.ToArray());
        layer.Forward(new MatrixView(2, 1));
        Assert.Equal(Activations.ScalarActivations.Sigmoid(1), layer.Gates(0)[3, 0], 1e-15);
    }

    // S3-152: shared layers add their gradients; a zeroed gradient holds the next pass alone.
    [Fact]
    public void Gradients_add_up_until_they_are_zeroed()
    {
        var random = new RandomStream(7);
        var layer = new Lstm(2, 3, new Sequences(4), Initializers.Normal(random, 0.5));
        ILayer twin = layer.Shared();
        Matrix<double> X = Normal(random, 2, 8), dY = Normal(random, 3, 8);
        Assert.Equal(layer.Forward(X), twin.Forward(X));
        layer.Backward(dY);
        Matrix<double>[] once = [.. layer.Parameters.Select(p => p.Gradient.Clone())];
        twin.Backward(dY);
        foreach ((Parameter p, Matrix<double> g) in layer.Parameters.Zip(once))
        {
            Near(2 * g, p.Gradient);
            p.ZeroGradient();
        }

        layer.Backward(dY);
        Assert.Equal(once, layer.Parameters.Select(p => p.Gradient));
    }

    // A sequence allocates nothing once its buffers are there.
    [Fact]
    public void A_sequence_allocates_nothing()
    {
        var random = new RandomStream(8);
        var layer = new Lstm(8, 8, new Sequences(50), Initializers.Normal(random, 0.3));
        MatrixView X = Normal(random, 8, 100).View(), dY = Normal(random, 8, 100).View();
        long Pass()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            layer.Forward(X);
            layer.Backward(dY);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Pass();
        Assert.InRange(Enumerable.Range(0, 5).Min(_ => Pass()), 0, 200);
    }

    // S3-163: shapes, states and gradients that do not fit, a gradient that is not finite.
    [Fact]
    public void Bad_input_is_refused()
    {
        var random = new RandomStream(9);
        var layer = new Lstm(2, 3, new Sequences(4), Initializers.Normal(random, 0.3));
        Refuses(() => layer.Forward(Normal(random, 3, 4)), "[2 × N·T]", "[3 × 4]");
        Refuses(() => ScalarLstm.Step(LstmNumbers.Equal(1), [1, 1], [0], [0]), "W_f", "2", "3");
        Refuses(() => layer.Forward(Normal(random, 2, 6)), "4", "6");
        Refuses(() => layer.Forward(Normal(random, 2, 4).View(), Normal(random, 3, 1).View()), "[6 × 1]", "[3 × 1]");
        Refuses(
            () => _ = new Lstm(new(Normal(random, 8, 2), Normal(random, 8, 3), Normal(random, 8, 1)), new(1)),
            "[12 × D]", "[8 × 2]");
        Refuses(() => _ = new Lstm(2, 3, new(1), Initializers.Zero, forgetBias: double.NaN), "forgetBias");
        layer.Forward(Normal(random, 2, 4));
        Matrix<double> dY = Normal(random, 3, 4);
        dY[1, 2] = double.PositiveInfinity;
        Assert.Contains("step 3 of 4", Assert.Throws<ArithmeticException>(() => layer.Backward(dY)).Message);
    }
}
