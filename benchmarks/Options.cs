using System.CommandLine;

namespace Reference.Benchmarks;

/// <summary>Options of several commands, and what they ask of their numbers.</summary>
internal static class Options
{
    /// <summary>How many threads everyone may use.</summary>
    internal static Option<int> Threads()
        => new Option<int>("--threads")
        {
            Description = "Threads that each may use.",
            DefaultValueFactory = _ => 1,
        }.AtLeastOne();

    /// <summary>Where PyTorch is.</summary>
    internal static Option<string> Python()
        => new("--python")
        {
            Description = "A Python that has PyTorch.",
            DefaultValueFactory = _ => "/usr/bin/python3",
        };

    /// <summary>Refuses a count below one.</summary>
    internal static Option<int> AtLeastOne(this Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int count) && count < 1)
            {
                result.AddError($"Expected {option.Name} of at least 1; got {count}.");
            }
        });
        return option;
    }
}
