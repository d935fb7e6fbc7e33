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
    private int _parts;
    private int _taken;
    private int _done;
    private Exception? _failure;

    /// <summary>The threads asked for; <see cref="Control.MaxDegreeOfParallelism"/> for 0.</summary>
    internal static int Threads(int asked) => asked > 0 ? asked : Control.MaxDegreeOfParallelism;

    /// <summary>
    /// Runs all parts, on at most <paramref name="threads"/> threads. An exception of a part is thrown here when all
    /// parts have ended.
    /// </summary>
    internal void Run(int parts, int threads)
    {
        _parts = parts;
        for (int i = 1; i < Math.Min(parts, threads); i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        Execute();
        After(parts);
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <inheritdoc/>
    public void Execute()
    {
        int part;
        while ((part = Interlocked.Increment(ref _taken) - 1) < _parts)
        {
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
        SpinWait wait = default;
        while (Volatile.Read(ref _done) < parts)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>One part, from 0 to the number of parts.</summary>
    protected abstract void Part(int part);
}
