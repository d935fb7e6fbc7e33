using System.Numerics;
using BenchmarkDotNet.Attributes;
using Reference.Numerics;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>
/// What the ladders of functions over spans share: n numbers where the function is neither flat nor infinite, and
/// rungs by their type.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public abstract class FunctionLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T[] _x = [], _y = [];

    /// <summary>A column of a small layer, a larger one, and more than the first cache holds.</summary>
    [Params(10, 1000, 30_000)]
    public int N { get; set; }

    /// <summary>Inputs from −10 to 10.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _x = [.. new RandomStream(1).Uniforms(N, -10, 10).Select(T.CreateTruncating)];
        _y = new T[N];
    }

    private protected void Climb<TRung>()
        where TRung : IFunctionRung<T>, new() => Instance<TRung>.Rung.Apply(_x, _y);

    private static class Instance<TRung>
        where TRung : new()
    {
        internal static readonly TRung Rung = new();
    }
}
