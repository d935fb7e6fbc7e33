using Reference.LongShortTermMemory;
using Reference.Numerics;

namespace Reference.LanguageModels;

/// <summary>A question, a line; and its answer, the next one.</summary>
public sealed record QuestionAnswer(string Question, string Answer)
{
    /// <summary>The prompt.</summary>
    public string Prompt => Question + "\n";

    /// <summary>Both, as a model reads them.</summary>
    public string Text => Question + "\n" + Answer + "\n";
}

/// <summary>
/// Seeded questions in the characters of Tiny Shakespeare, which has no digits but 3: sums, differences and products
/// of two digits in words, and who of two speakers says what. No question comes twice. S1-297.
/// </summary>
public static class QuestionAnswers
{
    private static readonly string[] s_units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] s_tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"];

    /// <summary>A number from 0 to 89 in words.</summary>
    public static string InWords(int n) => n < 20 ? s_units[n]
        : n % 10 == 0 ? s_tens[n / 10] : $"{s_tens[n / 10]}-{s_units[n % 10]}";

    /// <summary>Training and unseen questions, half of each kind, shuffled.</summary>
    public static (QuestionAnswer[] Training, QuestionAnswer[] Held) Drawn(
        CharacterText text, int training, int held, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(random);
        QuestionAnswer[] sums = [.. Arithmetic()];
        random.Shuffle(sums.AsSpan());
        int half = (training + held) / 2;
        if (half > sums.Length)
        {
            throw new ArgumentException($"Expected at most {2 * sums.Length} questions; got {training + held}.");
        }

        QuestionAnswer[] all = [.. sums[..half], .. Speakers(text, training + held - half, random)];
        random.Shuffle(all.AsSpan());
        return (all[..training], all[training..]);
    }

    /// <summary>255 facts in five wordings.</summary>
    public static IEnumerable<QuestionAnswer> Arithmetic()
    {
        string[] wordings = ["What is {0}?", "How much is {0}?", "Tell me {0}.", "{0} is what?", "And {0}?"];
        for (int a = 0; a <= 9; a++)
        {
            for (int b = 0; b <= 9; b++)
            {
                (string Name, int Result)[] facts =
                    [("plus", a + b), ("times", a * b), .. a >= b ? [("minus", a - b)] : Array.Empty<(string, int)>()];
                foreach ((string name, int result) in facts)
                {
                    foreach (string wording in wordings)
                    {
                        yield return new(
                            string.Format(null, wording, $"{InWords(a)} {name} {InWords(b)}"), InWords(result));
                    }
                }
            }
        }
    }

    // "ROMEO: Ay me JULIET: He is Who says He is?", from speakers and beginnings of their speeches.
    private static IEnumerable<QuestionAnswer> Speakers(CharacterText text, int count, RandomStream random)
    {
        (string[] names, string[] words) = Speeches(text);
        long possible = 2L * names.Length * (names.Length - 1) * words.Length * (words.Length - 1);
        if (count > possible)
        {
            throw new ArgumentException(
                $"Expected at most {possible} questions about {names.Length} speakers and {words.Length} phrases; got "
                    + $"{count}.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Count < count)
        {
            int a = random.Below(names.Length), b = random.Below(names.Length), u = random.Below(words.Length),
                v = random.Below(words.Length);
            bool first = random.Bernoulli(0.5);
            string question = $"{names[a]}: {words[u]} {names[b]}: {words[v]} Who says {words[first ? u : v]}?";
            if (a != b && u != v && seen.Add(question))
            {
                yield return new(question, names[first ? a : b]);
            }
        }
    }

    /// <summary>Names of at most 7 letters and beginnings of speeches of at most 8 characters; where the text has no
    /// speakers, a few of ours.</summary>
    public static (string[] Names, string[] Words) Speeches(CharacterText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.Decode(text.Training.ToArray()).Split('\n');
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            string name = lines[i].TrimEnd(':');
            if (lines[i].EndsWith(':') && name.Length is >= 3 and <= 7 && name.All(char.IsAsciiLetterUpper))
            {
                names.Add(name);
                words.Add(Beginning(lines[i + 1]));
            }
        }

        words.RemoveWhere(w => w.Length < 3);
        return names.Count > 1
            ? ([.. names], [.. words])
            : (["ROMEO", "JULIET", "NURSE", "TYBALT"], ["Ay me", "Good day", "Who is it", "Alas", "Come", "Speak"]);
    }

    // The first words of a line, 8 characters at most.
    private static string Beginning(string line)
    {
        string start = new([.. line.TakeWhile(c => char.IsAsciiLetter(c) || c == ' ')]);
        return start.Length <= 8 ? start.Trim() : start[..(start.LastIndexOf(' ', 8) + 1)].Trim();
    }
}
