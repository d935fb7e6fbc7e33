namespace Reference.Datasets;

/// <summary>Labelled sentences: one a line, a tab, 1 for praise or 0 for blame. Quotation marks are ordinary
/// characters.</summary>
public static class SentenceFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is no UTF-8, or a line has no tab, no sentence, or another
    /// label.</exception>
    public static LabelledSentences Read(string path) => Parse(TextFile.Read(path), path);

    /// <summary>Reads from a stream.</summary>
    /// <inheritdoc cref="IdxFile.Read(Stream, string)"/>
    public static LabelledSentences Read(Stream stream, string name) => Parse(TextFile.Read(stream, name), name);

    private static LabelledSentences Parse(string text, string name)
    {
        var texts = new List<string>();
        var labels = new List<int>();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            string row = line.TrimEnd('\r');
            if (row.Length == 0)
            {
                continue;
            }

            int tab = row.LastIndexOf('\t');
            string sentence = tab < 0 ? "" : row[..tab].Trim();
            if (sentence.Length == 0 || row[(tab + 1)..] is not ("0" or "1"))
            {
                throw Damaged.File(name, $"a sentence, a tab and 0 or 1 in line {number}",
                    $"'{Damaged.Excerpt(row)}'");
            }

            texts.Add(sentence);
            labels.Add(row[^1] - '0');
        }

        return texts.Count > 0 ? new(texts, labels) : throw Damaged.File(name, "at least one sentence", "none");
    }
}
