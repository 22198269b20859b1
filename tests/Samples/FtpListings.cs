namespace HiPerf.Samples;

/// <summary>One line of a listing (or the two of a VMS entry) and what it says.</summary>
/// <param name="Format">The format that reads it, by the name of <c>FtpListingFormat</c>.</param>
/// <param name="Line">The octets, ISO-8859-1, without the last line end.</param>
/// <param name="Shows">Type, size (or -), time as exact as it is (or -; Z for UTC), name; then what else there is, as <c>owner=x</c>.</param>
public sealed record FtpListLine(string Format, string Line, string Shows)
{
    public override string ToString() => $"{Format}: {Line}";
}

/// <summary>Lines of listings by the formats' own pages and manuals. The clock stands at 2024-03-10 12:00.</summary>
public static class FtpListings
{
    /// <summary>The clock of the samples.</summary>
    public static long NowTicks { get; } = new DateTime(2024, 3, 10, 12, 0, 0).Ticks;

    /// <summary>Lines that are entries.</summary>
    public static FtpListLine[] Entries { get; } =
    [
        // ls -l of POSIX; GNU coreutils; BSD.
        new("Unix", "-rw-r--r--   1 root     wheel        2048 Jan 25 00:17 a", "File 2048 2024-01-25T00:17 a owner=root group=wheel permissions=rw-r--r--"),
        new("Unix", "drwxr-xr-x  12 root     wheel         512 Nov  9  2006 src", "Directory 512 2006-11-09 src owner=root group=wheel permissions=rwxr-xr-x"),
        new("Unix", "lrwxrwxrwx   1 root     other           7 Dec 31 23:59 bin -> usr/bin", "Link 7 2023-12-31T23:59 bin owner=root group=other permissions=rwxrwxrwx target=usr/bin"),
        new("Unix", "lrwxrwxrwx   1 root     other           7 Dec 31 23:59 a -> b -> c", "Link 7 2023-12-31T23:59 a owner=root group=other permissions=rwxrwxrwx target=b -> c"),
        new("Unix", "lrwxrwxrwx   1 root     other           7 Dec 31 23:59 a", "Link 7 2023-12-31T23:59 a owner=root group=other permissions=rwxrwxrwx"),
        new("Unix", "-rw-r--r--   1 root     wheel        2048 Jan 25 00:17 a -> b", "File 2048 2024-01-25T00:17 a -> b owner=root group=wheel permissions=rw-r--r--"),
        new("Unix", "-rw-r--r--   1 root            2048 Jan 25 00:17 no group", "File 2048 2024-01-25T00:17 no group owner=root permissions=rw-r--r--"),
        new("Unix", "-rw-r--r--   1 1001     1002         2048 Jan 25 00:17  a ", "File 2048 2024-01-25T00:17  a  owner=1001 group=1002 permissions=rw-r--r--"),
        new("Unix", "-rw-r--r--   1 u Domain Users 5 Jan 25 00:17 a", "File 5 2024-01-25T00:17 a owner=u group=Domain Users permissions=rw-r--r--"),
        new("Unix", "-rw-rw-r--+  1 u g 5 Jan 25 00:17 acl", "File 5 2024-01-25T00:17 acl owner=u group=g permissions=rw-rw-r--"),
        new("Unix", "-rw-rw-r--@  1 u g 5 Jan 25 00:17 xattr", "File 5 2024-01-25T00:17 xattr owner=u group=g permissions=rw-rw-r--"),
        new("Unix", "-rw-rw-r--.  1 u g 5 Jan 25 00:17 selinux", "File 5 2024-01-25T00:17 selinux owner=u group=g permissions=rw-rw-r--"),
        new("Unix", "drwxrwxrwt   1 u g 5 Jan 25 00:17 tmp", "Directory 5 2024-01-25T00:17 tmp owner=u group=g permissions=rwxrwxrwt"),
        new("Unix", "-rwsr-sr-x   1 u g 5 Jan 25 00:17 su", "File 5 2024-01-25T00:17 su owner=u group=g permissions=rwsr-sr-x"),
        new("Unix", "crw-r-----   1 root kmem 1, 27 Jan 30 11:42 mem", "Other - 2024-01-30T11:42 mem owner=root group=kmem permissions=rw-r-----"),
        new("Unix", "brw-r-----   1 root disk 8,0 Jan 30 11:42 sda", "Other - 2024-01-30T11:42 sda owner=root group=disk permissions=rw-r-----"),
        new("Unix", "prw-r-----   1 u g 0 Jan 30 11:42 fifo", "Other 0 2024-01-30T11:42 fifo owner=u group=g permissions=rw-r-----"),
        new("Unix", "srw-r-----   1 u g 0 Jan 30 11:42 socket", "Other 0 2024-01-30T11:42 socket owner=u group=g permissions=rw-r-----"),
        new("Unix", "  1048577 -rw-r--r--   1 u g 5 Jan 25 00:17 inode", "File 5 2024-01-25T00:17 inode owner=u group=g permissions=rw-r--r--"),
        new("Unix", "1048577 8 -rw-r--r--   1 u g 5 Jan 25 00:17 blocks", "File 5 2024-01-25T00:17 blocks owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 25 Jan 00:17 day first", "File 5 2024-01-25T00:17 day first owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 25. Dez 2001 punkt", "File 5 2001-12-25 punkt owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 M\u00C3\u00A4r  5 00:17 utf8", "File 5 2024-03-05T00:17 utf8 owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 M\u00E4r  5 00:17 latin1", "File 5 2024-03-05T00:17 latin1 owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 ao\u00C3\u00BBt  5 2003 fr", "File 5 2003-08-05 fr owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 6\u00E6\u009C\u0088 3\u00E6\u0097\u00A5 2003\u00E5\u00B9\u00B4 ja", "File 5 2003-06-03 ja owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 2024-01-25 00:17 long iso", "File 5 2024-01-25T00:17 long iso owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 2024-01-25 00:17:59.123456789 +0100 full iso", "File 5 2024-01-24T23:17:59Z full iso owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 01-25 00:17 iso", "File 5 2024-01-25T00:17 iso owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 2001-01-25  iso, old", "File 5 2001-01-25 iso, old owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 Jan 25 00:17:59 2001 BSD -T", "File 5 2001-01-25T00:17:59 BSD -T owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 Feb 29 00:17 leap", "File 5 2024-02-29T00:17 leap owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 Sep  9 12:00 half a year ahead", "File 5 2024-09-09T12:00 half a year ahead owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 5 Sep  9 12:01 beyond", "File 5 2023-09-09T12:01 beyond owner=u group=g permissions=rw-r--r--"),
        new("Unix", "-rw-r--r-- 1 u g 18446744073709551615 Jan 25 00:17 most", "File 18446744073709551615 2024-01-25T00:17 most owner=u group=g permissions=rw-r--r--"),
        new("Unix", "drwxr-xr-x 2 u g 5 Jan 25 00:17 ..", "Directory 5 2024-01-25T00:17 .. owner=u group=g permissions=rwxr-xr-x self"),

        new("Unix", "drw-r--rw   1 u g 5 Jan 25 00:17 eight", "Directory 5 2024-01-25T00:17 eight owner=u group=g permissions=rw-r--rw"),

        // NetPresenz.
        new("Mac", "-rw-r--r--    54149       27826    81975 Jul 22  2010 09.jpg", "File 81975 2010-07-22 09.jpg permissions=rw-r--r--"),
        new("Mac", "drwxr-xr-x               folder        0 Jan  4 14:51 A Folder", "Directory 0 2024-01-04T14:51 A Folder permissions=rwxr-xr-x"),

        // IIS, Windows CE, cmd of other locales.
        new("Dos", "08-07-15  07:50PM                  718 a b.dat", "File 718 2015-08-07T19:50 a b.dat"),
        new("Dos", "08-10-2015  12:04AM       <DIR>          Billing", "Directory 0 2015-08-10T00:04 Billing"),
        new("Dos", "08-10-2015  12:04PM       <DIR>          Billing", "Directory 0 2015-08-10T12:04 Billing"),
        new("Dos", "12-05-96  17:03         <DIR>           spaced", "Directory 0 1996-12-05T17:03  spaced"),
        new("Dos", "01.02.2003  17:03         1,234,567 punkt", "File 1234567 2003-02-01T17:03 punkt"),
        new("Dos", "2003-02-01  17:03:05         1 iso", "File 1 2003-02-01T17:03:05 iso"),
        new("Dos", "02/01/2003  05:03 PM         1 us", "File 1 2003-02-01T17:03 us"),
        new("Dos", "02-01-03  05:03PM       <JUNCTION>     Users [C:\\Users]", "Link - 2003-02-01T17:03 Users target=C:\\Users"),
        new("Dos", "02-01-69  05:03PM       <SYMLINKD>     s", "Link - 2069-02-01T17:03 s"),
        new("Dos", "02-01-70  05:03PM       <DIR>          s", "Directory 0 1970-02-01T17:03 s"),

        // OpenVMS DIRECTORY.
        new("Vms", "A.LIS;12              9/9           2-JUN-1998 07:32:04  [GROUP,OWNER]    (RWED,RWED,RE,)", "File 4608 1998-06-02T07:32:04 A.LIS owner=OWNER group=GROUP permissions=RWED,RWED,RE, version=12"),
        new("Vms", "DATA.DIR;1            1             12-JUN-1998 07:32  [SYSTEM]", "Directory 512 1998-06-12T07:32 DATA.DIR owner=SYSTEM version=1"),
        new("Vms", "A_LONG_NAME_THAT_FILLS.TXT;3\r\n                      4/15          24-FEB-2003 13:17:24  [A,B]    (RWED,RWED,RE,)", "File 2048 2003-02-24T13:17:24 A_LONG_NAME_THAT_FILLS.TXT owner=B group=A permissions=RWED,RWED,RE, version=3"),
        new("Vms", "SECRET.DIR;1          %RMS-E-PRV, insufficient privilege", "Directory - - SECRET.DIR version=1"),

        // z/OS Communications Server: IP User's Guide.
        new("ZOS", "SAVE00 3390   2004/06/23  1    1  FB     128  6144  PS    INCOMING.RPTBM023.D061704", "File - - INCOMING.RPTBM023.D061704"),
        new("ZOS", "SAVE00 3390   **NONE**    1   15  U     6144  6144  PO-E  LOAD.LIB", "Directory - - LOAD.LIB"),
        new("ZOS", "PEX26F 3390   2017/07/03  115807  FB   29600 29600  PS    'A.B'", "File - - 'A.B'"),
        new("ZOS", "Migrated                                                SYS1.OLD", "Unknown - - SYS1.OLD"),
        new("ZOS", "Pseudo Directory                                        SYS1", "Directory - - SYS1"),
        new("ZOS", "SAVE00 3390                             VSAM  A.CLUSTER", "File - - A.CLUSTER"),
        new("ZOS", " TBSHELF1  01.03 2002/09/12 2002/10/11 09:37    11    11     0 KIL001", "File - 2002-10-11T09:37 TBSHELF1 owner=KIL001"),
        new("ZOS", "IBMUSER  JOB01906  OUTPUT    3 Spool Files", "File - - JOB01906"),
        new("ZOS", "IBMUSER2 JOB01906 IBMUSER  OUTPUT A        RC=0000 3 spool files", "File - - JOB01906 owner=IBMUSER"),

        // OS/400 DSPLNK as its FTP server lists it.
        new("OS400", "PEP              4019 04/03/18 18:58:16 *STMF      a b.zip", "File 4019 2004-03-18T18:58:16 a b.zip owner=PEP"),
        new("OS400", "PEP             36864 29.06.13 14:06:34 *DIR       dir1/", "Directory 36864 2013-06-29T14:06:34 dir1 owner=PEP"),
        new("OS400", "PEP             36864 06/29/13 14:06:34 *DDIR      dir1/", "Directory 36864 2013-06-29T14:06:34 dir1 owner=PEP"),
        new("OS400", "QPGMR          135168 04/03/18 13:18:19 *FILE      A.SAVF", "File 135168 2004-03-18T13:18:19 A.SAVF owner=QPGMR"),
        new("OS400", "QPGMR          135168 04/03/18 13:18:19 *FILE      A.FILE", "Directory 135168 2004-03-18T13:18:19 A.FILE owner=QPGMR"),
        new("OS400", "QPGMR                                   *MEM       A.FILE/B.MBR", "File - - A.FILE/B.MBR owner=QPGMR"),

        // NetWare.
        new("NetWare", "d [R----F--] supervisor            512       Jan 16 18:53    login", "Directory 512 2024-01-16T18:53    login owner=supervisor permissions=R----F--"),
        new("NetWare", "- [RWCEAFMS] rhesus             214059       Oct 20  2005 cx.exe", "File 214059 2005-10-20 cx.exe owner=rhesus permissions=RWCEAFMS"),
        new("NetWare", "-[RWCEAFMS] 1 rhesus             214059       Oct 20  2005 cx.exe", "File 214059 2005-10-20 cx.exe owner=rhesus permissions=RWCEAFMS"),

        new("OS2", "     0           DIR   05-12-97   16:52  Maintenance Desktop", "Directory 0 1997-05-12T16:52 Maintenance Desktop"),
        new("OS2", " 33280      A          02-09-97   13:49  OS2LDR", "File 33280 1997-02-09T13:49 OS2LDR permissions=A"),

        // EPLF, http://cr.yp.to/ftp/list/eplf.html.
        new("Eplf", "+i8388621.48594,m825718503,r,s280,\tdjb.html", "File 280 1996-03-01T22:15:03Z djb.html unique=8388621.48594"),
        new("Eplf", "+i8388621.50690,m824255907,/,\t514", "Directory - 1996-02-13T23:58:27Z 514 unique=8388621.50690"),
        new("Eplf", "+i8388621.48598,m824253270,r,s612,up644,\t a", "File 612 1996-02-13T23:14:30Z  a permissions=644 unique=8388621.48598"),
        new("Eplf", "+\ta", "Unknown - - a"),

        // HP NonStop Guardian FUP INFO.
        new("NonStop", "ABIN          101            16354 18-Mar-09 15:09:12 244, 10 \"nnnn\"", "File 16354 2009-03-18T15:09:12 ABIN owner=10 group=244 permissions=nnnn"),
        new("NonStop", "EMSACSTM  O   700L             354 18-Dec-13 14:12:10 155,106 \"oooo\"", "File 354 2013-12-18T14:12:10 EMSACSTM owner=106 group=155 permissions=oooo"),

        new("ConnectEnterprise", "-C--E-----FTP B QUA1I1      18128       41 Jan 12 13:56 QUADTEST", "File 41 2024-01-12T13:56 QUADTEST owner=QUA1I1 group=18128 permissions=-C--E-----"),

        // RFC 3659 section 7.7; the links of ProFTPD and pure-ftpd.
        new("Mlsx", "Type=file;Size=25730;Modify=19940728095854;Perm=; cap.txt", "File 25730 1994-07-28T09:58:54Z cap.txt"),
        new("Mlsx", "Type=cdir;Perm=el;Unique=keVO1+ZF4; test", "Directory - - test unique=keVO1+ZF4 self"),
        new("Mlsx", "type=OS.unix=slink:/a;UNIX.mode=0777;UNIX.uid=1;UNIX.ownername=u;UNIX.owner=2;UNIX.gid=3; l", "Link - - l owner=u group=3 permissions=0777 target=/a"),
        new("Mlsx", "type=OS.unix=chr-0/1; c", "Other - - c"),
        new("Mlsx", "modify=20141022065102.999;sizd=4096;  a b ", "Unknown 4096 2014-10-22T06:51:02Z  a b "),
        new("Mlsx", "type=OS.unix=slink:; l", "Link - - l target="),
        new("Mlsx", "size=18446744073709551615; most", "Unknown 18446744073709551615 - most"),
        new("Mlsx", "type=file; a\rb\0c", "File - - a\rb\0c"),
        new("Mlsx", "type=OS.unix=symlink;UNIX.owner=ann;UNIX.uid=0; l", "Link - - l owner=ann"),
        new("Mlsx", " a", "Unknown - - a"),
    ];

