namespace Reference.Datasets;

/// <summary>Points and the class of each.</summary>
/// <param name="X">The points, one per column. // [D × N]</param>
/// <param name="Labels">The classes, from 0. // [N]</param>
/// <param name="Classes">K, how many classes there are.</param>
public sealed record LabelledPoints(double[,] X, int[] Labels, int Classes)
{
    /// <summary>The same as inputs and one-hot targets, ready for batches.</summary>
    public SampleSet ToSampleSet() => new(new ColumnSamples(X), Labels, Classes);
}
