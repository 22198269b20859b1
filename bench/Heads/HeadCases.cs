namespace HiPerf.Bench.Heads;

/// <summary>All cases of <c>quick heads</c>, each with the hash of its corpus.</summary>
internal static class HeadCases
{
    /// <summary>In the order they run.</summary>
    public static IReadOnlyList<HeadCase> All { get; } =
    [
        new("plaintext", [Corpus.Plaintext], "689ce3455761b16b7dae63f788950e164fe7c1c086a48bb0f1d8de2ba330f405"),
        new("classic", [Corpus.Classic], "142d704338e33d05330616c70d83ca04f130933a711009f17d2c4e711c803d70"),
        new("browser", [Corpus.Browser], "ec6b5edf0e6007785a4c9cb5fa721b9a45e3e85027cbae4ba45d9f3191152596"),
        new("cdn-response", [Corpus.CdnResponse], "db9a543bbc8f099d394630f09a057ea66737574650271ce395fad407e607a30e") { IsResponse = true },
        new("hundred-fields", [Corpus.HundredFields], "b05d31b09e29c6098ffbdc442b09e7b1d290c9c1aa9aadfecf9d7e1854179f5e"),
        new("different-256", Corpus.Different, "35546c1c356f1ab8080d1724c1f77d52349efed6891c059535f81ac2420ab659"),
        new("pipelined-16", [.. Enumerable.Repeat(Corpus.Plaintext, 16)], "efdb3b83634add2eafedb2cbcdc250f8f1ac26157e6d79bfb36344efeb90a100") { Arrival = HeadArrival.Pipelined },
        new("split", [Corpus.Browser], "ec6b5edf0e6007785a4c9cb5fa721b9a45e3e85027cbae4ba45d9f3191152596") { Arrival = HeadArrival.Split },
        new("malformed", Corpus.Malformed, "5f19d351fdd5ff046eb56b3850ffebb772484a58c98aa49a28dbeabc0e28e3f8") { Arrival = HeadArrival.Malformed },
    ];
}
