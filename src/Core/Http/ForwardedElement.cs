namespace HiPerf.Http;

/// <summary>What one proxy, or one client behind it, has written into Forwarded: offsets into the field value it was read from. RFC 7239 section 4.</summary>
/// <param name="For">Who made the request; section 5.2.</param>
/// <param name="By">At which interface of the proxy it came in; section 5.1.</param>
/// <param name="Host">The Host field as the proxy received it; section 5.3.</param>
/// <param name="Protocol">The protocol by which the request came in, a URI scheme; section 5.4.</param>
public readonly record struct ForwardedElement(ForwardedNode For, ForwardedNode By, FieldText Host, FieldText Protocol);
