using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Where the numbers of a <see cref="GatheredProduct"/> are; a stride 0 is one matrix for all.</summary>
internal readonly record struct GatheredJob(
    Border Border, int M, int K, int N, int Count, nint A, int StrideA, nint Images, nint Bias, nint C, int StrideC,
    nint Down, nint Right, nint Places, nint Eights)
{
    internal bool IsDots => Eights != 0;

    internal double Operations => 2.0 * M * K * N * Count;
}

/// <summary>
/// Threads share the images where each has its result, and the columns where all are added up, so that no order of
/// additions depends on their number.
/// </summary>
internal sealed unsafe class GatheredWork<V>(GatheredJob job, int parts) : Work
    where V : unmanaged, IVector<V, double>
{
    // Below this, some 50 µs of one core, a second thread costs more than it takes over.
    private const double WorthAThread = 4e6;

    internal static void Run(in GatheredJob job, int threads)
    {
        threads = Work.ThreadsFor(threads, job.Operations, WorthAThread);
        if (threads == 1)
        {
            Columns(job, 0, job.Count, 0, job.N);
            return;
        }

        int parts = job.StrideC != 0 ? Math.Min(job.Count, 4 * threads) : Math.Min(job.N / 8, 2 * threads);
        new GatheredWork<V>(job, parts).Run(parts, threads);
    }

    /// <inheritdoc/>
    protected override void Part(int part)
    {
        if (job.StrideC != 0)
        {
            Columns(job, First(part, job.Count), First(part + 1, job.Count), 0, job.N);
        }
        else
        {
            Columns(job, 0, job.Count, 8 * First(part, job.N / 8), 8 * First(part + 1, job.N / 8));
        }
    }

    private int First(int part, int of) => (int)((long)part * of / parts);

    private static void Columns(in GatheredJob job, int firstImage, int lastImage, int begin, int end)
    {
        double* images = (double*)job.Images, a = (double*)job.A, c = (double*)job.C;
        double* frame = job.Border.IsNone ? null : Buffer<double>.ForB(job.Border.Framed);
        if (frame != null)
        {
            new Span<double>(frame, job.Border.Framed).Clear();
        }

        double* panel = job.IsDots ? GatheredDots.Packed(job, a) : job.StrideA == 0 ? Packed(job, a) : null;
        for (int n = firstImage; n < lastImage; n++)
        {
            double* x = images + (nint)n * job.Border.Inside;
            if (frame != null)
            {
                job.Border.Copy(x, frame);
                x = frame;
            }

            if (job.IsDots)
            {
                GatheredDots.Rows<V>(job, panel, x, c + (nint)n * job.StrideC);
                continue;
            }

            int step = 0;
            if (job.StrideA != 0)
            {
                panel = a + (nint)n * job.StrideA;
                // Columns of one panel are read where they are, if what registers read beyond the last is there.
                step = job.M <= 2 * V.Lanes && (job.Count - n - 1L) * job.StrideA >= 2 * V.Lanes ? job.M : 0;
                panel = step != 0 ? panel : Packed(job, panel);
            }

            GatheredTile<V>.Rows(job, panel, step, x, c + (nint)n * job.StrideC, begin, end);
        }
    }

    // Rows of A in panels of two registers, the last one filled up with zeros.
    private static double* Packed(in GatheredJob job, double* a)
    {
        int height = 2 * V.Lanes, padded = (job.M + V.Lanes - 1) / V.Lanes * V.Lanes;
        double* packed = Buffer<double>.ForA(padded * job.K), place = packed;
        for (int i = 0; i < job.M; i += height)
        {
            int count = Math.Min(height, job.M - i), filled = (count + V.Lanes - 1) / V.Lanes * V.Lanes;
            Panels.PackPanel<V, double>(new(a + i, 1, job.M), count, filled, job.K, place);
            place += filled * (nint)job.K;
        }

        return packed;
    }
}
