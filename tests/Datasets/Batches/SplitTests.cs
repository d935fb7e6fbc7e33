using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class SplitTests
{
    [Property] // S0-128
    public void The_parts_are_disjoint_and_complete(Seed seed)
    {
        RandomStream random = seed.Stream();
        int count = 10 + random.Below(90);
        double fraction = random.Uniform(0.2, 0.8);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Below(3))];
        Split plain = Split.Random(count, fraction, random), stratified = Split.Stratified(labels, fraction, random);
        Assert.All(new[] { plain, stratified }, s =>
            Assert.Equal(Enumerable.Range(0, count), s.Train.Concat(s.Validation).Order()));
        Assert.Equal((int)Math.Floor(fraction * count + 1e-9), plain.Train.Length);
        for (int c = 0; c < 3; c++)
        {
            int least = (int)Math.Floor(fraction * labels.Count(l => l == c) + 1e-9);
            Assert.InRange(stratified.Train.Count(i => labels[i] == c), least, least + 1);
        }

        Assert.Equal(plain.Train.Length, stratified.Train.Length);
    }

    [Property]
    public void Every_fold_validates_once(Seed seed)
    {
        RandomStream random = seed.Stream();
        int folds = 2 + random.Below(6), count = folds + random.Below(50);
        IReadOnlyList<Split> splits = Split.Folds(count, folds, random);
        Assert.Equal(folds, splits.Count);
        Assert.Equal(Enumerable.Range(0, count), splits.SelectMany(s => s.Validation).Order());
        Assert.All(splits, s => Assert.Equal(Enumerable.Range(0, count), s.Train.Concat(s.Validation).Order()));
        Assert.True(splits.Max(s => s.Validation.Length) - splits.Min(s => s.Validation.Length) <= 1);
    }

    [Fact] // S0-128
    public void Twelve_thousand_images_give_9600_and_2400()
    {
        Split split = Split.Random(12_000, 0.8, new RandomStream(1));
        Assert.Equal((9600, 2400), (split.Train.Length, split.Validation.Length));
        Assert.Equal(split.Train, Split.Random(12_000, 0.8, new RandomStream(1)).Train);
        Assert.NotEqual(split.Train, Split.Random(12_000, 0.8, new RandomStream(2)).Train);
        // 0.29 · 100 is below 29 in doubles
        Assert.Equal(29, Split.Random(100, 0.29, new RandomStream(1)).Train.Length);
    }

    [Fact]
    public void Stratified_parts_are_not_sorted_by_class()
    {
        int[] labels = [.. Enumerable.Range(0, 100).Select(i => i / 50)];
        Split split = Split.Stratified(labels, 0.5, new RandomStream(1));
        Assert.InRange(split.Train.Zip(split.Train.Skip(1), (a, b) => labels[a] == labels[b] ? 0 : 1).Sum(), 10, 40);
    }

    [Fact] // 0.213 · 3, 4 and 4 are 0.639, 0.852 and 0.852: floors alone would train on nothing
    public void Largest_remainders_fill_the_classes_up()
    {
        int[] labels = [0, 1, 1, 2, 2, 0, 1, 1, 2, 2, 0];
        Split split = Split.Stratified(labels, 0.213, new RandomStream(1));
        Assert.Equal([1, 2], split.Train.Select(i => labels[i]).Order());
        Assert.Equal(9, split.Validation.Length);
    }

    [Fact]
    public void An_empty_part_is_refused()
    {
        var random = new RandomStream(1);
        Assert.Contains("0.1 of 5 gives 0 and 5",
            Assert.Throws<ArgumentException>(() => Split.Random(5, 0.1, random)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Random(5, 1, random));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Random(5, double.NaN, random));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Folds(5, 1, random));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Folds(5, 6, random));
        Assert.Throws<ArgumentException>(() => Split.Stratified([0, 1], 0.4, random));
    }

    // S2-135: disjoint, complete, every class in its share.
    [Property(MaxTest = 60)]
    public void Stratified_folds_are_disjoint_complete_and_balanced(Seed seed)
    {
        RandomStream random = seed.Stream();
        int folds = 2 + random.Below(5), N = folds + random.Below(40), K = 1 + random.Below(4);
        int[] labels = [.. Enumerable.Range(0, N).Select(_ => random.Below(K))];
        IReadOnlyList<Split> splits = Split.StratifiedFolds(labels, folds, random);
        Assert.Equal(folds, splits.Count);
        Assert.Equal(Enumerable.Range(0, N), splits.SelectMany(s => s.Validation).Order());
        Assert.All(splits, s => Assert.Equal(Enumerable.Range(0, N), s.Train.Concat(s.Validation).Order()));
        void Alike(Func<Split, int> count) =>
            Assert.InRange(splits.Max(count) - splits.Min(count), 0, 1);
        Alike(s => s.Validation.Length);
        Assert.All(Enumerable.Range(0, K), c => Alike(s => s.Validation.Count(n => labels[n] == c)));
    }

    // S2-135: the samples are shuffled, so that every order of the data has the same chance.
    [Fact]
    public void Stratified_folds_are_drawn()
    {
        int[] labels = [.. Enumerable.Range(0, 60).Select(n => n % 2)];
        int[] First(ulong seed) => Split.StratifiedFolds(labels, 5, new RandomStream(seed))[0].Validation;
        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1).Order(), First(2).Order());
        Assert.NotEqual(First(1).Order(), First(1)); // class after class would be the worst order
    }

    [Fact]
    public void Folds_without_samples_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.StratifiedFolds([0, 1, 0], 1, new RandomStream(1)));
        Assert.Contains("4", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Split.StratifiedFolds([0, 1, 0], 4, new RandomStream(1))).Message, StringComparison.Ordinal);
    }
}
