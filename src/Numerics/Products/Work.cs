namespace Reference.Numerics;

/// <summary>
/// A job in parts that run side by side. The calling thread takes parts too and waits only for parts that another thread has begun: where no thread is free, it
/// does everything itself and loses nothing. Which thread computes a part never changes its result.
/// </summary>
internal abstract class Work : IThreadPoolWorkItem
{
    private int _parts;
    private int _taken;
    private int _done;

    /// <summary>Runs all parts, on at most <paramref name="threads"/> threads.</summary>
    internal void Run(int parts, int threads)
    {
        _parts = parts;
        for (int i = 1; i < Math.Min(parts, threads); i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        Execute();
        SpinWait wait = default;
        while (Volatile.Read(ref _done) < parts)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <inheritdoc/>
    public void Execute()
    {
        for (int part = Interlocked.Increment(ref _taken) - 1; part < _parts; part = Interlocked.Increment(ref _taken) - 1)
        {
            Part(part);
            Interlocked.Increment(ref _done);
        }
    }

    /// <summary>One part, from 0 to the number of parts.</summary>
    protected abstract void Part(int part);
}
