using Reference.Book;
using Reference.Numerics;

namespace Reference.LanguageModels;

/// <summary>Lines of the notes about language models that a counterexample refutes.</summary>
public static class LanguageModelClaims
{
    // S1-289, as printed.
    private static readonly string[] s_split =
    [
        "tokenized_text = tokenizer.encode(text).to(device)",
        "train_count = int(train_split * len(tokenized_text))",
        "train_data, validation_data = tokenized_text[:train_count], tokenized_text[train_count:]",
        "train_dataset = TokenIdsDataset(train_data, config[\"context_size\"])",
        "validation_dataset = TokenIdsDataset(validation_data, config[\"context_size\"])",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-282", "sampler = RandomSampler(dataset, replacement=True, num_samples=train_) "
                + "data_loader = DataLoader(dataset, batch_size=batch_size, sampler=samp",
            "num_samples=train_iterations * batch_size, and sampler=sampler): both lines are cut off.",
            "5,000 iterations of 64 windows are 320,000 draws; the 500 or 5,000 that one name could mean are none.",
            () => TrainingSettings.Notes.Samples == 320_000, ErratumKind.OurText),
        new("S1-289", "validation_iter = iter(validation_dataloader)",
            "validation_dataloader = DataLoader(validation_dataset, batch_size=batch_size), as the text announces: "
                + "“we then create a validation dataset and a validation data loader”.",
            "Of the five printed lines none assigns that name.",
            () => !s_split.Any(line => line.Split('=')[0].Contains("dataloader", StringComparison.Ordinal))
                && s_split[4].StartsWith("validation_dataset =", StringComparison.Ordinal),
            ErratumKind.Listing),
        new("S1-290", "logits_view = logits.view(batch_size * config[\"context_size\"], "
                + "config[\"vocabulary_size\"])",
            "logits.view(-1, config[\"vocabulary_size\"]), or drop_last=True: the last batch is smaller.",
            "The 111,540 validation characters of Tiny Shakespeare have 111,476 windows of 64; in batches of 64 the "
                + "last has 52, and 52·64 rows are no 64·64.",
            () => new TokenBlocks(new int[111_540], 64).Count is 111_476 and var windows && windows % 64 == 52,
            ErratumKind.Listing),
        new("S1-292", "plt.xlabel('epoch')",
            "The axis counts steps: the lists that are drawn hold “the training step”, as the text says above.",
            "An epoch of the training windows of Tiny Shakespeare is 15,685 batches of 64; the whole run has 5,000.",
            () => (new TokenBlocks(new int[1_003_854], 64).Count + 63) / 64 is 15_685 and var epoch
                && TrainingSettings.Notes.Iterations < epoch,
            ErratumKind.Listing),
        new("S2-267", "The method of predicting next word is called Casual Language Modeling (CLM)",
            "Causal: a word depends on those before it and on none after it.",
            "A GPT's scores up to a token stay the same to the last bit when the tokens behind it change.",
            Causal),
        new("S3-193", "ChatGPT ha imparato a rimuovere il noise dalle parole, ed è praticamente stato usato come un "
                + "noise remover.",
            "GPT learns to predict the next token; removing noise from words, with context on both sides, is how "
                + "BERT and T5 are trained.",
            "A hidden token's scores in a GPT do not change with what stands behind it, so it cannot be restored from "
                + "both sides.",
            Causal),
    ];

    private static bool Causal()
    {
        var model = new Gpt(new(5, 6, 4, 2, 1), new RandomStream(1));
        double[] Before(params double[] ids) =>
            model.Forward(new MatrixView(ids, 6, 1)).Columns(0, 3).ToMatrix().ToColumnMajorArray();
        return Before(1, 2, 3, 4, 0, 1).SequenceEqual(Before(1, 2, 3, 0, 2, 2))
            && !Before(1, 2, 3, 4, 0, 1).SequenceEqual(Before(1, 2, 0, 4, 0, 1));
    }
}
