using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>Short messages, spam (1) and others (0), from a small grammar in which most words occur in both.
/// S0-145, S1-171.</summary>
public static class SpamGrammar
{
    private static readonly string[] openings =
        ["Hi", "Hello", "Dear friend", "Dear customer", "Good morning", "Hey"];

    private static readonly string[] spam =
    [
        "you have won a prize", "claim your free gift", "click here now", "cheap loans for you",
        "act now and win cash",
        "your account needs a click", "a limited offer for your holiday", "buy now and save cash",
    ];

    private static readonly string[] ham =
    [
        "the meeting is on Monday", "your order has shipped", "shall we have lunch", "I have read your report",
        "the train was late", "thank you for the gift", "call me when you are free", "we won the game",
    ];

    /// <summary>Draws messages, a third of them spam.</summary>
    public static LabelledSentences Draw(RandomStream random, int count)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Below(3) == 0 ? 1 : 0)];
        return new([.. labels.Select(label => Message(random, label))], labels);
    }

    // A phrase of the kind, then one of either kind, five times in six of its own.
    private static string Message(RandomStream random, int label)
    {
        string[] own = label == 1 ? spam : ham, other = label == 1 ? ham : spam;
        string[] second = random.Below(6) == 0 ? other : own;
        return $"{Pick(random, openings)}, {Pick(random, own)} and {Pick(random, second)}.";
    }

    private static string Pick(RandomStream random, string[] phrases) => phrases[random.Below(phrases.Length)];
}
