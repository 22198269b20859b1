namespace HiPerf.Properties.Fuzz;

/// <summary>The closed list: every way in which another reader than the reference of the RFC may differ, and why. What is not here is a finding.</summary>
internal static class Disagreements
{
    public static Disagreement KestrelEmptyLine { get; } = new(
        "Kestrel: empty line before the request-line", "Kestrel skips it above its parser; ours lets one CRLF pass and says so.", "RFC 9112 section 2.2");

    public static Disagreement KestrelWaits { get; } = new(
        "Kestrel: line not ended yet", "Ours refuses at the first octet that nothing can mend; Kestrel judges no line before its LF.", "RFC 9112 section 2.2");

    public static Disagreement KestrelBareLf { get; } = new(
        "Kestrel: LF alone ends a line", "Ours is stricter: who takes LF for a line end sees other lines than who does not.", "RFC 9112 section 2.2");

    public static Disagreement KestrelFieldName { get; } = new(
        "Kestrel: octet that is no tchar in a field name", "Ours is stricter here; Kestrel judges names above its parser.", "RFC 9110 section 5.1");

    public static Disagreement KestrelFieldValue { get; } = new(
        "Kestrel: control octet in a field value", "Ours is stricter here; Kestrel judges values above its parser.", "RFC 9110 section 5.5");

    public static Disagreement KestrelTarget { get; } = new(
        "Kestrel: octet or form of the request-target", "Ours is stricter here; Kestrel judges targets above its parser.", "RFC 9112 section 3.2");

    public static Disagreement KestrelSpaces { get; } = new(
        "Kestrel: more than one space before the version", "Ours is stricter: one SP parts the request-line.", "RFC 9112 section 3");

    public static Disagreement KestrelTargetEnd { get; } = new(
        "Kestrel: line end inside the request-target", "Ours is stricter: such a line has no version; Kestrel takes its last octets for one, whatever stands before them.", "RFC 9112 section 3");

    public static Disagreement KestrelMethod { get; } = new(
        "Kestrel: method longer than 32 octets", "Ours holds methods to MaxMethod; Kestrel only to the request-line's limit.", "RFC 9112 section 3");

    public static Disagreement HostNotMappable { get; } = new(
        "IDNA: character that the base library takes as it is", "Ours is stricter: what UTS 46 disallows or maps in a way unknown here is refused, never passed on unmapped.", "WHATWG URL section 3.3");

    public static Disagreement HostMapped { get; } = new(
        "IDNA: full-width forms, full stops, characters that are dropped", "Ours maps them as UTS 46 says; the base library in invariant globalization does not.", "WHATWG URL section 3.3");

    public static Disagreement RepeatedAuthParameter { get; } = new(
        "Challenges: parameter named twice", "Both refuse it in the end: the rule is a grammar and cannot count names, which the section lets stand once.", "RFC 9110 section 11.2");

    public static Disagreement PartTable { get; } = new(
        "Multipart: part head of more than 512 field lines", "The table is the caller's, and the reference has none.", "RFC 7578 section 4.8");
}
