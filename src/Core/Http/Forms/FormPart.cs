namespace HiPerf.Http;

/// <summary>What the Content-Disposition of a form's part says: offsets into the field value it was read from.</summary>
/// <remarks>RFC 7578 section 4.2. Both are a peer's; before the file name names a file it is to be made one plain component.</remarks>
/// <param name="Name">The field's name, escapes in place: <see cref="FormName.TryDecode"/>.</param>
/// <param name="FileName">The file's name, escapes in place; not present where the part is no file.</param>
public readonly record struct FormPart(FieldText Name, FieldText FileName)
{
    /// <summary>Whether the part is a file.</summary>
    public bool IsFile => FileName.IsPresent;
}
