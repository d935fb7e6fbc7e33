using System.CommandLine;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>Lists the engines with what they run on, or what is missing.</summary>
internal static class ProvidersCommand
{
    internal static Command Create()
    {
        var command = new Command(
            "providers",
            $"List the providers that {ComputeProvider.Variable} can name, and which of them can be used here.");
        command.SetAction(_ =>
        {
            string current = Environment.GetEnvironmentVariable(ComputeProvider.Variable) is { Length: > 0 } name
                ? name
                : "simd";
            foreach (ProviderStatus provider in ComputeProvider.All)
            {
                string mark = provider.Name == current ? "*" : " ";
                string available = provider.IsAvailable ? "available" : "not here";
                Console.WriteLine($"{mark} {provider.Name,-10} {available,-10} {provider.Reason}");
            }

            Console.WriteLine($"* chosen; choose another with {ComputeProvider.Variable}=name");
        });
        return command;
    }
}
