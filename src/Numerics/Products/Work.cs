using System.Diagnostics;
using System.Runtime.ExceptionServices;
using MathNet.Numerics;

namespace Reference.Numerics;

/// <summary>
/// A job in parts that run side by side. The calling thread takes parts too and waits only for parts that another
/// thread has begun, so that without a free thread it does all of them itself. Which thread computes a part never
/// changes its result.
/// </summary>
internal abstract class Work : IThreadPoolWorkItem
{
    // A thread of the pool looks for work for some 0.3 ms after its last: so long it joins in within 2 µs. One that
    // sleeps costs the caller 30 µs to wake and comes after 65.
    private static readonly long s_watch = Stopwatch.Frequency / 1_000_000 * 150;
    private static long s_ended = -Stopwatch.Frequency; // when the last job with others ended

    private int _parts;
    private int _taken;
    private int _front;
    private int _back;
    private int _caller;
    private int _done;
    private Exception? _failure;

    /// <summary>The threads asked for; <see cref="Control.MaxDegreeOfParallelism"/> for 0.</summary>
    internal static int Threads(int asked) => asked > 0 ? asked : Control.MaxDegreeOfParallelism;

    /// <summary>
    /// The same for so much work: 1 where it is less than pays. That is a <paramref name="share"/> of
    /// <paramref name="from"/> while the other threads are still looking for work.
    /// </summary>
    internal static int Threads(int asked, double work, double from, double share = 0.25) =>
        work >= share * from && (asked = Threads(asked)) > 1 && (work >= from || OthersWatch) ? asked : 1;

    /// <summary>
    /// As many as have <paramref name="each"/> operations to do, or an eighth of it while they are looking for work.
    /// </summary>
    internal static int ThreadsFor(int asked, double operations, double each)
    {
        asked = Threads(asked);
        if (asked > 1 && operations < asked * each && operations > each / 4 && OthersWatch)
        {
            each /= 8;
        }

        return (int)Math.Clamp(operations / each, 1, asked);
    }

    /// <summary>Whether the last job ended so lately that the threads of the pool still look for work.</summary>
    internal static bool OthersWatch => Stopwatch.GetTimestamp() - Volatile.Read(ref s_ended) < s_watch;

    /// <summary>
    /// Runs all parts, on at most <paramref name="threads"/> threads. An exception of a part is thrown here when all
    /// parts have ended.
    /// </summary>
    internal void Run(int parts, int threads)
    {
        (_parts, _caller) = (parts, Environment.CurrentManagedThreadId);
        for (int i = 1; i < Math.Min(parts, threads); i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        Execute();
        After(parts);
        if (Math.Min(parts, threads) > 1)
        {
            Volatile.Write(ref s_ended, Stopwatch.GetTimestamp());
        }

        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <inheritdoc/>
    public void Execute()
    {
        bool front = InOrder || Environment.CurrentManagedThreadId == _caller;
        while (Interlocked.Increment(ref _taken) <= _parts)
        {
            int part = front ? Interlocked.Increment(ref _front) - 1 : _parts - Interlocked.Increment(ref _back);
            try
            {
                Part(part);
            }
            catch (Exception failure)
            {
                // The caller's memory is in use until all parts have ended; then the first exception is thrown.
                Interlocked.CompareExchange(ref _failure, failure, null);
            }
            finally
            {
                Interlocked.Increment(ref _done);
            }
        }
    }

    /// <summary>
    /// Waits, within a part, until all earlier ones have ended; <paramref name="parts"/> is their number, and no later
    /// one may end before its own wait. Parts are begun in order, so some thread computes each of them.
    /// </summary>
    protected void After(int parts)
    {
        // A part lasts some ten µs: who gives up the core for that may not have it back for a while on a busy machine.
        SpinWait wait = default;
        long begin = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _done) < parts)
        {
            if (Stopwatch.GetTimestamp() - begin < s_watch)
            {
                Thread.SpinWait(10);
            }
            else
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
        }
    }

    /// <summary>
    /// Whether parts are begun in order, as <see cref="After"/> asks. Otherwise the others begin with the last, so
    /// that from job to job much of what a thread reads is in the caches of its core.
    /// </summary>
    protected virtual bool InOrder => false;

    /// <summary>One part, from 0 to the number of parts.</summary>
    protected abstract void Part(int part);
}
