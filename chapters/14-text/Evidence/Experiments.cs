using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Texts;

/// <summary>Tokenizers side by side, and classifiers cross-validated on sentences: real ones where they are
/// there.</summary>
public static class TextExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("tokens", "How do the tokenizers cut the same sentence?", Tokens),
    ];

    private static void Tokens(ExperimentRun run)
    {
        const string Sentence = "Unhappiness: the 😀 café";
        Table table = new Table().Title(Markup.Escape(Sentence)).AddColumns("tokenizer", "tokens", "ids");
        foreach ((string name, ITokenizer tokenizer) in TokenizersOfAlice())
        {
            int[] ids = tokenizer.Encode(Sentence);
            table.AddRow(name, Markup.Escape(string.Join('|', ids.Select(id => tokenizer.Decode([id])))),
                string.Join(' ', ids));
        }

        run.Progress(1, 1);
        run.Print(table);
    }

    private static (string Name, ITokenizer Tokenizer)[] TokenizersOfAlice() =>
    [
        ("words", new TextVectorizer([SampleText.Alice])),
        ("characters", new CharacterTokenizer([SampleText.Alice], bytes: true)),
        ("byte pairs", BytePairEncoding.Train([SampleText.Alice], 512)),
        ("WordPiece", WordPiece.Train([SampleText.Alice], 256)),
        ("Unigram", Unigram.Train([SampleText.Alice], 256)),
    ];
}
