namespace HiPerf.Server;

/// <summary>One small file as it was when it was read, with all that its answers repeat.</summary>
/// <param name="Path">Its full path, ended by a NUL.</param>
/// <param name="Facts">What a look at it told before and after it was read.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Validators">Its validators.</param>
/// <param name="Head">The whole head of its 200 answer on a kept-alive connection; the date is set in the copy, at <see cref="AnswerHead.DateStart"/>.</param>
/// <param name="Content">Its octets.</param>
internal sealed record HotFile(byte[] Path, FileFacts Facts, string ContentType, Validators Validators, byte[] Head, byte[] Content);
