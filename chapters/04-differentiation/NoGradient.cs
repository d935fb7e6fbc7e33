namespace Reference.Differentiation;

/// <summary>A stretch of code for which something is off: from its making to its disposal, once.</summary>
internal sealed class NoGradient : IDisposable
{
    private Action? _end;

    public NoGradient(Action begin, Action end)
    {
        begin();
        _end = end;
    }

    public void Dispose()
    {
        _end?.Invoke();
        _end = null;
    }
}
