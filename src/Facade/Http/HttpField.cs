namespace HiPerf.Http;

/// <summary>One field line as text: octets are ISO-8859-1, so that every octet survives. RFC 9110 section 5.5.</summary>
/// <param name="Name">The field name, case as it came or as it shall go.</param>
/// <param name="Value">The field value without surrounding white space.</param>
public readonly record struct HttpField(string Name, string Value);
