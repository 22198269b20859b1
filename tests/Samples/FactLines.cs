namespace HiPerf.Samples;

/// <summary>Lines of MLSD and MLST. RFC 3659 section 7.</summary>
public static class FactLines
{
    /// <summary>Line; type, size, modify (time and digits of the fraction), name, owner, group, mode, target, permissions, with spaces between them; a hyphen for what is absent.</summary>
    public static IReadOnlyList<(string Line, string Value)> Valid { get; } =
    [
        ("Type=file;Size=1024990;Perm=r; /tmp/cap60.pl", "File 1024990 - [/tmp/cap60.pl] - - - - Read"),
        ("type=cdir;unique=AQkAAAAAAAABCAAA;modify=19990112033508; /", "CurrentDirectory - 1999-01-12T03:35:08/0 [/] - - - - None"),
        ("type=pdir; ..", "ParentDirectory - - [..] - - - - None"),
        ("type=dir;perm=elcmdfp; a b", "Directory - - [a b] - - - - Create, Delete, Enter, Rename, List, MakeDirectory, Purge"),
        ("type=OS.unix=slink:/foo/b;modify=20000102030405.123; l", "Link - 2000-01-02T03:04:05.1230000/3 [l] - - - /foo/b None"),
        ("type=OS.unix=symlink; l", "Link - - [l] - - - - None"),
        ("type=OS.unix=chr-13/29; device", "Other - - [device] - - - - None"),
        ("UNIX.mode=0644;UNIX.owner=1000;UNIX.group=100; x", "Unknown - - [x] 1000 100 420 - None"),
        ("UNIX.mode=0o644; x", "Unknown - - [x] - - 420 - None"),
        ("UNIX.ownername=ann;UNIX.owner=1000;UNIX.groupname=g;UNIX.gid=1; x", "Unknown - - [x] ann g - - None"),
        (" just a name", "Unknown - - [just a name] - - - - None"),
        ("  space first", "Unknown - - [ space first] - - - - None"),
        ("x.unknown=?;X-y=;modify=;size=; n", "Unknown - - [n] - - - - None"),
        ("size=9223372036854775807; n", "Unknown 9223372036854775807 - [n] - - - - None"),
        ("modify=20161231235960; n", "Unknown - 2016-12-31T23:59:59/0 [n] - - - - None"),
        ("type=dir;sizd=4096; n", "Directory 4096 - [n] - - - - None"),
        ("UNIX.owner=ann;UNIX.uid=1000;UNIX.gid=100;UNIX.group=staff; n", "Unknown - - [n] ann staff - - None"),
        ("a=b=c; n;m=\xFF", "Unknown - - [n;m=\xFF] - - - - None"),
    ];

    public static IReadOnlyList<MarkedSample> Refused { get; } =
    [
        new("▸", ParseError.MissingPathName),
        new(" ▸", ParseError.MissingPathName),
        new("type=file;▸", ParseError.MissingPathName),
        new("type=file; ▸", ParseError.MissingPathName),
        new("type=file; a▸\0b", ParseError.MissingPathName),
        new("type=file; a▸\rb", ParseError.MissingPathName),
        new("-rw-r--r--▸ 1 a b 3 Jan 1 2000 x", ParseError.BadFact),
        new("type▸", ParseError.BadFact),
        new("type▸; x", ParseError.BadFact),
        new("▸=file; x", ParseError.BadFact),
        new("▸; x", ParseError.BadFact),
        new("type=file▸ x", ParseError.BadFact),
        new("type=fi▸\tle; x", ParseError.BadFact),
        new("type=file▸", ParseError.BadFact),
        new("type=file;Type▸=file; x", ParseError.RepeatedFact),
        new("sizd=1;size▸=1; x", ParseError.RepeatedFact),
        new("size=▸-1; x", ParseError.BadSize),
        new("size=922337203685477580▸8; x", ParseError.BadSize),
        new("size=1▸k; x", ParseError.BadSize),
        new("modify=20001▸3010000; x", ParseError.BadTimeVal),
        new("modify=2001022▸9000000; x", ParseError.BadTimeVal),
        new("modify=19100▸0102030405; x", ParseError.BadTimeVal),
        new("modify=20000101▸; x", ParseError.BadTimeVal),
        new("modify=20000101▸", ParseError.BadFact),
        new("UNIX.mode=0▸8; x", ParseError.BadFact),
        new("UNIX.mode=0o▸8; x", ParseError.BadFact),
        new("UNIX.mode=0o▸; x", ParseError.BadFact),
        new("UNIX.mode=0o▸", ParseError.BadFact),
    ];
}
