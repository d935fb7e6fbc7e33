namespace Reference.Verification;

/// <summary>An analytic gradient disagrees with the numerical one; the message is the report.</summary>
public sealed class GradientMismatchException : Exception
{
    /// <summary>A mismatch that tells no details.</summary>
    public GradientMismatchException()
    {
    }

    /// <summary>A mismatch told by a report.</summary>
    public GradientMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>A mismatch with the exception behind it.</summary>
    public GradientMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
