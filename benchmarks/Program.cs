using System.CommandLine;
using BenchmarkDotNet.Running;
using Reference.Benchmarks;
using Reference.Book;
using Reference.Numerics;

var save = new Option<bool>("--save")
{
    Description = "Also write each table to benchmarks/results/<processor>/, where the committed results are.",
};
var root = new RootCommand(
    """
    Ladders of kernels, from the loop as the formula is written to what the library runs.

    Whatever follows is BenchmarkDotNet's: --filter "*Softmax*" runs one ladder, --list flat names them all,
    --job short is quick and rough.
    """)
{
    save,
    ProvidersCommand.Create(),
    ProductsCommand.Create(),
    PeersCommand.Create(),
    LaddersCommand.Create(),
    NetworkPeersCommand.Create(),
    MeasureCommand.Create(),
    FiguresCommand.Create(),
};
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction(command =>
{
    Console.WriteLine($"Products run on {ComputeProvider.Current.Name}.");
    string[] arguments = [.. command.UnmatchedTokens];
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(SoftmaxLadder<>).Assembly).Run(
        arguments, BenchmarkSettings.Configuration(command.GetValue(save)));
    return summaries.Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
});
return ConsoleErrors.Guard(() => root.Parse(args).Invoke(ConsoleErrors.Invocation));
