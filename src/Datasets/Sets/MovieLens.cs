namespace Reference.Datasets;

/// <summary>Ratings of films by users, 1 to 5 stars, as GroupLens publishes them (S4-194).</summary>
public static class MovieLens
{
    /// <summary>Reads lines of user, item, stars and time, between tabs as in <c>u.data</c>, or between <c>::</c> as
    /// in <c>ratings.dat</c>. Users and items are numbered from 1.</summary>
    /// <returns>Stars, 0 where there is no rating. // [items × users]</returns>
    /// <exception cref="InvalidDataException">A line of other than four whole numbers, a number below 1 or a rating
    /// above 5.</exception>
    public static int[,] Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Reads from a stream.</summary>
    /// <inheritdoc cref="IdxFile.Read(Stream, string)"/>
    public static int[,] Read(Stream stream, string name)
    {
        (int User, int Item, int Stars)[] ratings = [.. TextFile.Read(stream, name).Split('\n')
            .Index().Where(line => !string.IsNullOrWhiteSpace(line.Item))
            .Select(line => Parse(line.Item.TrimEnd('\r'), line.Index + 1, name))];
        if (ratings.Length == 0)
        {
            throw Damaged.File(name, "at least one rating", "none");
        }

        var stars = new int[ratings.Max(r => r.Item), ratings.Max(r => r.User)];
        foreach ((int user, int item, int given) in ratings)
        {
            stars[item - 1, user - 1] = given;
        }

        return stars;
    }

    private static (int User, int Item, int Stars) Parse(string line, int number, string name)
    {
        string[] fields = line.Split(line.Contains("::", StringComparison.Ordinal) ? "::" : "\t");
        int At(int i) => int.TryParse(fields[i], out int value) && value is >= 1 and <= 10_000_000 ? value : 0;
        return fields.Length == 4 && (At(0), At(1), At(2)) is (> 0, > 0, >= 1 and <= 5) rating
            ? rating
            : throw Damaged.File(name, $"user, item, stars from 1 to 5 and time in line {number}", $"'{line}'");
    }
}
