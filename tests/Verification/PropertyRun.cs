using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace Reference.Verification.Tests;

/// <summary>
/// Runs one of <see cref="LawsThatDoNotHold"/> as the test platform would, and keeps what it reports.
/// </summary>
internal sealed class PropertyRun : IMessageBus
{
    private readonly List<IMessageSinkMessage> _messages = [];

    /// <summary>The message of the failure; null if the law passed.</summary>
    public string? Failure
        => _messages.OfType<ITestFailed>().SingleOrDefault() is { } failed ? string.Join('\n', failed.Messages) : null;

    public static async Task<PropertyRun> Of(string law)
    {
        var method = typeof(Laws).GetMethod(law)!;
        var tests = new XunitTestAssembly(typeof(Laws).Assembly, null, null);
        var xunitClass = new XunitTestClass(
            typeof(Laws), new XunitTestCollection(tests, null, true, "laws that do not hold"));
        var attribute = (PropertyAttribute)method.GetCustomAttributes(typeof(PropertyAttribute), true)[0];
        var cases = await new PropertyDiscoverer().Discover(
            TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration()),
                new XunitTestMethod(xunitClass, method, []), attribute).ConfigureAwait(true);

        var run = new PropertyRun();
        using var cancellation = new CancellationTokenSource();
        RunSummary summary = await ((ISelfExecutingXunitTestCase)Assert.Single(cases)).Run(
            ExplicitOption.Off, run, [], new ExceptionAggregator(), cancellation)
            .ConfigureAwait(true);
        Assert.Equal(1, summary.Total);
        Assert.Equal(run.Failure is null ? 0 : 1, summary.Failed);
        return run;
    }

    bool IMessageBus.QueueMessage(IMessageSinkMessage message)
    {
        _messages.Add(message);
        return true;
    }

    void IDisposable.Dispose()
    {
    }

    private sealed class Laws : LawsThatDoNotHold;
}
