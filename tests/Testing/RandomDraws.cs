using Reference.Verification;
using Xunit;

namespace Reference.Testing;

/// <summary>The verdict of a gradient check on a random draw.</summary>
public static class RandomDraws
{
    /// <summary>
    /// Fails where the gradient is wrong. Behind saturated units it may be no larger than the error of the differences
    /// themselves: there the two agree within ten such errors, which is all that can be asked.
    /// </summary>
    public static void FailIfWrong(this GradientReport report)
        => Assert.True(report.Passed || report.CannotJudge, report.ToString());
}
