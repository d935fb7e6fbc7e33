namespace Reference.Numerics;

/// <summary>A call of CUDA or cuBLAS that did not succeed.</summary>
public sealed class CublasException : InvalidOperationException
{
    /// <summary>A failure without a message.</summary>
    public CublasException()
    {
    }

    /// <summary>A failure with a message.</summary>
    public CublasException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its cause.</summary>
    public CublasException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static void Check(int status, string call)
    {
        if (status != 0)
        {
            throw new CublasException($"{call} failed with status {status}.");
        }
    }
}
