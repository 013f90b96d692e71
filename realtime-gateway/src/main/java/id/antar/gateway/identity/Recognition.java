package id.antar.gateway.identity;

import id.antar.gateway.edge.limit.RecogniseCaller;
import org.springframework.web.server.ServerWebExchange;

/// Recognises callers by what was seen here before.
final class Recognition implements RecogniseCaller {

  private final KnownTokens tokens;
  private final KnownKeys keys;
  private final Elsewhere elsewhere;

  Recognition(KnownTokens tokens, KnownKeys keys, Elsewhere elsewhere) {
    this.tokens = tokens;
    this.keys = keys;
    this.elsewhere = elsewhere;
  }

  @Override
  public Arrival recognise(ServerWebExchange exchange) {
    return switch (Entrance.of(exchange.getRequest().getPath().value())) {
      case OPEN -> Arrival.NOBODY;
      case FILES -> Arrival.READER;
      case SIGNED -> Arrival.SIGNED;
      case SIGN_IN -> Arrival.SIGN_IN;
      case SESSION -> Arrival.SESSION;
      case GUARDED -> by(Credential.of(exchange.getRequest()));
    };
  }

  private Arrival by(Credential credential) {
    return switch (credential) {
      case Credential.Nothing() -> Arrival.NOBODY;
      case Credential.Token(String text) ->
          known(tokens.find(text).isPresent() || elsewhere.knows(text));
      case Credential.Key(String text) ->
          known(ApiKeyText.parse(text).filter(key -> keys.knows(key.id())).isPresent());
    };
  }

  private static Arrival known(boolean known) {
    return known ? Arrival.KNOWN : Arrival.UNKNOWN;
  }
}
