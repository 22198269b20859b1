using System.Text;

namespace HiPerf.Gopher;

/// <summary>Makes the attributes of items of the lines of an answer.</summary>
/// <param name="maker">Makes the item of INFO.</param>
/// <param name="charset">Reads the texts.</param>
internal sealed class GopherAttributeBuilder(GopherItemMaker maker, GopherCharsetReader charset)
{
    private readonly StringBuilder _raw = new();
    private readonly List<GopherAttributeBlock> _blocks = [];
    private readonly List<GopherRepresentation> _views = [];
    private readonly List<GopherAskQuestion> _questions = [];
    private GopherItemAttributes? _attributes;
    private List<string>? _abstract;
    private List<string>? _lines;

    /// <summary>Whether a line begins another item than the one that is being made.</summary>
    public bool IsNext(in GopherAttributeLine line) => _attributes is not null && line is { Kind: GopherAttributeLineKind.Block, Block: GopherAttribute.Info } && line.ItemIndex > 0;

    /// <summary>Adds a line.</summary>
    public void Add(ReadOnlySpan<byte> octets, in GopherAttributeLine line, Deviations deviations)
    {
        var told = _attributes ??= new GopherItemAttributes();
        told.Deviations |= deviations;
        _raw.Append(charset.Read(octets[..line.LineLength])).Append('\n');
        switch (line.Kind)
        {
            case GopherAttributeLineKind.Block:
                Begin(octets, in line, told);
                break;
            case GopherAttributeLineKind.Field:
                AddLine(octets, in line);
                Read(octets, in line, told);
                break;
            case GopherAttributeLineKind.Text:
                AddLine(octets, in line);
                break;
        }
    }

    /// <summary>Ends the item.</summary>
    /// <param name="isVerified">Whether its end is known to be the true one.</param>
    /// <returns>Null when no line was added.</returns>
    public GopherItemAttributes? Take(bool isVerified)
    {
        var told = _attributes;
        if (told is null)
        {
            return null;
        }

        told.IsVerified = isVerified;
        told.RawText = _raw.ToString();
        told.Blocks = [.. _blocks];
        told.Views = [.. _views];
        told.Questions = [.. _questions];
        told.Abstract = _abstract is null ? null : string.Join('\n', _abstract);
        told.Charset = charset.Charset;
        _raw.Clear();
        _blocks.Clear();
        _views.Clear();
        _questions.Clear();
        (_attributes, _abstract, _lines) = (null, null, null);
        return told;
    }

    private void Begin(ReadOnlySpan<byte> octets, in GopherAttributeLine line, GopherItemAttributes told)
    {
        var value = charset.Read(line.Value.In(octets));
        _lines = [];
        _blocks.Add(new GopherAttributeBlock(charset.Read(line.Name.In(octets)), value, _lines));
        if (GopherAttributeReader.TryReadItem(octets, in line, out var item))
        {
            told.Item ??= maker.Make(in item, octets);
        }

        if (line.Block == GopherAttribute.Abstract && _abstract is null)
        {
            _abstract = value.Length > 0 ? [value] : [];
        }
    }

    private void AddLine(ReadOnlySpan<byte> octets, in GopherAttributeLine line)
    {
        var text = charset.Read(octets[1..line.LineLength]);
        _lines?.Add(text);
        if (line.Block == GopherAttribute.Abstract)
        {
            _abstract?.Add(text);
        }
    }

    private void Read(ReadOnlySpan<byte> octets, in GopherAttributeLine line, GopherItemAttributes told)
    {
        if (GopherAttributeReader.TryReadView(octets, in line, out var view))
        {
            _views.Add(new GopherRepresentation(charset.Read(view.ContentType.In(octets)), Text(octets, view.Language), view.Size < 0 ? null : view.Size));
            return;
        }

        if (GopherAttributeReader.TryReadQuestion(octets, in line, out var question))
        {
            List<string> options = [];
            var rest = question.Options;
            while (GopherQuestion.TryTake(octets, ref rest, out var option))
            {
                options.Add(charset.Read(option.In(octets)));
            }

            _questions.Add(new GopherAskQuestion(question.Kind, charset.Read(question.Prompt.In(octets)), options));
            return;
        }

        ReadField(octets, in line, told);
    }

    private void ReadField(ReadOnlySpan<byte> octets, in GopherAttributeLine line, GopherItemAttributes told)
    {
        switch (line.Field)
        {
            case GopherAttribute.Admin when told.AdministratorName is null && told.AdministratorEmail is null && GopherAttributeReader.TryReadAdministrator(octets, in line, out var administrator):
                told.AdministratorName = Text(octets, administrator.Comment);
                told.AdministratorEmail = Text(octets, administrator.Email);
                break;
            case GopherAttribute.ModDate when GopherAttributeReader.TryReadTime(octets, in line, out var ticks):
                told.ModDate ??= new DateTime(ticks, DateTimeKind.Unspecified);
                break;
            case GopherAttribute.TimeToLive:
                told.TimeToLive ??= Number(octets, in line);
                break;
            case GopherAttribute.Score:
                told.Score ??= Number(octets, in line);
                break;
            case GopherAttribute.TimeZone:
                told.TimeZone ??= Number(octets, in line);
                break;
            case GopherAttribute.ScoreRange when GopherAttributeReader.TryReadScoreRange(octets, in line, out var range):
                told.ScoreRange ??= range;
                break;
            case GopherAttribute.Geography when GopherAttributeReader.TryReadGeography(octets, in line, out var place):
                told.Geography ??= place;
                break;
            case GopherAttribute.TreeWalk when GopherAttributeReader.TryReadTreeWalk(octets, in line, out var mayWalk):
                told.TreeWalk ??= mayWalk;
                break;
            case GopherAttribute.Site:
                told.Site ??= Text(octets, line.Value);
                break;
            case GopherAttribute.Organization:
                told.Organization ??= Text(octets, line.Value);
                break;
            case GopherAttribute.Location:
                told.Location ??= Text(octets, line.Value);
                break;
            case GopherAttribute.Provider:
                told.Provider ??= Text(octets, line.Value);
                break;
            case GopherAttribute.Version:
                told.Version ??= Text(octets, line.Value);
                break;
        }
    }

    private string? Text(ReadOnlySpan<byte> octets, GopherText text) => text.Length == 0 ? null : charset.Read(text.In(octets));

    private static int? Number(ReadOnlySpan<byte> octets, in GopherAttributeLine line) => GopherAttributeReader.TryReadNumber(octets, in line, out var number) ? number : null;
}
