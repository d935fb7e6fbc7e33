using Reference.Embeddings;
using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Texts;

namespace Reference.Transformers;

/// <summary>
/// Words of a text, 15 % of them hidden, to be found again from both sides: BERT's task. Beside it two guesses that
/// count: the most frequent word, and the most frequent word after the one before. S2-266, S2-268.
/// </summary>
public sealed class MaskedWords
{
    /// <summary>Words a window.</summary>
    public const int Window = 32;

    /// <summary>The id that hides a word.</summary>
    public const int Mask = 2;

    private readonly int[] _unigram; // [1], the most frequent word
    private readonly Dictionary<int, int> _follower;

    /// <summary>A text cut into windows; the last tenth is held out.</summary>
    public MaskedWords(string text)
    {
        (string[][] speeches, Vocabulary words) = ShakespeareWords.Read(text);
        Words = Vocabulary.Of(speeches, words.Count + 1, ["[PAD]", "[UNK]", "[MASK]"]);
        int[][] windows = [.. speeches.SelectMany(speech => speech).Select(Words.Id).Chunk(Window)
            .Where(ids => ids.Length == Window)];
        int held = Math.Max(1, windows.Length / 10);
        (Training, Held) = (windows[..^held], windows[^held..]);
        var pairs = Training.SelectMany(ids => ids.Zip(ids.Skip(1)))
            .Where(pair => pair.Second >= Words.Special).CountBy(pair => pair);
        _follower = pairs.GroupBy(pair => pair.Key.First).ToDictionary(
            group => group.Key, group => group.MaxBy(pair => pair.Value).Key.Second);
        _unigram = [Words.Special]; // ids fall in frequency
    }

    /// <summary>The words that occur at least five times.</summary>
    public Vocabulary Words { get; }

    /// <summary>Windows. // [windows][32]</summary>
    public int[][] Training { get; }

    /// <summary>Windows that training does not see. // [windows][32]</summary>
    public int[][] Held { get; }

    /// <summary>
    /// Chooses 15 % of the places that hold a known word, at least one: of these 80 % are hidden, 10 % get a random
    /// word, and 10 % stay. // ids [T] → read [T], places
    /// </summary>
    public static (int[] Read, int[] Places) Hide(int[] ids, int vocabulary, int special, RandomStream random)
    {
        int[] known = [.. Enumerable.Range(0, ids.Length).Where(t => ids[t] >= special)], read = [.. ids];
        random.Shuffle(known.AsSpan());
        int[] places = [.. known.Take(Math.Max(1, (int)Math.Round(0.15 * known.Length))).Order()];
        foreach (int t in places)
        {
            double u = random.Uniform();
            read[t] = u < 0.8 ? Mask : u < 0.9 ? special + random.Below(vocabulary - special) : ids[t];
        }

        return (read, places);
    }

    /// <summary>Windows with hidden words, where they are among all columns, and what they were.</summary>
    public (int[][] Read, int[] Places, int[] Answers) Hide(int[][] windows, RandomStream random)
    {
        (int[] Read, int[] Places)[] hidden =
            [.. windows.Select(ids => Hide(ids, Words.Count, Words.Special, random))];
        return ([.. hidden.Select(h => h.Read)],
            [.. hidden.SelectMany((h, n) => h.Places.Select(t => n * Window + t))],
            [.. hidden.SelectMany((h, n) => h.Places.Select(t => windows[n][t]))]);
    }

    /// <summary>Trains for so many batches of 32 windows, Adam with warm-up and a rate that falls in a line; calls
    /// back after each with its mean loss.</summary>
    public TokenTransformer Train(
        BlockShape shape, int blocks, int steps, ulong seed, Action<TokenTransformer, int, double>? after = null,
        double rate = 2e-3)
    {
        var random = new RandomStream(seed);
        var model = new TokenTransformer(Words.Count, Window, shape, blocks, random);
        var adam = new Adam(model.Parameters, rate);
        var optimizer = new ClippedOptimizer(adam, 1);
        var loss = new SoftmaxCrossEntropy();
        for (int step = 0; step < steps; step++)
        {
            adam.LearningRate = rate * Math.Min((step + 1) / 100.0, 1 - (double)step / steps);
            int[][] chosen = [.. Enumerable.Range(0, 32).Select(_ => Training[random.Below(Training.Length)])];
            (int[][] read, int[] places, int[] answers) = Hide(chosen, random);
            double mean = loss.Forward(
                model.Forward(read, places), OneHot.Encode(answers, Words.Count).View()); // (20.8)
            optimizer.ZeroGradients();
            model.Backward(loss.Backward());
            optimizer.Step();
            after?.Invoke(model, step + 1, mean);
        }

        return model;
    }

    /// <summary>The share of hidden words found in the held-out windows: by the encoder, by the most frequent word,
    /// and by the most frequent word after the one before, if that is to be seen.</summary>
    public (double Encoder, double Unigram, double Bigram) Accuracy(TokenTransformer model, ulong seed)
    {
        var random = new RandomStream(seed);
        double encoder = 0, unigram = 0, bigram = 0, all = 0;
        foreach (int[][] part in Held.Chunk(64))
        {
            (int[][] read, int[] places, int[] answers) = Hide(part, random);
            MatrixView Z = model.Forward(read, places, Mode.Inference);
            for (int i = 0; i < places.Length; i++, all++)
            {
                (int n, int t) = Math.DivRem(places[i], Window);
                encoder += Kernels.Argmax<double>(Z.Column(i)) == answers[i] ? 1 : 0;
                unigram += _unigram[0] == answers[i] ? 1 : 0;
                bigram += (t > 0 ? _follower.GetValueOrDefault(read[n][t - 1], _unigram[0])
                    : _unigram[0]) == answers[i]
                    ? 1 : 0;
            }
        }

        return (encoder / all, unigram / all, bigram / all);
    }
}
