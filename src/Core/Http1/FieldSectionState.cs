namespace HiPerf.Http1;

/// <summary>How far a field section has been read: all that a parse needs to go on where the last one stopped.</summary>
internal struct FieldSectionState
{
    /// <summary>Start of the line to be read next.</summary>
    public int Position;

    /// <summary>Field lines in the table.</summary>
    public int Count;

    /// <summary>What was let pass.</summary>
    public Deviations Deviations;

    /// <summary>Offset of the first of them, −1 when there is none.</summary>
    public int FirstDeviation;

    /// <summary>The rows that framing has to look at, as <see cref="FieldMarks"/>.</summary>
    public ulong Marked;

    /// <summary>Records something that was let pass.</summary>
    public void Deviate(Deviations deviation, int position)
    {
        if (Deviations == Deviations.None)
        {
            FirstDeviation = position;
        }

        Deviations |= deviation;
    }
}
