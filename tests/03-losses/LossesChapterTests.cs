using Reference.Book;

namespace Reference.Losses.Tests;

public class LossesChapterTests : ChapterTests<LossesChapter>
{
    [Fact]
    public void Figures_are_listed_in_the_order_of_the_README()
    {
        string readme = File.ReadAllText(Repository.PathOf("chapters/03-losses/README.md"));
        int[] places = [.. LossFigures.All.Select(f => readme.IndexOf($"<!-- generated: figure {f.Name} -->", StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Numbers_and_claims_are_listed_in_the_order_of_rows()
    {
        string[] numbers = [.. LossNumbers.All.Select(n => n.Row)], claims = [.. LossClaims.All.Select(c => c.Row)];
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        Assert.Equal(claims.Order(StringComparer.Ordinal), claims);
    }
}
