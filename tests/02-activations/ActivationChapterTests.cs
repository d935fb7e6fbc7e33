using Reference.Book;

namespace Reference.Activations.Tests;

public class ActivationChapterTests : ChapterTests<ActivationsChapter>
{
    [Fact]
    public void Derivations_and_figures_are_listed_in_the_order_of_the_README()
    {
        string readme = File.ReadAllText(Repository.PathOf("chapters/02-activations/README.md"));
        int Place(string kind, string name) => readme.IndexOf($"<!-- generated: {kind} {name} -->",
            StringComparison.Ordinal);
        int[] derivations = [.. ActivationDerivations.All.Select(d => Place("derivation", d.Name))],
            figures = [.. ActivationFigures.All.Select(f => Place("figure", f.Name))];
        Assert.Equal(derivations.Order(), derivations);
        Assert.Equal(figures.Order(), figures);
    }

    [Fact]
    public void Numbers_and_claims_are_listed_in_the_order_of_rows()
    {
        string[] numbers = [.. ActivationNumbers.All.Select(n => n.Row)],
            claims = [.. ActivationClaims.All.Select(c => c.Row)];
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        Assert.Equal(claims.Order(StringComparer.Ordinal), claims);
    }
}
