using Reference.Activations;
using Reference.Attention;
using Reference.Autoencoders;
using Reference.Backpropagation;
using Reference.BoltzmannMachines;
using Reference.Book;
using Reference.Classification;
using Reference.Convolutions;
using Reference.Differentiation;
using Reference.Embeddings;
using Reference.GatedRecurrentUnits;
using Reference.LanguageModels;
using Reference.LinearModels;
using Reference.LongShortTermMemory;
using Reference.Losses;
using Reference.ModelSelection;
using Reference.Networks;
using Reference.Optimizers;
using Reference.Perceptrons;
using Reference.RecurrentNetworks;
using Reference.Regularization;
using Reference.Texts;
using Reference.Transformers;
using Reference.VariationalAutoencoders;

namespace Reference.Plots;

/// <summary>Every chapter that stands, in order. A new chapter is added here and nowhere else.</summary>
public static class Shelf
{
    /// <summary>The chapters.</summary>
    public static IReadOnlyList<IChapter> Chapters { get; } =
    [
        new PerceptronChapter(),
        new ActivationsChapter(),
        new LossesChapter(),
        new DifferentiationChapter(),
        new OptimizersChapter(),
        new LinearRegressionChapter(),
        new LogisticRegressionChapter(),
        new BackpropagationChapter(),
        new NetworksChapter(),
        new RegularizationChapter(),
        new ModelSelectionChapter(),
        new ConvolutionChapter(),
        new TextChapter(),
        new EmbeddingsChapter(),
        new RecurrentChapter(),
        new LstmChapter(),
        new GruChapter(),
        new AttentionChapter(),
        new TransformerChapter(),
        new LanguageModelChapter(),
        new AutoencoderChapter(),
        new VaeChapter(),
        new BoltzmannChapter(),
    ];

    /// <summary>The chapter of that number or folder name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static IChapter Named(string name) =>
        Chapters.FirstOrDefault(c => c.Slug == name || (int.TryParse(name, out int number) && c.Number == number))
        ?? throw new ArgumentException(
            $"Expected a chapter ({string.Join(", ", Chapters.Select(c => c.Slug))}); got '{name}'.", nameof(name));
}
