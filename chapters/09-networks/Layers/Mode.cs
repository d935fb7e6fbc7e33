namespace Reference.Networks;

/// <summary>What a forward pass is for. It is an argument of every pass, so that no switch can be left in the wrong position.</summary>
public enum Mode
{
    /// <summary>A backward pass will follow: layers keep what it needs, and those that are random in training are random.</summary>
    Training,

    /// <summary>Only the output is wanted.</summary>
    Inference,
}
