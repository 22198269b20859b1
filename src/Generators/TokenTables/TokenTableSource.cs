using HiPerf.Generators.Emitting;
using HiPerf.Generators.Hashing;

namespace HiPerf.Generators.TokenTables;

/// <summary>Emits the table of a user's enum.</summary>
internal static class TokenTableSource
{
    /// <summary>The source, or null if no perfect hash was found.</summary>
    public static string? Emit(TokenTableModel model)
    {
        // @ lets a member or enum carry a reserved word's name.
        var table = new TokenTable(
            "@" + model.EnumName, $"default(@{model.EnumName})", model.IgnoreCase, model.Members.All(member => member.IsDense),
            [.. model.Members.Select(member => new TokenEntry(member.Token, "@" + member.Name))]);
        if (HashSearch.Find(TokenTableEmitter.Folded(table), model.IgnoreCase) is not { } plan)
        {
            return null;
        }

        var source = SourceFile.Begin(model.Namespace)
            .Lines($"/// <summary>Looks up and spells the tokens of <see cref=\"@{model.EnumName}\"/>.</summary>")
            .Lines($"{(model.IsPublic ? "public" : "internal")} static partial class {model.EnumName}Table").Open()
            .Lines($"/// <summary>How many tokens the table holds.</summary>\npublic const int Count = {model.Members.Count};");
        TokenTableEmitter.Emit(source, table, plan);
        return source.Close().ToString();
    }
}
