package id.antar.api.message;

/// Keys of the metadata that travels with every command and is stored with every event.
public final class MetaKeys {

  /// Who caused it, as [Actor] text.
  public static final String ACTOR = "actor";

  /// The HTTP request or stream message that it began with.
  public static final String REQUEST_ID = "requestId";

  /// The network address that the request came from: a `Personal<String>` of the account that sent
  /// it.
  public static final String CLIENT_ADDRESS = "clientAddress";

  /// The session in which it was asked for, if somebody had signed in.
  public static final String SESSION = "session";

  /// The API key by which it was asked for, if it was one.
  public static final String API_KEY = "apiKey";

  /// What the request said it was sent with, a `Personal<String>` likewise; absent if it said
  /// nothing.
  public static final String USER_AGENT = "userAgent";

  /// The client's own key for a command that must have one effect however often it is sent.
  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /// Of a dispatcher's command, the term in which it was decided, as [DispatchTerm] text. It is not
  /// stored with the events.
  public static final String DISPATCH_TERM = "dispatchTerm";

  /// Where in a trace it was caused, as W3C Trace Context text; absent if it is not traced. With an
  /// event it is stored.
  public static final String TRACE_PARENT = "traceparent";

  /// The message that directly caused this one.
  public static final String CAUSATION_ID = "causationId";

  /// The first message of the chain that this one belongs to.
  public static final String CORRELATION_ID = "correlationId";

  private MetaKeys() {}
}
