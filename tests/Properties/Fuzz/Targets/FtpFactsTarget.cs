using System.Buffers;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Ftp;
using HiPerf.Fuzzing;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of fact lines against a reading by splitting, from RFC 3659 section 7.2; where a line is refused, that it is, is all that is compared.</summary>
internal sealed class FtpFactsTarget : IFuzzTarget
{
    public string Name => "ftp-facts";

    public string Summary => "FactLineParser; reference from RFC 3659 section 7.2";

    public IEnumerable<string> Samples => [.. FactLines.Valid.Select(s => s.Line), .. FactLines.Refused.Select(s => s.Text)];

    public Gen<string> Structure => Gen.Frequency(
        (1, ProtocolArbitraries.FactLines().Generator.Select(r => r.Wire)), (2, ProtocolArbitraries.HostileFactLines().Generator.Select(r => r.Wire)));

    public IReadOnlyList<string> Words { get; } =
        ["type=file;", "type=dir;", "size=", "sizd=", "modify=", "20000229235960", "UNIX.mode=0644;", "perm=r;", ";", "; ", "=", " ", "\0", "\r", "\u007F", "9223372036854775808", ".5", "a=b;"];

    public FuzzLaws Laws => FuzzLaws.None;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        ParseResult result = FactLineParser.Parse(octets, out FactLine facts);
        answer.Begin(result.Status, ParseError.None, 0);
        if (result.IsDone)
        {
            answer.Add(facts.Size);
            answer.Add(facts.UnixMode);
            answer.Add((facts.Present & FtpFactNames.Modify) == 0 ? -1 : facts.Modify.UtcTicks);
            answer.Add(facts.Name.In(octets));
        }
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        string line = Encoding.Latin1.GetString(input.Span);
        int space = line.IndexOf(' ', StringComparison.Ordinal);
        string name = space < 0 ? string.Empty : line[(space + 1)..];
        string facts = space < 0 ? line : line[..space];
        long size = -1;
        long mode = -1;
        long modify = -1;
        bool valid = name.Length > 0 && name.IndexOfAny(['\0', '\r', '\n']) < 0 && (facts.Length == 0 || facts[^1] == ';');
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string fact in valid && facts.Length > 0 ? facts[..^1].Split(';') : [])
        {
            int equals = fact.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || fact.Any(c => c is <= ' ' or '\x7F'))
            {
                valid = false;
                break;
            }

            string key = fact[..equals].ToLowerInvariant() is "sizd" ? "size" : fact[..equals].ToLowerInvariant();
            string value = fact[(equals + 1)..];
            bool isKnown = key is "type" or "size" or "modify" or "create" or "perm" or "unique" or "lang" or "media-type" or "charset" or "unix.mode" or "unix.ownername" or "unix.groupname";
            valid &= !isKnown || seen.Add(key);
            if (value.Length == 0)
            {
                continue;
            }

            switch (key)
            {
                case "size":
                    valid &= value.Length <= 19 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out size);
                    break;
                case "unix.mode":
                    value = value.Length > 2 && value.StartsWith("0o", StringComparison.Ordinal) ? value[2..] : value;
                    valid &= value.Length <= 7 && value.All(c => c is >= '0' and <= '7');
                    mode = valid ? Convert.ToInt64(value, 8) : -1;
                    break;
                case "modify":
                    valid &= Time(value, out modify);
                    break;
                case "create":
                    valid &= Time(value, out _);
                    break;
            }
        }

        answer.Begin(valid ? OperationStatus.Done : OperationStatus.InvalidData, ParseError.None, 0);
        if (valid)
        {
            answer.Add(size);
            answer.Add(mode);
            answer.Add(modify);
            answer.Add(name);
        }
    }

    private static bool Time(string text, out long ticks)
    {
        ticks = -1;
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        string whole = dot < 0 ? text : text[..dot];
        string fraction = dot < 0 ? "0" : text[(dot + 1)..];
        if (whole.Length != 14 || fraction.Length == 0 || !whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit))
        {
            return false;
        }

        whole = whole.EndsWith("60", StringComparison.Ordinal) ? whole[..12] + "59" : whole;
        if (!DateTime.TryParseExact(whole, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time))
        {
            return false;
        }

        ticks = time.Ticks + long.Parse(fraction.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
        return true;
    }
}
