using System.Text.RegularExpressions;

namespace Reference.Book;

/// <summary>A place in a source file that names a row of the notes or an equation of a README.</summary>
/// <param name="What">The row (<c>S9-098</c>) or the tag (<c>(1.3)</c>).</param>
/// <param name="File">The file, relative to the root.</param>
/// <param name="Line">The line of code that the comment belongs to, from 1.</param>
/// <param name="Behind">Whether the comment stands behind its line: that line realises the equation, where others only
/// mention it.</param>
/// <param name="OfType">Whether the line declares a whole type, where others are lines of it.</param>
/// <param name="Test">In a test project, the test method; otherwise null.</param>
public sealed record Citation(string What, string File, int Line, bool Behind, bool OfType, string? Test)
{
    /// <summary>The file's name without its folders.</summary>
    public string FileName => File[(File.LastIndexOf('/') + 1)..];
}

/// <summary>
/// Reads the citations out of the comments of a folder's C# files. A comment above a member or a line cites for the
/// code that follows it, a comment behind a line for that line. A row named after an equation, <c>(1.3), S9-006</c>,
/// leads to the line that realises the equation; another row of a member to the first such line in it. This is how a
/// reader gets from a formula to its line and its test, and how the index of the notes knows where every row is.
/// </summary>
public static partial class Citations
{
    /// <summary>Every citation in the C# files of a folder, in order of file and line.</summary>
    /// <param name="folder">The folder, relative to the root, such as <c>tests/01-perceptron</c>.</param>
    public static IReadOnlyList<Citation> In(string folder)
    {
        string path = Repository.PathOf(folder);
        if (!Directory.Exists(path))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuildOutput(Path.GetRelativePath(path, file)))
            .Order(StringComparer.Ordinal)
            .SelectMany(file =>
                In(Repository.Relative(file), File.ReadAllLines(file), folder.Split('/')[0] == "tests"))];
    }

    /// <summary>Every citation in the lines of one file.</summary>
    public static IEnumerable<Citation> In(string file, IReadOnlyList<string> lines, bool isTest)
    {
        string? tag = null; // the equation that the comment named last
        for (int i = 0; i < lines.Count; i++)
        {
            int comment = lines[i].IndexOf("//", StringComparison.Ordinal);
            if (comment < 0)
            {
                tag = null;
                continue;
            }

            bool behind = IsBehind(lines[i], comment);
            int code = behind ? i : NextCode(lines, i);
            string? test = isTest ? TestAround(lines, code) : null;
            foreach (string piece in Tags().Split(lines[i][comment..]))
            {
                bool isTag = Tags().IsMatch(piece);
                int line = isTag || behind || isTest ? code
                    : tag is null ? FirstLine(lines, code)
                    : LineOf(tag, lines, code);
                foreach (string what in isTag ? [piece] : RowIds.Find(piece))
                {
                    yield return new(
                        what, file, line + 1, behind, line == code && Type().IsMatch(lines[code]), test);
                }

                tag = behind ? null : isTag ? piece : tag;
            }
        }
    }

    /// <summary>The order of forms in which a reader is led to code: scalar, equations, layer, what is built of them,
    /// evidence.</summary>
    public static int Form(string file)
    {
        string name = file[(file.LastIndexOf('/') + 1)..];
        return name.StartsWith("Scalar", StringComparison.Ordinal) ? 0
            : name.Contains("Equations", StringComparison.Ordinal) ? 1
            : file.Contains("/Evidence/", StringComparison.Ordinal) ? 4
            : file.Contains("/Projects/", StringComparison.Ordinal)
                || file.Contains("/Notes/", StringComparison.Ordinal) ? 3
            : 2;
    }

    /// <summary>Whether a path inside a folder lies in <c>bin</c> or <c>obj</c>.</summary>
    public static bool IsBuildOutput(string relative) =>
        relative.Split(Path.DirectorySeparatorChar, '/').Any(part => part is "bin" or "obj");

    private static bool IsBehind(string line, int comment) =>
        comment >= 0 && !string.IsNullOrWhiteSpace(line[..comment]);

    // In a member, the first line that names an equation behind it, else that of its expression, else its declaration.
    private static int FirstLine(IReadOnlyList<string> lines, int code)
    {
        string indent = lines[code][..^lines[code].TrimStart().Length];
        int first = code;
        bool block = false;
        for (int i = code; i < lines.Count && !Type().IsMatch(lines[code]); i++)
        {
            string line = lines[i].TrimEnd();
            if (Realises().IsMatch(line))
            {
                return i;
            }

            block |= line == indent + "{";
            if (first == code && !block && line.EndsWith("=>", StringComparison.Ordinal)
                && i + 1 < lines.Count && lines[i + 1].Trim() != "{")
            {
                first = i + 1;
            }

            if (block ? line.StartsWith(indent + "}", StringComparison.Ordinal) : line.EndsWith(';'))
            {
                break;
            }
        }

        return first;
    }

    // The line that realises an equation: the first one from the code on that names its tag behind it.
    private static int LineOf(string tag, IReadOnlyList<string> lines, int code)
    {
        for (int i = code; i < lines.Count; i++)
        {
            int comment = lines[i].IndexOf("//", StringComparison.Ordinal);
            if (IsBehind(lines[i], comment) && lines[i].IndexOf(tag, comment, StringComparison.Ordinal) >= 0)
            {
                return i;
            }
        }

        return FirstLine(lines, code);
    }

    private static int NextCode(IReadOnlyList<string> lines, int from)
    {
        int i = from;
        while (i + 1 < lines.Count
            && (lines[i].TrimStart().StartsWith("//", StringComparison.Ordinal)
                || lines[i].TrimStart().StartsWith('[')
                || string.IsNullOrWhiteSpace(lines[i])))
        {
            i++;
        }

        return i;
    }

    // The method declared at the line or, for a comment inside a body, the nearest one above.
    private static string? TestAround(IReadOnlyList<string> lines, int code)
    {
        for (int i = code; i >= 0; i--)
        {
            Match method = Method().Match(lines[i]);
            if (method.Success)
            {
                return method.Groups["name"].Value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*[^\s/].*//.*\(\d{1,2}\.\d{1,3}\)")]
    private static partial Regex Realises();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+\w+")]
    private static partial Regex Type();

    [GeneratedRegex(@"(\(\d{1,2}\.\d{1,3}\))")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^\s*public\s+(?:async\s+)?(?:void|bool|Property|Task)\s+(?<name>\w+)\s*\(",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Method();
}
