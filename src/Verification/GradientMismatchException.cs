namespace Reference.Verification;

/// <summary>An analytic gradient disagrees with the numerical one; the message is the report.</summary>
public sealed class GradientMismatchException : Exception
{
    /// <summary>A mismatch without a message.</summary>
    public GradientMismatchException()
    {
    }

    /// <summary>A mismatch with a report as its message.</summary>
    public GradientMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>A mismatch with its cause.</summary>
    public GradientMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
