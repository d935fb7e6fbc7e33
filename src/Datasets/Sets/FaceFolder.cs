namespace Reference.Datasets;

/// <summary>Faces whose file names contain age and gender: <c>20_1_….jpg</c> is 20 years and class 1 (S3-229; the
/// naming is that of UTKFace).</summary>
public static class FaceFolder
{
    /// <summary>The two classes, 0 and 1.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["male", "female"];

    /// <summary>Age and gender in a file name; none where it does not begin with an age, an underscore, 0 or 1, and an
    /// underscore.</summary>
    public static (int Age, int Gender)? Parse(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName.Split('_') is [var age, "0" or "1", _, ..] parts && int.TryParse(age, out int years)
            && years is >= 0 and <= 150
            ? (years, parts[1][0] - '0')
            : null;
    }

    /// <summary>Lists the faces of the ages from youngest to oldest, both included: the notes keep 18 to 25. Files
    /// with other names, of which UTKFace has a few, are left out.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="youngest">In years.</param>
    /// <param name="oldest">In years.</param>
    /// <exception cref="InvalidDataException">No face is of these ages.</exception>
    public static (ImageFiles Faces, IReadOnlyList<int> Ages) Open(string path, int youngest = 18, int oldest = 25)
    {
        var kept = ImageFolder.Images(path)
            .Select(file => (file, person: Parse(Path.GetFileName(file)) ?? (Age: -1, Gender: 0)))
            .Where(f => f.person.Age >= Math.Max(0, youngest) && f.person.Age <= oldest)
            .ToList();
        return kept.Count > 0
            ? (new([.. kept.Select(f => f.file)], [.. kept.Select(f => f.person.Gender)], Classes),
                [.. kept.Select(f => f.person.Age)])
            : throw Damaged.File(path, $"faces of {youngest} to {oldest} years", "none");
    }
}
