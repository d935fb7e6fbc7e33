using System.Text.Json;
using Reference.Datasets;

namespace Reference.Transformers;

/// <summary>
/// Sentences as the notes' file has them, a row of text and label each. Their file is not there; three of these rows
/// are printed, the others are ours. S0-183, S0-187, S2-271.
/// </summary>
public static class NotesSentences
{
    /// <summary>The rows.</summary>
    public const string Json = """
        [
          {"text": "Today the concert was amazing!", "label": 1},
          {"text": "I can't come to the concert today", "label": 0},
          {"text": "I really liked the movie", "label": 1},
          {"text": "I didn't like the movie", "label": 0},
          {"text": "I love this beautiful song", "label": 1},
          {"text": "The food was cold and the place was dirty", "label": 0},
          {"text": "What a beautiful evening, I love it", "label": 1},
          {"text": "The phone broke after a week", "label": 0},
          {"text": "The staff were kind and the room was lovely", "label": 1}
        ]
        """;

    /// <summary>The sentence that the notes ask about in the end. S0-199</summary>
    public const string Asked = "The concert was beautiful";

    /// <summary>The losses that the notes print, epoch by epoch. S0-198</summary>
    public static double[] PrintedLosses { get; } =
    [
        0.6868, 0.6552, 0.5603, 0.2165, 0.0920, 0.2450, 0.0115, 0.0076, 0.0062, 0.0056,
        0.0047, 0.0040, 0.0043, 0.0046, 0.0034, 0.0035, 0.0029, 0.0037, 0.0027, 0.0028,
    ];

    /// <summary>Reads rows of text and label, 1 for praise and 0 for blame.</summary>
    /// <exception cref="ArgumentException">A row without text, or another label.</exception>
    public static LabelledSentences Read(string json)
    {
        Row[] rows = JsonSerializer.Deserialize<Row[]>(json, JsonSerializerOptions.Web) ?? [];
        foreach ((int i, Row row) in rows.Index())
        {
            if (string.IsNullOrWhiteSpace(row.Text) || row.Label is not (0 or 1))
            {
                throw new ArgumentException(
                    $"Expected a text and the label 0 or 1 in row {i}; got \"{row.Text}\" and {row.Label}.",
                    nameof(json));
            }
        }

        return new([.. rows.Select(row => row.Text!)], [.. rows.Select(row => row.Label!.Value)]);
    }

    private sealed record Row(string? Text, int? Label);
}
