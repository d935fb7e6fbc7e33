using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>The fused steps of optimizers against their formulas, number by number.</summary>
public sealed class UpdateTests
{
    private delegate void Step<T>(int t, ReadOnlySpan<T> g, Span<T> s, Span<T> second, Span<T> θ, VectorPath path);

    // What one parameter does: (t, g, s, second, θ) → the new three.
    private sealed record Rule(Step<double> Double, Step<float> Single, Func<int, double, double, double, double, (double S, double Second, double Theta)> Formula);

    private static readonly Dictionary<string, Rule> s_rules = new()
    {
        ["Momentum"] = new(
            (_, g, s, _, θ, p) => Kernels.Momentum(0.1, 0.9, 0.2, g, s, θ, p),
            (_, g, s, _, θ, p) => Kernels.Momentum(0.1, 0.9, 0.2, g, s, θ, p),
            (_, g, s, r, θ) => (0.9 * s + 0.2 * g, r, θ - 0.1 * (0.9 * s + 0.2 * g))),
        ["Nesterov"] = new(
            (_, g, s, _, θ, p) => Kernels.Nesterov(0.1, 0.9, g, s, θ, p),
            (_, g, s, _, θ, p) => Kernels.Nesterov(0.1, 0.9, g, s, θ, p),
            (_, g, s, r, θ) => (0.9 * s + g, r, θ - 0.1 * (g + 0.9 * (0.9 * s + g)))),
        ["AdaGrad"] = new(
            (_, g, s, _, θ, p) => Kernels.AdaGrad(0.1, 1e-3, g, s, θ, p),
            (_, g, s, _, θ, p) => Kernels.AdaGrad(0.1, 1e-3, g, s, θ, p),
            (_, g, s, r, θ) => (s + g * g, r, θ - 0.1 * g / (Math.Sqrt(s + g * g) + 1e-3))),
        ["RMSProp"] = new(
            (_, g, s, _, θ, p) => Kernels.RmsProp(0.1, 0.9, 1e-3, g, s, θ, p),
            (_, g, s, _, θ, p) => Kernels.RmsProp(0.1, 0.9, 1e-3, g, s, θ, p),
            (_, g, s, r, θ) => (0.9 * s + 0.1 * g * g, r, θ - 0.1 * g / (Math.Sqrt(0.9 * s + 0.1 * g * g) + 1e-3))),
        ["Adam"] = new(
            (t, g, s, r, θ, p) => Kernels.AdamW(t, 0.01, 0.9, 0.99, 1e-8, 0, g, s, r, θ, p),
            (t, g, s, r, θ, p) => Kernels.AdamW(t, 0.01, 0.9, 0.99, 1e-8, 0, g, s, r, θ, p),
            (t, g, s, r, θ) => Adam(t, g, s, r, θ, 0)),
        ["AdamW"] = new(
            (t, g, s, r, θ, p) => Kernels.AdamW(t, 0.01, 0.9, 0.99, 1e-8, 0.3, g, s, r, θ, p),
            (t, g, s, r, θ, p) => Kernels.AdamW(t, 0.01, 0.9, 0.99, 1e-8, 0.3, g, s, r, θ, p),
            (t, g, s, r, θ) => Adam(t, g, s, r, θ, 0.3)),
    };

    public static TheoryData<string> Rules => [.. s_rules.Keys];

    private static (double, double, double) Adam(int t, double g, double m, double v, double θ, double decay)
    {
        m = 0.9 * m + 0.1 * g;
        v = 0.99 * v + 0.01 * g * g;
        return (m, v, θ - 0.01 * decay * θ - 0.01 * (m / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v / (1 - Math.Pow(0.99, t))) + 1e-8));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Five_steps_are_those_of_the_formula(string name)
    {
        Rule rule = s_rules[name];
        var random = new RandomStream(4);
        for (int n = 0; n <= 20; n++)
        {
            double[] s = new double[n], second = new double[n], θ = random.Normals(n);
            (double S, double Second, double Theta)[] expected = [.. θ.Select(v => (0.0, 0.0, v))];
            for (int t = 1; t <= 5; t++)
            {
                double[] g = random.Normals(n);
                rule.Double(t, g, s, second, θ, VectorPaths.Best);
                expected = [.. expected.Zip(g, (e, d) => rule.Formula(t, d, e.S, e.Second, e.Theta))];
            }

            // A few roundings a step, of numbers around 1.
            Assert.All(expected.Select((e, i) => (e, i)), p => Assert.Equal(p.e.S, s[p.i], 1e-14));
            Assert.All(expected.Select((e, i) => (e, i)), p => Assert.Equal(p.e.Second, second[p.i], 1e-14));
            Assert.All(expected.Select((e, i) => (e, i)), p => Assert.Equal(p.e.Theta, θ[p.i], 1e-13));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_path_takes_the_same_step_to_the_bit(string name)
    {
        var random = new RandomStream(5);
        double[] g = random.Normals(77), s = random.Uniforms(77, 0, 1), second = random.Uniforms(77, 0, 1), θ = random.Normals(77);
        Same(s_rules[name].Double, g, s, second, θ);
        Same(s_rules[name].Single, [.. g.Select(v => (float)v)], [.. s.Select(v => (float)v)], [.. second.Select(v => (float)v)], [.. θ.Select(v => (float)v)]);
    }

    private static void Same<T>(Step<T> step, T[] g, T[] s, T[] second, T[] θ)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[][] expected = [[.. s], [.. second], [.. θ]];
        step(3, g, expected[0], expected[1], expected[2], VectorPath.Portable);
        Assert.NotEqual(θ, expected[2]);
        foreach (VectorPath path in VectorPaths.Available)
        {
            T[][] actual = [[.. s], [.. second], [.. θ]];
            step(3, g, actual[0], actual[1], actual[2], path);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Nesterov_stands_where_the_textbook_form_looks_ahead()
    {
        // θ′ moves by u ← βu − η g(θ′ + βu), θ′ ← θ′ + u; ours keeps θ = θ′ + βu. On the loss θ², g = 2θ.
        double[] θ = [1.0], v = [0.0];
        double textbook = 1, u = 0;
        for (int t = 0; t < 10; t++)
        {
            u = 0.9 * u - 0.1 * 2 * (textbook + 0.9 * u);
            textbook += u;
            Kernels.Nesterov(0.1, 0.9, [2 * θ[0]], v, θ);
            Assert.Equal(textbook + 0.9 * u, θ[0], 1e-14);
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_and_steps_that_do_not_count_are_refused()
    {
        double[] two = new double[2], three = new double[3], other = new double[3], third = new double[3];
        Assert.Contains("expected 3, got 2", Assert.Throws<ArgumentException>("velocity", () => Kernels.Momentum(0.1, 0.9, 1, three, two, other)).Message);
        Assert.Throws<ArgumentException>("parameter", () => Kernels.Nesterov(0.1, 0.9, three, other, two));
        Assert.Throws<ArgumentException>("square", () => Kernels.AdaGrad(0.1, 1e-8, three, other, other));
        Assert.Throws<ArgumentException>("square", () => Kernels.RmsProp(0.1, 0.9, 1e-8, three, three, other));
        Assert.Throws<ArgumentException>("mean", () => Kernels.Adam(1, 0.1, 0.9, 0.9, 1e-8, three, two, other, third));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => Kernels.Adam(0, 0.1, 0.9, 0.9, 1e-8, three, other, third, new double[3]));
    }
}
