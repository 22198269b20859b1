namespace HiPerf.Ftp;

/// <summary>Matches names against a pattern: <c>*</c> is any run of characters, <c>?</c> any one, all others are themselves. By letter case as it stands.</summary>
/// <remarks>The last asterisk alone is gone back to, so the work is at most name × pattern whatever a server names its files.</remarks>
internal static class FtpWildcard
{
    public static bool IsMatch(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        int at = 0, place = 0, star = -1, resume = 0;
        while (at < name.Length)
        {
            if (place < pattern.Length && pattern[place] == '*')
            {
                star = place++;
                resume = at;
            }
            else if (place < pattern.Length && (pattern[place] == '?' || pattern[place] == name[at]))
            {
                at++;
                place++;
            }
            else if (star >= 0)
            {
                place = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return !pattern[place..].ContainsAnyExcept('*');
    }
}
