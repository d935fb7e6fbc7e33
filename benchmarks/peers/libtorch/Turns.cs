using System.Diagnostics;

namespace Reference.Benchmarks.LibTorch;

/// <summary>Seconds of one call of what a line asks for; what was asked for before is kept.</summary>
internal sealed class Turns(bool elapsed)
{
    private readonly ThreadClock _clock = new(elapsed);
    private readonly Dictionary<string, Action> _kept = [];

    internal double Of(string line, Func<string, Action> create)
    {
        if (!_kept.TryGetValue(line, out Action? action))
        {
            _kept[line] = action = create(line);
            var warm = Stopwatch.StartNew();
            for (int i = 0; i < 20 && warm.Elapsed.TotalSeconds < 1; i++)
            {
                action(); // TorchScript specializes its code in the first calls
            }
        }

        return _clock.Turn(action);
    }
}
