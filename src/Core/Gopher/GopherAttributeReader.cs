namespace HiPerf.Gopher;

/// <summary>Reads the values of attributes by what they mean. All offsets count from the start of the buffer the line was parsed from.</summary>
/// <remarks>Gopher+ sections 2.4 to 2.8; WinINet's attribute types for those the papers leave to servers. What is refused stays readable as text: <see cref="GopherAttributeLine.Value"/>.</remarks>
public static class GopherAttributeReader
{
    /// <summary>Reads INFO: the item's menu line.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">The line that begins the block.</param>
    /// <param name="item">The item, which may be malformed.</param>
    /// <returns>False for any other line.</returns>
    public static bool TryReadItem(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out GopherMenuItem item)
    {
        if (line.Kind != GopherAttributeLineKind.Block || line.Block != GopherAttribute.Info)
        {
            item = default;
            return false;
        }

        GopherItemLine.Read(line.Value.In(buffer), out item);
        item.Move(line.Value.Start);
        item.Index = item.PrimaryIndex = line.ItemIndex;
        item.PrimaryTypeOctet = item.TypeOctet;
        return true;
    }

    /// <summary>Reads the field Admin: who looks after the item.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">A field of ADMIN.</param>
    /// <param name="administrator">Name and address; both may be empty.</param>
    /// <returns>False for any other line.</returns>
    public static bool TryReadAdministrator(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out GopherAdministrator administrator)
    {
        bool isAdmin = IsField(in line, GopherAttribute.Admin);
        administrator = isAdmin ? GopherAdministrator.Read(buffer, line.Value) : default;
        return isAdmin;
    }

    /// <summary>Reads a time: the fourteen digits in angle brackets behind whatever words.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">The field Mod-Date, or any other that holds a time.</param>
    /// <param name="ticks">Ticks of <see cref="DateTime"/> in the server's zone.</param>
    /// <returns>False where none stands, or it is no date.</returns>
    /// <remarks>Gopher+ section 2.5: <c>&lt;YYYYMMDDhhmmss&gt;</c>.</remarks>
    public static bool TryReadTime(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out long ticks)
    {
        ticks = 0;
        return line.Kind == GopherAttributeLineKind.Field && GopherNumbers.TryReadTime(line.Value.In(buffer), out ticks);
    }

    /// <summary>Reads a whole number: TTL, Score, TZ.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">A field.</param>
    /// <param name="number">The number; white space around it is left out.</param>
    /// <returns>False where the value is no decimal number, with a sign before it at most, of −2^31 to 2^31-1.</returns>
    public static bool TryReadNumber(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out int number)
    {
        Span<int> one = stackalloc int[1];
        bool isNumber = line.Kind == GopherAttributeLineKind.Field && GopherNumbers.TryRead(line.Value.In(buffer), one);
        number = isNumber ? one[0] : 0;
        return isNumber;
    }

    /// <summary>Reads the field Score-range: two numbers.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">The field Score-range.</param>
    /// <param name="range">The numbers, the lower one first.</param>
    /// <returns>False for any other line, and where the values are not two, the lower one first.</returns>
    public static bool TryReadScoreRange(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out GopherScoreRange range)
    {
        Span<int> two = stackalloc int[2];
        bool isRange = IsField(in line, GopherAttribute.ScoreRange) && GopherNumbers.TryRead(line.Value.In(buffer), two) && two[0] <= two[1];
        range = isRange ? new(two[0], two[1]) : default;
        return isRange;
    }

    /// <summary>Reads the field Geog: six numbers.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">The field Geog.</param>
    /// <param name="geography">Degrees, minutes and seconds north, then east.</param>
    /// <returns>False for any other line, and where the values are not six that are on Earth.</returns>
    public static bool TryReadGeography(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out GopherGeography geography)
    {
        Span<int> n = stackalloc int[6];
        bool isPlace = IsField(in line, GopherAttribute.Geography) && GopherNumbers.TryRead(line.Value.In(buffer), n)
            && n[0] is >= -90 and <= 90 && n[3] is >= -180 and <= 180 && IsSixtieth(n[1]) && IsSixtieth(n[2]) && IsSixtieth(n[4]) && IsSixtieth(n[5]);
        geography = isPlace ? new(n[0], n[1], n[2], n[3], n[4], n[5]) : default;
        return isPlace;
    }

    /// <summary>Reads the field treewalk: whether Veronica may walk the menus below.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">The field treewalk.</param>
    /// <param name="mayWalk">Yes or no.</param>
    /// <returns>False for any other line, and for any other word than yes, no, true, false, 1 and 0.</returns>
    public static bool TryReadTreeWalk(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out bool mayWalk)
    {
        mayWalk = false;
        if (!IsField(in line, GopherAttribute.TreeWalk))
        {
            return false;
        }

        ReadOnlySpan<byte> word = GopherOctets.Trim(buffer, line.Value).In(buffer);
        mayWalk = GopherOctets.Is(word, "yes"u8) || GopherOctets.Is(word, "true"u8) || word.SequenceEqual("1"u8);
        return mayWalk || GopherOctets.Is(word, "no"u8) || GopherOctets.Is(word, "false"u8) || word.SequenceEqual("0"u8);
    }

    /// <summary>Reads one line of VIEWS: a representation.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">A field of VIEWS.</param>
    /// <param name="view">Content type, language, size.</param>
    /// <returns>False for any other line, and where no content type stands.</returns>
    /// <remarks>Gopher+ section 2.6: <c>type [ SP language ] ":" [ SP "&lt;" size "&gt;" ]</c>.</remarks>
    public static bool TryReadView(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out GopherView view)
    {
        view = default;
        GopherText name = GopherOctets.Trim(buffer, line.Name);
        if (line.Kind != GopherAttributeLineKind.Field || line.Block != GopherAttribute.Views || name.Length == 0)
        {
            return false;
        }

        int space = name.In(buffer).IndexOfAny((byte)' ', (byte)'\t');
        var type = new GopherText(name.Start, space < 0 ? name.Length : space);
        var language = new GopherText(type.End, name.Length - type.Length);
        view = new GopherView(type, GopherOctets.Trim(buffer, language), GopherNumbers.ReadSize(line.Value.In(buffer)));
        return true;
    }

    /// <summary>Reads one line of ASK: a question.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="line">A field of ASK.</param>
    /// <param name="question">Its kind, which may be Unknown, its prompt and options.</param>
    /// <returns>False for any other line.</returns>
    public static bool TryReadQuestion(ReadOnlySpan<byte> buffer, in GopherAttributeLine line, out GopherQuestion question)
    {
        question = default;
        if (line.Kind != GopherAttributeLineKind.Field || line.Block != GopherAttribute.Ask)
        {
            return false;
        }

        int tab = line.Value.In(buffer).IndexOf((byte)'\t');
        var prompt = new GopherText(line.Value.Start, tab < 0 ? line.Value.Length : tab);
        var options = tab < 0 ? new GopherText(prompt.End, 0) : new GopherText(prompt.End + 1, line.Value.Length - tab - 1);
        question = new GopherQuestion(GopherQuestionKinds.Find(line.Name.In(buffer)), prompt, options);
        return true;
    }

    private static bool IsField(in GopherAttributeLine line, GopherAttribute field) => line.Kind == GopherAttributeLineKind.Field && line.Field == field;

    private static bool IsSixtieth(int number) => number is > -60 and < 60;
}