    /// <summary>Lines that say nothing of an entry.</summary>
    public static (string Format, string Line)[] Headings { get; } =
    [
        ("Detect", ""), ("Detect", "   \t"), ("Detect", "total 112"), ("Detect", "insgesamt 4"), ("Detect", "\u00E5\u0090\u0088\u00E8\u00A8\u0088 8"), ("Unix", "total 4.0K"), ("Unix", "./sub:"), ("Unix", "/sub dir:"),
        ("Detect", "Directory USER1:[TEMP]"), ("Detect", "Total of 14 files, 62/108 blocks."), ("Vms", "Grand total of 2 directories, 3 files, 4 blocks."),
        ("Detect", "Volume Unit    Referred Ext Used Recfm Lrecl BlkSz Dsorg Dsname"), ("Detect", " Name     VV.MM   Created       Changed      Size  Init   Mod   Id"),
        ("Detect", " Name      Size     TTR   Alias-of AC --------- Attributes --------- Amode Rmode"), ("Detect", "JOBNAME  JOBID    OWNER    STATUS CLASS"),
        ("Detect", "File         Code             EOF  Last Modification    Owner  RWEP"), ("Detect", "\\NODE.$VOL.SUBVOL"),
    ];

    /// <summary>Lines that no format explains.</summary>
    public static string[] Unrecognized { get; } =
    [
        "aaa", "-", "d", "+", "+a", "+s,\ta", "+s-1,\ta", "+m-1,\ta", "+m99999999999999,\ta", "+s1\t", "a;1", "a;", ";1", "a;1 b", " ; ", "=;a", "=; a", "a=b a", "a=b;", "a=b;c", "size=-1; a", "size=18446744073709551616; a", "type=file;Type=file; a", "type=fi\tle; a", "UNIX.mode=8; a", "create=2014; a",
        "modify=2014; a", "modify=20141322065102; a", "modify=20141022065102.; a", "modify=20141022246102; a",
        "-rw-r--r-- 1 u g -5 Jan 25 00:17 a", "-rw-r--r-- 1 u g 18446744073709551616 Jan 25 00:17 a", "-rw-r--r-- 1 u g 5 Jan 25 00:17", "-rw-r--r-- 1 u g 5 Jan 25 00:17 ",
        "-rw-r--r-- 1 u g 5 Jan 32 00:17 a", "-rw-r--r-- 1 u g 5 Feb 30 00:17 a", "-rw-r--r-- 1 u g 5 Jan 25 24:00 a", "-rw-r--r-- 1 u g 5 Jan 25 00:60 a", "-rw-r--r-- 1 u g 5 Jan 25 0000 a", "-rw-r--r-- 1 u g 5 Jan 25 10000 a",
        "-rw-r--r-- 1 u g 5 Feb 29 2001 a", "-rw-r--r-- 1 u g 5 2001-01-25 a", "-rw-r--r-- 1u g 5 Jan 25 00:17 a", "zrw-r--r-- 1 u g 5 Jan 25 00:17 a", "-wr-r--r-- 1 u g 5 Jan 25 00:17 a", "-rw-r--r-- 1 u g 5 Jam 25 00:17 a",
        "-rw-r--r--", "-rw-r--r-- Jan", "1 2 3 -rw-r--r-- 1 u g 5 Jan 25 00:17 a",
        "13-01-97  03:31PM 1 a", "12-32-97  03:31PM 1 a", "12-31-97  13:31PM 1 a", "12-31-97  03:31PM -1 a", "12-31-97  03:31PM <FOO>   a", "12-31-97  03:31PM <DIR>   ", "12-31-97  03:31PM 1", "12-31-197  03:31PM 1 a",
        "A.B;1 9/9 31-FEB-1998 07:32:04", "A.B;1 9/9 2-JUN-98 07:32:04", "A.B;1 a/9 2-JUN-1998 07:32:04", "A.B;1 9/9 2-JUN-1998 07:32:04 [A-B] (RWED,RWED,RWED,)", "A.B;1 9/9 2-JUN-1998 07:32:04 PM", "A.B;1 99999999999999999999 2-JUN-1998 07:32",
        "PEP 4019 04/03/18 18:58:16 STMF a", "PEP 4019 04/33/38 18:58:16 *STMF a", "PEP 4019 04/03/18 18:58:16 *STMF", "d [Q----F--] s 512 Jan 16 18:53 login", "d [R----F--] s 512 10-04-2001 login",
        "0 dir 05-12-97 16:52 a", "0 DIR 13-12-97 16:52 a", "ABIN 101 16354 18-Mar-09 15:09:12 244 \"nnnn\"", "ABIN 101 16354 18-Mar-09 15:09:12 244,10 nnnn", "-c--E-----FTP B Q 18128 41 Jan 12 13:56 Q",
        "SAVE00 3390 2004/06/23 1 1 FB 128 6144 PS", "SAVE00 3390 2004/06/23 1 1 FB 128 6144 PS A B", "Migrated", "HTTP/1.1 400 Bad Request", "<html>", "425 Can't open data connection.",
    ];
}
