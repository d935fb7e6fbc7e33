namespace Reference.Book;

/// <summary>A Markdown link.</summary>
/// <param name="Text">What is printed.</param>
/// <param name="Target">Where it leads: a path relative to the root, an anchor behind <c>#</c>.</param>
public sealed record Link(string Text, string Target)
{
    /// <summary>The link as it stands in a page of a folder, such as <c>chapters/notes</c>.</summary>
    public string From(string folder) =>
        $"[{Text}]({Path.GetRelativePath(folder, Target).Replace(Path.DirectorySeparatorChar, '/')})";
}
