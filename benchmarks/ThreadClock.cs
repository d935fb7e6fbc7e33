using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Reference.Benchmarks;

/// <summary>
/// The processor time of the calling thread: what a computation takes when other programs want the same core. Elapsed
/// time where the system does not tell it, and where <paramref name="elapsed"/> asks for it, as work on several
/// threads must.
/// </summary>
internal sealed partial class ThreadClock(bool elapsed)
{
    private const int ThreadProcessorTime = 3;

    private readonly bool _elapsed = elapsed || !OperatingSystem.IsLinux();

    /// <summary>Seconds since some moment.</summary>
    internal double Now()
    {
        if (_elapsed || Read(ThreadProcessorTime, out TimeSpec time) != 0)
        {
            return Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
        }

        return time.Seconds + 1e-9 * time.Nanoseconds;
    }

    /// <summary>Seconds of one call, from about ten milliseconds of calls.</summary>
    internal double Turn(Action action)
    {
        double begin = Now(), end = begin;
        int count = 0;
        for (int batch = 1; end - begin < 0.01; batch *= 2)
        {
            // Ever more calls between two looks at the clock, which takes longer than a small product.
            for (int i = 0; i < batch; i++)
            {
                action();
            }

            count += batch;
            end = Now();
        }

        return (end - begin) / count;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out TimeSpec time);

    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
