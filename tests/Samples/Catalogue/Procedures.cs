namespace HiPerf.Samples.Catalogue;

/// <summary>The rows that are tests of their own.</summary>
public static class Procedures
{
    private const string Corpora = "Core.Tests/Catalogue/CorpusArrivalTests";
    private const string Fuzz = "Properties/Fuzz/FuzzCommandTests";
    private const string FuzzTest = "Target_accepts_and_refuses_and_finds_nothing_unknown";
    private const string GopherLaws = "Properties/Gopher/GopherLaws";
    private const string Messages = "Core.Tests/Catalogue/MessageAttackTests";
    private const string Connections = "Server.Tests/Http/HttpConnectionTests";
    private const string Shrinks = "File_that_shrinks_while_it_is_sent_resets_the_connection";
    private const string InTwo = "Message_cut_in_two_is_read_as_whole";
    private const string OneByOne = "Message_octet_by_octet_is_read_as_whole";

    public static IReadOnlyList<Procedure> All { get; } =
    [
        new("RQ-33", "requests behind an answer that nobody reads", "Server.Tests/Catalogue/ConnectionAttackTests", "Requests_behind_an_answer_that_nobody_reads_wait"),
        new("RQ-34", "every message of this catalogue, in two and octet by octet", Messages, "Message_is_read_alike_however_it_arrives"),
        new("RQ-34", "every refusal of this catalogue, as soon as its octet arrives", Messages, "Refusal_is_given_when_its_octet_arrives_or_the_head_is_whole"),
        new("RQ-34", "requests of the corpus, in two", Corpora, InTwo),
        new("RQ-34", "responses of the corpus, in two", Corpora, InTwo),
        new("RQ-34", "chunked bodies of the corpus, in two", Corpora, InTwo),
        new("RQ-34", "requests of the corpus, octet by octet", Corpora, OneByOne),
        new("RQ-34", "responses of the corpus, octet by octet", Corpora, OneByOne),
        new("RQ-34", "chunked bodies of the corpus, octet by octet", Corpora, OneByOne),
        new("WR-04", "file that shrinks while it is sent", Connections, Shrinks),
        new("WR-06", "file that cannot be read on behind its head", Connections, Shrinks),
        new("WR-08", "redirect to a name that must be encoded", "Server.Tests/Http/FileAnswerTests", "Folder_without_slash_is_redirected"),
        new("WR-09", "request written, then read", "Properties/Http1/RequestHeadLaws", "Round_trip_what_the_writer_writes_is_read_back"),
        new("WR-09", "response written, then read", "Properties/Http1/ResponseHeadLaws", "Round_trip_what_the_writer_writes_is_read_back"),
        new("WR-09", "chunks and trailers written, then read", "Properties/Http1/ChunkedBodyLaws", "Round_trip_what_the_writers_write_is_read_back"),
        new("WR-09", "request read, written, read again", "Properties/Http1/RewritingLaws", "Request_read_and_written_is_read_the_same"),
        new("WR-09", "response read, written, read again", "Properties/Http1/RewritingLaws", "Response_read_and_written_is_read_the_same"),
        new("WR-09", "chunks and trailers read, written, read again", "Properties/Http1/RewritingLaws", "Chunked_body_read_and_written_is_read_the_same"),
        new("RS-01", "16 and 17 interim responses, by the state alone", "Core.Tests/Catalogue/StateAttackTests", "Interim_responses_are_counted"),
        new("FC-11", "link, then a folder of the same name", "Core.Tests/Catalogue/ListingAttackTests", "Link_and_folder_of_one_name_are_both_told_in_order"),
        new("RS-08", "head that drips", "Facade.Tests/Catalogue/DripTests", "Head_that_drips_runs_out_of_time"),
        new("GO-07", "menus that were fuzzed", Fuzz, FuzzTest),
        new("GO-07", "attributes that were fuzzed", Fuzz, FuzzTest),
        new("GO-07", "requests that were fuzzed", Fuzz, FuzzTest),
        new("GO-07", "any octets as a menu", GopherLaws, "Every_octet_of_a_menu_belongs_to_one_line"),
        new("GO-07", "any octets as a text", GopherLaws, "Text_decoder_is_total_and_answers_alike_however_octets_arrive"),
        new("GO-07", "any text as a URL", GopherLaws, "Url_is_total_and_whatever_it_answers_can_be_asked_for"),
    ];
}
