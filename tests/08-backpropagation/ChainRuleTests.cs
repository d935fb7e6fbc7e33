using Reference.Activations;
using Reference.Differentiation;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Backpropagation.Tests;

public class ChainRuleTests
{
    private static ChainOfTwo Draw(RandomStream random) =>
        new(random.Normal(), random.Normal(), random.Normal(), random.Normal(), random.Normal(), random.Uniform());

    // (8.12) (8.13) S4-033
    [Property]
    public void The_chain_has_the_numerical_derivatives(Seed seed)
    {
        ChainOfTwo c = Draw(seed.Stream());
        GradientCheck.Smooth(θ => new ChainOfTwo(c.X, θ[0], θ[1], θ[2], θ[3], c.T).E,
            new[] { c.W1, c.B1, c.W2, c.B2 }, [c.dW1, c.dB1, c.dW2, c.dB2]).ThrowIfFailed();
    }

    // (8.12) (8.13) S4-033 S1-073: the scalar tape walks the same chain.
    [Property]
    public void The_chain_is_the_tapes(Seed seed)
    {
        ChainOfTwo c = Draw(seed.Stream());
        var tape = new ScalarTape();
        (ScalarNode w1, ScalarNode b1, ScalarNode w2, ScalarNode b2) = (tape.Variable(c.W1), tape.Variable(c.B1), tape.Variable(c.W2), tape.Variable(c.B2));
        ScalarNode a2 = (w2 * (w1 * c.X + b1).Sigmoid() + b2).Sigmoid();
        tape.Backward(0.5 * (c.T - a2).Pow(2));
        Assert.Equal(c.A2, a2.Value, 1e-14);
        Digits.Agree([w1.Gradient!.Value, b1.Gradient!.Value, w2.Gradient!.Value, b2.Gradient!.Value], [c.dW1, c.dB1, c.dW2, c.dB2], 11);
    }

    // S4-033: all four derivatives are taken before anything moves.
    [Property]
    public void A_step_of_the_chain_uses_the_old_weights(Seed seed)
    {
        ChainOfTwo c = Draw(seed.Stream()), after = c.After(0.4);
        Assert.Equal([c.W1 - 0.4 * c.dW1, c.B1 - 0.4 * c.dB1, c.W2 - 0.4 * c.dW2, c.B2 - 0.4 * c.dB2], new[] { after.W1, after.B1, after.W2, after.B2 });
        Assert.Equal((c.X, c.T), (after.X, after.T));
    }

    // S4-033: the general algorithm finds the same on 1-1-1.
    [Property]
    public void The_chain_is_a_network(Seed seed)
    {
        ChainOfTwo c = Draw(seed.Stream());
        IReadOnlyList<ScalarLayer> layers = [new(new[,] { { c.W1 } }, [c.B1], Activation.Sigmoid), new(new[,] { { c.W2 } }, [c.B2], Activation.Sigmoid)];
        ScalarPass pass = ScalarNetwork.Forward(layers, [c.X]);
        IReadOnlyList<ScalarGradient> g = ScalarBackpropagation.Gradients(layers, pass, [OutputLoss.HalfSquared.Derivative(pass.Output[0], c.T)]);
        Digits.Agree([g[0].dW[0, 0], g[0].dB[0], g[1].dW[0, 0], g[1].dB[0]], [c.dW1, c.dB1, c.dW2, c.dB2], 12);
        Assert.Equal(c.E, OutputLoss.HalfSquared.Value(pass.Output[0], c.T), 1e-14);
    }
}
