namespace Reference.Texts;

/// <summary>
/// Porter's stemmer of 1980: five steps that strip or replace the suffixes of an English word, each where enough of
/// the word is left. m, the measure of a stem, counts its runs of vowels that a consonant follows: [C](VC)ᵐ[V].
/// S0-150, S0-151.
/// </summary>
public static class PorterStemmer
{
    // Steps 2 and 3: the suffix, and what replaces it where m > 0. The longest that fits is tried first.
    private static readonly (string Suffix, string By)[] Second =
    [
        ("ational", "ate"), ("ization", "ize"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
        ("tional", "tion"), ("biliti", "ble"), ("entli", "ent"), ("ousli", "ous"), ("ation", "ate"), ("alism", "al"),
        ("aliti", "al"), ("iviti", "ive"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
        ("alli", "al"), ("ator", "ate"), ("eli", "e"),
    ];

    private static readonly (string Suffix, string By)[] Third =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    // Step 4: suffixes that go where m > 1.
    private static readonly string[] Fourth =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize",
        "al", "er", "ic", "ou",
    ];

    /// <summary>The stem of a word, in lower case. Words of one or two letters, and what is not all letters a … z, are
    /// returned as they are.</summary>
    public static string Stem(string word)
    {
        WellFormed.Text(word);
        string w = word.ToLowerInvariant();
        return w.Length <= 2 || w.Any(c => !char.IsAsciiLetterLower(c))
            ? w
            : Step5(Step4(Replace(Replace(Step1c(Step1b(Step1a(w))), Second), Third)));
    }

    /// <summary>m.</summary>
    public static int Measure(string stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        return Enumerable.Range(1, Math.Max(0, stem.Length - 1))
            .Count(i => IsConsonant(stem, i) && !IsConsonant(stem, i - 1));
    }

    // Plurals: caresses → caress, ponies → poni, cats → cat.
    private static string Step1a(string w) => w switch
    {
        [.., 's', 's', 'e', 's'] or [.., 'i', 'e', 's'] => w[..^2],
        [.., 's', 's'] => w,
        [.., 's'] => w[..^1],
        _ => w,
    };

    // Past and progressive: agreed → agree, plastered → plaster, hopping → hop, filing → file.
    private static string Step1b(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(w[..^3]) > 0 ? w[..^1] : w;
        }

        string? stem = w.EndsWith("ed", StringComparison.Ordinal) ? w[..^2]
            : w.EndsWith("ing", StringComparison.Ordinal) ? w[..^3] : null;
        return stem is null || !HasVowel(stem) ? w
            : stem is [.., 'a', 't'] or [.., 'b', 'l'] or [.., 'i', 'z'] ? stem + "e"
            : EndsInDouble(stem) && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1]
            : Measure(stem) == 1 && EndsInCvc(stem) ? stem + "e"
            : stem;
    }

    // happy → happi, but sky.
    private static string Step1c(string w) => w[^1] == 'y' && HasVowel(w[..^1]) ? w[..^1] + "i" : w;

    private static string Replace(string w, (string Suffix, string By)[] rules)
    {
        (string suffix, string by) = rules.FirstOrDefault(
            rule => w.EndsWith(rule.Suffix, StringComparison.Ordinal), (Suffix: "", By: ""));
        string stem = w[..^suffix.Length];
        return suffix.Length > 0 && Measure(stem) > 0 ? stem + by : w;
    }

    private static string Step4(string w)
    {
        if (Fourth.FirstOrDefault(s => w.EndsWith(s, StringComparison.Ordinal)) is not { } suffix)
        {
            return w;
        }

        string stem = w[..^suffix.Length];
        return Measure(stem) > 1 && (suffix != "ion" || stem is [.., 's' or 't']) ? stem : w;
    }

    // A last e, and one of two l.
    private static string Step5(string w)
    {
        if (w[^1] == 'e')
        {
            string stem = w[..^1];
            int m = Measure(stem);
            w = m > 1 || (m == 1 && !EndsInCvc(stem)) ? stem : w;
        }

        return w is [.., 'l', 'l'] && Measure(w) > 1 ? w[..^1] : w;
    }

    private static bool IsConsonant(string w, int i) => w[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(w, i - 1),
        _ => true,
    };

    private static bool HasVowel(string stem) => Enumerable.Range(0, stem.Length).Any(i => !IsConsonant(stem, i));

    private static bool EndsInDouble(string stem) =>
        stem.Length >= 2 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1);

    // Consonant, vowel, consonant, the last none of w, x, y: hop, fil.
    private static bool EndsInCvc(string stem) => stem.Length >= 3 && stem[^1] is not ('w' or 'x' or 'y')
        && IsConsonant(stem, stem.Length - 1) && !IsConsonant(stem, stem.Length - 2)
        && IsConsonant(stem, stem.Length - 3);
}
