namespace Reference.Book.Tests;

public class CitationsTests
{
    [Fact]
    public void A_comment_cites_for_its_code_and_a_row_for_the_line_of_its_equation()
    {
        string[] lines =
        [
            "/// <summary>S2-001: the rule, (1.3), S1-006, and its sum, (1.4), S1-007.</summary>",
            "/// <returns>More.</returns>",
            "public static int Rule() =>",
            "    w + α * x; // (1.4)",
        ];
        Citation[] found = [.. Citations.In("A.cs", lines, isTest: false)];
        Assert.Equal(
            [("S2-001", 4), ("(1.3)", 3), ("S1-006", 4), ("(1.4)", 3), ("S1-007", 4), ("(1.4)", 4)],
            found.Select(c => (c.What, c.Line)));
    }

    // A member: the line that realises an equation, else its expression, else its declaration; a type: its own line.
    [Theory]
    [InlineData(4, "int F(int x)", "{", "    return x; // (1.3)", "}")]
    [InlineData(2, "int F(int x)", "{", "    return x;", "}", "int G() => 1; // (1.3)")]
    [InlineData(3, "int F(int x) =>", "    x;", "int G() => 1; // (1.3)")]
    [InlineData(2, "public static class F", "{", "    int G() => 1; // (1.3)", "}")]
    public void A_row_without_an_equation_leads_to_the_first_line_of_its_formula(int line, params string[] code) =>
        Assert.All(["S2-001.", "(1.4), which chapter 01 derives, S2-001."], comment =>
            Assert.Equal(line, Citations.In("A.cs", [$"/// <summary>{comment}</summary>", .. code], isTest: false)
                .Single(c => c.What == "S2-001").Line));

    [Fact]
    public void A_citation_in_a_test_knows_its_method()
    {
        string[] lines =
        [
            "    // (1.3) S1-006…S1-008",
            "    [Property(MaxTest = 3)]",
            "    public void The_law_holds(Seed seed)",
            "    {",
            "        // S2-001",
            "        Assert.True(true);",
        ];
        Citation[] found = [.. Citations.In("T.cs", lines, isTest: true)];
        Assert.Equal(["(1.3)", "S1-006", "S1-007", "S1-008", "S2-001"], found.Select(c => c.What));
        Assert.All(found, c => Assert.Equal("The_law_holds", c.Test));
    }

    [Fact]
    public void Rows_are_read_one_by_one_and_as_ranges()
    {
        Assert.Equal(["S1-004", "S1-005", "S1-006", "S2-021"], RowIds.Find("S1-004…S1-006 and S2-021, S1-005"));
        Assert.Equal(["S1-004", "S1-005"], RowIds.Parse("S1-004…005"));
        Assert.Throws<ArgumentException>(() => RowIds.Parse("S1-004 and more"));
    }

    [Fact]
    public void Examples_of_ids_name_a_document_that_does_not_exist()
    {
        Assert.Empty(RowIds.Find("S9-001"));
        foreach (string file in new[] { "RowIds.cs", "Citations.cs", "NotesIndex.cs" })
        {
            string[] lines = File.ReadAllLines(Repository.PathOf($"src/Book/{file}"));
            Assert.Empty(Citations.In(file, lines, isTest: false).Where(c => c.What.StartsWith('S')));
        }
    }

    [Fact]
    public void Scalar_forms_are_read_first_and_evidence_last()
    {
        string[] files =
            ["x/Evidence/Figures.cs", "x/Projects/Net.cs", "x/Layer.cs", "x/LayerEquations.cs", "x/ScalarLayer.cs"];
        Assert.Equal([4, 3, 2, 1, 0], files.Select(Citations.Form));
    }

    [Fact]
    public void The_clone_is_found_from_anywhere_in_it()
    {
        Assert.True(File.Exists(Repository.PathOf("Reference.sln")));
        Assert.Equal("tests/goldens", Repository.Relative(Repository.PathOf("tests/goldens")));
    }
}
