namespace Reference.Datasets;

/// <summary>The strokes of the ten digits, in one or more variants each.</summary>
internal static class DigitStrokes
{
    public static IReadOnlyList<IReadOnlyList<PenStroke[]>> Ways { get; } =
    [
        [[PenStroke.Arc(0.5, 0.5, 0.24, 0.36, 0, 1)]],
        [
            [PenStroke.Through((0.5, 0.14), (0.5, 0.86))],
            [PenStroke.Through((0.36, 0.3), (0.52, 0.14), (0.52, 0.86))],
        ],
        [[PenStroke.Arc(0.5, 0.34, 0.22, 0.2, -0.5, 0.1)
            .Then(PenStroke.Through((0.66, 0.48), (0.27, 0.85), (0.75, 0.85)))]],
        [[PenStroke.Arc(0.48, 0.32, 0.22, 0.18, -0.45, 0.25)
            .Then(PenStroke.Arc(0.48, 0.68, 0.24, 0.19, -0.25, 0.42))]],
        [
            [PenStroke.Through((0.6, 0.86), (0.6, 0.14), (0.24, 0.62), (0.78, 0.62))],
            [PenStroke.Through((0.3, 0.16), (0.28, 0.52), (0.72, 0.52)),
                PenStroke.Through((0.68, 0.16), (0.66, 0.86))],
        ],
        [[PenStroke.Through((0.72, 0.15), (0.34, 0.15), (0.31, 0.46))
            .Then(PenStroke.Arc(0.48, 0.64, 0.24, 0.22, -0.36, 0.4))]],
        [[PenStroke.Through((0.64, 0.14), (0.4, 0.36), (0.29, 0.6))
            .Then(PenStroke.Arc(0.5, 0.66, 0.21, 0.2, -0.5, 0.5))]],
        [
            [PenStroke.Through((0.26, 0.16), (0.74, 0.16), (0.44, 0.86))],
            [PenStroke.Through((0.26, 0.16), (0.74, 0.16), (0.44, 0.86)), PenStroke.Through((0.4, 0.5), (0.72, 0.5))],
        ],
        [[PenStroke.Arc(0.5, 0.31, 0.18, 0.17, 0, 1), PenStroke.Arc(0.5, 0.67, 0.22, 0.19, 0, 1)]],
        [[PenStroke.Arc(0.5, 0.35, 0.2, 0.2, 0, 1).Then(PenStroke.Through((0.7, 0.35), (0.66, 0.62), (0.54, 0.86)))]],
    ];
}
