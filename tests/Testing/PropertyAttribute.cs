using System.Diagnostics;
using System.Runtime.CompilerServices;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Reference.Testing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

// The surface of the FsCheck.Xunit.v3 package, as far as this project uses it: where that package can be had, it replaces this file.
namespace FsCheck.Xunit;

/// <summary>
/// A law that FsCheck tries on random arguments. The method returns void (its assertions speak), bool, or <see cref="Property"/>.
/// Seeds are fixed, one for each method, so a run repeats bit by bit; with the environment variable <c>REFERENCE_FRESH_SEEDS</c> set they are
/// fresh, and a failure says which seed to put into <see cref="Replay"/>. <c>REFERENCE_MAX_TESTS</c> raises the number of draws.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(PropertyDiscoverer))]
public sealed class PropertyAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber)
{
    /// <summary>How many draws: 100 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int MaxTest
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"Expected at least one draw; got {value}.");
    } = 100;

    /// <summary>The seed of a run to repeat, as a failure prints it: "(seed,gamma)" or "(seed,gamma,size)".</summary>
    public string? Replay { get; set; }

    /// <summary>Classes whose static methods and properties return further <see cref="Arbitrary{T}"/>; they come before <see cref="Generators"/>.</summary>
    public Type[] Arbitrary { get; set; } = [];

    /// <summary>What FsCheck is told: number of draws, seed, generators.</summary>
    /// <param name="name">The full name of the method, whose hash is its seed.</param>
    internal Config ToConfig(string name)
    {
        string? asked = Environment.GetEnvironmentVariable("REFERENCE_MAX_TESTS");
        int raised = string.IsNullOrEmpty(asked) ? MaxTest
            : int.TryParse(asked, out int number) ? number
            : throw new FormatException($"Expected a number of draws in REFERENCE_MAX_TESTS; got {asked}.");
        Replay? replay = Replay is not null ? Parse(Replay) : Seeds.Fresh ? null : new Replay(new Rnd(Seeds.Of(name)), FSharpOption<int>.None);
        return Config.QuickThrowOnFailure
            .WithQuietOnSuccess(true)
            .WithMaxTest(Math.Max(MaxTest, raised))
            .WithReplay(replay is null ? FSharpOption<Replay>.None : FSharpOption<Replay>.Some(replay))
            .WithArbitrary([.. Arbitrary, typeof(Generators)]);
    }

    private static Replay Parse(string replay)
    {
        ulong[] parts = [.. replay.Trim('(', ')').Split(',').Select(ulong.Parse)];
        return parts.Length switch
        {
            2 => new(new Rnd(parts[0], parts[1]), FSharpOption<int>.None),
            3 => new(new Rnd(parts[0], parts[1]), FSharpOption<int>.Some((int)parts[2])),
            _ => throw new ArgumentException($"Expected (seed,gamma) or (seed,gamma,size); got {replay}.", nameof(replay)),
        };
    }
}

/// <summary>Finds the methods that are properties: each becomes one test case, whatever its parameters.</summary>
public sealed class PropertyDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute, null, null, null);
        return new([new PropertyTestCase(
            details.ResolvedTestMethod, details.TestCaseDisplayName, details.UniqueID, details.Explicit, details.SkipReason, factAttribute)]);
    }
}

/// <summary>The test case of a property: constructs the test class as xunit does, then lets FsCheck call the method.</summary>
public sealed class PropertyTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>For deserialization only.</summary>
    [Obsolete("Called by the deserializer.")]
    public PropertyTestCase()
    {
    }

    /// <summary>The case of one method.</summary>
    public PropertyTestCase(IXunitTestMethod method, string displayName, string id, bool isExplicit, string? skipReason, IFactAttribute source)
        : base(method, displayName, id, isExplicit, skipReason: skipReason, sourceFilePath: source.SourceFilePath, sourceLineNumber: source.SourceLineNumber)
    {
    }

    /// <inheritdoc/>
    public async ValueTask<RunSummary> Run(
        ExplicitOption explicitOption, IMessageBus messageBus, object?[] constructorArguments,
        ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        var tests = await aggregator.RunAsync(CreateTests, []).ConfigureAwait(true);
        return await new CaseRunner().Run(
            this, tests, messageBus, aggregator, cancellationTokenSource,
            TestCaseDisplayName, SkipReason, explicitOption, constructorArguments).ConfigureAwait(true);
    }

    private sealed class CaseRunner : XunitTestCaseRunner
    {
        protected override ValueTask<RunSummary> RunTest(XunitTestCaseRunnerContext ctxt, IXunitTest test) => new TestRunner().Run(
            test, ctxt.MessageBus, ctxt.ConstructorArguments, ctxt.ExplicitOption,
            ctxt.Aggregator.Clone(), ctxt.CancellationTokenSource, ctxt.BeforeAfterTestAttributes);
    }

    private sealed class TestRunner : XunitTestRunner
    {
        protected override ValueTask<TimeSpan> InvokeTest(XunitTestRunnerContext ctxt, object? testClassInstance)
        {
            var method = ctxt.Test.TestMethod.Method;
            var property = (PropertyAttribute)method.GetCustomAttributes(typeof(PropertyAttribute), false)[0];
            long start = Stopwatch.GetTimestamp();
            ctxt.Aggregator.Run(() => Check.Method(
                property.ToConfig($"{method.DeclaringType}.{method.Name}"),
                method,
                testClassInstance is null ? FSharpOption<object>.None : FSharpOption<object>.Some(testClassInstance)));
            return new(Stopwatch.GetElapsedTime(start));
        }
    }
}
