using System.CommandLine;

namespace Reference.Benchmarks;

/// <summary>What several commands ask of their options.</summary>
internal static class Options
{
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
