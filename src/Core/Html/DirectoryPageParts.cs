namespace HiPerf.Html;

/// <summary>What is the same on every page.</summary>
internal static class DirectoryPageParts
{
    /// <summary>The policy names the hash of <see cref="Style"/>. The language of names is nobody's to say, hence the empty <c>lang</c> (HTML section 3.2.6.2).</summary>
    public static ReadOnlySpan<byte> Head => """
        <!DOCTYPE html>
        <html lang="">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-g+WpET3MGNtBH+o/Q4qH4WmTpMPCbOa6m+DHxwuB7MA='; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width">

        """u8;

    public static ReadOnlySpan<byte> Style =>
        ":root{color-scheme:light dark}th{text-align:start}td{white-space:pre-wrap;overflow-wrap:anywhere;vertical-align:top}td:nth-child(3){text-align:end}.i{font-family:monospace;white-space:pre}.e{font-weight:bold}"u8;

    public static ReadOnlySpan<byte> TableStart => """
        </h1>
        <table>
        <thead lang="en">
        <tr><th scope="col">Type</th><th scope="col">Name</th><th scope="col">Size</th><th scope="col">Modified (UTC)</th></tr>
        </thead>
        <tbody>

        """u8;

    public static ReadOnlySpan<byte> RowStart(DirectoryPageKind kind) => kind switch
    {
        DirectoryPageKind.File => "<tr><td>file</td><td>"u8,
        DirectoryPageKind.Directory => "<tr><td>directory</td><td>"u8,
        DirectoryPageKind.Link => "<tr><td>link</td><td>"u8,
        DirectoryPageKind.Search => "<tr><td>search</td><td>"u8,
        _ => "<tr><td>other</td><td>"u8,
    };
}
