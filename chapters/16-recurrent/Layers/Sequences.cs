using Reference.Numerics;

namespace Reference.RecurrentNetworks;

/// <summary>
/// How the columns of a batch of sequences are divided: T steps of each of N samples, the steps of a sample one after
/// another, and which of them are padding. The layers of one network share one of these. Set it before a forward pass;
/// it must not change before the backward pass. S2-178.
/// </summary>
public sealed class Sequences
{
    private bool[] _real = []; // [N·T], as the columns; empty without padding

    /// <summary>Sequences of T ≥ 1 steps, none of which is padding.</summary>
    public Sequences(int steps) => Expect(steps);

    /// <summary>T.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether a mask is set.</summary>
    public bool HasPadding => _real.Length > 0;

    /// <summary>The next batches have T ≥ 1 steps and no padding.</summary>
    public void Expect(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (Steps, _real) = (steps, []);
    }

    /// <summary>The next batch has T steps, of which the first of each sample are real. // lengths [N], 1 …
    /// T</summary>
    /// <exception cref="ArgumentException">A sequence is empty, or longer than T.</exception>
    public void Expect(int steps, ReadOnlySpan<int> lengths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        Require.NotEmpty(lengths.Length, nameof(lengths));
        for (int n = 0; n < lengths.Length; n++)
        {
            if (lengths[n] < 1 || lengths[n] > steps)
            {
                throw new ArgumentException(
                    $"Expected lengths from 1 to {steps}; got {lengths[n]} for sample {n}.", nameof(lengths));
            }
        }

        bool[] real = Mask(steps, lengths.Length);
        for (int i = 0; i < real.Length; i++)
        {
            real[i] = i % steps < lengths[i / steps];
        }
    }

    /// <summary>The next batch has T steps with padding anywhere. // real [N·T], true where a step counts</summary>
    /// <exception cref="ArgumentException">Not a multiple of T steps, or a sample without a real one.</exception>
    public void Expect(int steps, ReadOnlySpan<bool> real)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (real.Length == 0 || real.Length % steps != 0)
        {
            throw new ArgumentException(
                $"Expected a mask of N·{steps} steps; got {real.Length}.", nameof(real));
        }

        for (int n = 0; n < real.Length / steps; n++)
        {
            if (!real.Slice(n * steps, steps).Contains(true))
            {
                throw new ArgumentException($"Expected a real step in every sequence; sample {n} has none.",
                    nameof(real));
            }
        }

        real.CopyTo(Mask(steps, real.Length / steps));
    }

    /// <summary>Whether step t of sample n is no padding.</summary>
    public bool IsReal(int n, int t) => _real.Length == 0 || _real[n * Steps + t];

    /// <summary>N of a batch of so many columns.</summary>
    /// <exception cref="ArgumentException">They are not T for each sample, or the mask is of another
    /// batch.</exception>
    internal int SamplesOf(int columns, string layer)
    {
        if (columns == 0 || columns % Steps != 0)
        {
            throw new ArgumentException(
                $"Expected {layer} to get N·{Steps} columns, the steps of N sequences; got {columns}.");
        }

        return !HasPadding || _real.Length == columns
            ? columns / Steps
            : throw new ArgumentException(
                $"Expected {layer} to get the {_real.Length} columns of the mask; got {columns}.");
    }

    private bool[] Mask(int steps, int samples)
    {
        (Steps, _real) = (steps, _real.Length == steps * samples ? _real : new bool[steps * samples]);
        return _real;
    }
}
