using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Walks the lines of one field in a field table, in the order of the head: <c>foreach (ref readonly FieldLine line in new NamedFieldLines(fields, name))</c>.</summary>
/// <remarks>RFC 9110 section 5.3: the lines of a list field are one list in that order. The table must be identified, as <see cref="BodyFramingParser"/> leaves it.</remarks>
public ref struct NamedFieldLines
{
    private readonly ReadOnlySpan<FieldLine> _fields;
    private readonly FieldName _name;

    /// <summary>Stands before the first line.</summary>
    /// <param name="fields">The lines of a head or trailer section.</param>
    /// <param name="name">The field to walk.</param>
    public NamedFieldLines(ReadOnlySpan<FieldLine> fields, FieldName name)
    {
        _fields = fields;
        _name = name;
        Index = -1;
    }

    /// <summary>Index of the line in the table; −1 before the first, the table's length behind the last.</summary>
    public int Index { get; private set; }

    /// <summary>The line; only after <see cref="MoveNext"/> has answered true.</summary>
    public readonly ref readonly FieldLine Current => ref _fields[Index];

    /// <summary>Goes to the next line of the field.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        while (++Index < _fields.Length)
        {
            if (_fields[Index].Name == _name)
            {
                return true;
            }
        }

        Index = _fields.Length;
        return false;
    }

    /// <summary>The walk itself, for <c>foreach</c>.</summary>
    public readonly NamedFieldLines GetEnumerator() => this;
}
