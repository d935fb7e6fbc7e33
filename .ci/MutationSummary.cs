// Reads Stryker's reports and prints a Markdown table: for each target how many mutants were killed, then every
// survivor with its line.
#:property PublishAot=false
using System.Text.Json;

if (args is not [string folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Expected the folder of the reports, such as StrykerOutput.");
    return 1;
}

Console.WriteLine("| target | mutants | killed | score |");
Console.WriteLine("|---|---|---|---|");
var survivors = new List<string>();
foreach (string target in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
{
    string report = Path.Combine(target, "reports", "mutation-report.json");
    if (!File.Exists(report))
    {
        continue;
    }

    (int tested, int killed) = (0, 0);
    using JsonDocument document = JsonDocument.Parse(File.ReadAllText(report));
    foreach (JsonProperty file in document.RootElement.GetProperty("files").EnumerateObject())
    {
        string[] source = file.Value.GetProperty("source").GetString()!.Split('\n');
        foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            string status = mutant.GetProperty("status").GetString()!;
            bool dead = status is "Killed" or "Timeout", alive = status is "Survived" or "NoCoverage";
            tested += dead || alive ? 1 : 0;
            killed += dead ? 1 : 0;
            if (alive)
            {
                int line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
                survivors.Add(
                    $"{Path.GetFileName(target)}/{Path.GetFileName(file.Name)}:{line} `{source[line - 1].Trim()}` → "
                    + $"`{mutant.GetProperty("replacement").GetString()}`");
            }
        }
    }

    Console.WriteLine(
        $"| {Path.GetFileName(target)} | {tested} | {killed} | {100.0 * killed / Math.Max(1, tested):F1} % |");
}

Console.WriteLine();
survivors.ForEach(Console.WriteLine);
return 0;
