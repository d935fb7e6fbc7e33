using Reference.Plotting;

namespace Reference.Book;

/// <summary>The colour that one thing keeps in every figure of the book.</summary>
public static class ColorOf
{
    /// <summary>Points of label 1, filled, and what belongs to that label.</summary>
    public static Color Label1 => Palette.Blue;

    /// <summary>Points of label 0 (or −1), open, and what belongs to that label.</summary>
    public static Color Label0 => Palette.Vermillion;

    /// <summary>Measured points without a label: dots.</summary>
    public static Color Data => Palette.Black;

    /// <summary>A model's fit of the data: a line.</summary>
    public static Color Fit => Palette.Blue;

    /// <summary>The function or line that the data were made from: dashed.</summary>
    public static Color Truth => Palette.Grey;

    /// <summary>Curves of the training set.</summary>
    public static Color Training => Palette.Blue;

    /// <summary>Curves of the validation set.</summary>
    public static Color Validation => Palette.Vermillion;

    /// <summary>Curves of the test set.</summary>
    public static Color Test => Palette.Green;

    /// <summary>A function whose derivative is drawn beside it.</summary>
    public static Color Function => Palette.Blue;

    /// <summary>A derivative drawn beside its function: dashed.</summary>
    public static Color Derivative => Palette.Vermillion;

    /// <summary>The path of an optimizer over a map.</summary>
    public static Color Path => Palette.Vermillion;

    /// <summary>A minimum, and other single points of interest.</summary>
    public static Color Minimum => Palette.Black;

    /// <summary>Squared error.</summary>
    public static Color SquaredError => Palette.Vermillion;

    /// <summary>Cross-entropy.</summary>
    public static Color CrossEntropy => Palette.Blue;

    /// <summary>Hinge loss.</summary>
    public static Color Hinge => Palette.Green;

    /// <summary>The probability of label 1, from the colour of label 0 over white to that of label 1.</summary>
    public static ColorMap Probability { get; } =
        new("ŷ", Label0.Towards(Palette.White, 0.4), Palette.White, Label1.Towards(Palette.White, 0.4));

    /// <summary>The colour of an activation function, by its name in the book.</summary>
    public static Color Activation(string name) => name switch
    {
        "sigmoid" => Palette.Blue,
        "tanh" => Palette.Vermillion,
        "ReLU" => Palette.Green,
        "leaky ReLU" => Palette.Orange,
        "GELU" => Palette.Purple,
        "ELU" => Palette.Sky,
        "SELU" => Palette.Olive,
        "softplus" => Palette.Grey,
        _ => Palette.Black,
    };

    /// <summary>The colour of an optimizer, by its name in the book.</summary>
    public static Color Optimizer(string name) => name switch
    {
        "gradient descent" or "GD" or "SGD" => Palette.Blue,
        "momentum" => Palette.Vermillion,
        "Nesterov" => Palette.Purple,
        "AdaGrad" => Palette.Orange,
        "RMSProp" => Palette.Sky,
        "Adam" => Palette.Green,
        "AdamW" => Palette.Olive,
        _ => Palette.Black,
    };

    /// <summary>Moment <paramref name="t"/> of <paramref name="count"/>: early ones light, late ones dark.</summary>
    public static Color Time(int t, int count)
    {
        double late = count > 1 ? (double)t / (count - 1) : 1;
        byte Channel(int light, int dark) => (byte)Math.Round(light + late * (dark - light));
        return new(Channel(0x4F, 0x06), Channel(0x97, 0x1B), Channel(0xD3, 0x38));
    }
}
