namespace Reference.Numerics.Tests;

/// <summary>Jobs in parts: each part once, and a second thread only where it pays.</summary>
public sealed class WorkTests
{
    private sealed class Recorded(int parts, bool inOrder = false) : Work
    {
        internal int[] By { get; } = new int[parts];

        internal int[] Times { get; } = new int[parts];

        internal List<int> Order { get; } = [];

        protected override bool InOrder => inOrder;

        protected override void Part(int part)
        {
            By[part] = Environment.CurrentManagedThreadId;
            Interlocked.Increment(ref Times[part]);
            lock (Order)
            {
                Order.Add(part);
            }

            Thread.SpinWait(2000);
        }
    }

    // So that a thread meets what it wrote before: the first parts are the caller's, the last ones the others'.
    [Fact]
    public void Every_part_is_run_once_and_the_caller_begins_in_front()
    {
        int mine = Environment.CurrentManagedThreadId;
        for (int i = 0; i < 200; i++)
        {
            int parts = 1 + i % 17;
            var work = new Recorded(parts);
            work.Run(parts, 1 + i % 4);
            Assert.All(work.Times, times => Assert.Equal(1, times));
            int own = work.By.TakeWhile(thread => thread == mine).Count();
            Assert.DoesNotContain(mine, work.By.Skip(own));
        }
    }

    [Fact]
    public void Parts_that_wait_for_others_are_begun_in_order()
    {
        var work = new Recorded(12, inOrder: true);
        work.Run(12, 1);
        Assert.Equal(Enumerable.Range(0, 12), work.Order);
    }

    [Fact]
    public void A_second_thread_takes_less_work_while_it_looks_for_some()
    {
        Assert.Equal(1, Work.Threads(1, 1000, 100));
        Assert.Equal(2, Work.Threads(2, 100, 100));
        Assert.Equal(3, Work.ThreadsFor(4, 350, 100));
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                new Recorded(2).Run(2, 2);
                return Work.Threads(2, 25, 100) == 2 && Work.Threads(2, 24, 100) == 1
                    && Work.ThreadsFor(2, 30, 100) == 2 && Work.ThreadsFor(2, 20, 100) == 1;
            },
            TimeSpan.FromSeconds(20))); // other programs may come in between
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                Thread.Sleep(5);
                return Work.Threads(2, 99, 100) == 1 && Work.ThreadsFor(2, 199, 100) == 1;
            },
            TimeSpan.FromSeconds(20)));
    }
}
