using Reference.Book;

namespace Reference.Classification.Tests;

public class LogisticRegressionChapterTests : ChapterTests<LogisticRegressionChapter>
{
    [Fact]
    public void Figures_are_listed_in_the_order_of_the_README()
    {
        string readme = File.ReadAllText(Repository.PathOf("chapters/07-logistic-regression/README.md"));
        int[] places = [.. LogisticRegressionFigures.All.Select(f => readme.IndexOf($"<!-- generated: figure {f.Name} -->", StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Numbers_and_claims_are_listed_in_the_order_of_rows()
    {
        string[] numbers = [.. LogisticRegressionNumbers.All.Select(n => n.Row)], claims = [.. LogisticRegressionClaims.All.Select(c => c.Row)];
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        Assert.Equal(claims.Order(StringComparer.Ordinal), claims);
    }
}
