package id.antar.gateway.edge.limit;

import org.springframework.web.server.ServerWebExchange;

/// Says how much of a stranger a request comes from, before anything that costs more than a look.
@FunctionalInterface
public interface RecogniseCaller {

  Arrival recognise(ServerWebExchange exchange);

  enum Arrival {

    /// Fetches what is the same for everybody, and costs no more than a look.
    READER,

    /// Nobody is asked here who they are, or it does not say.
    NOBODY,

    /// A machine that signs what it tells. Whoever verifies it limits what is forged.
    SIGNED,

    /// Shows a password, or the token of a mail.
    SIGN_IN,

    /// Shows a refresh token in its body.
    SESSION,

    /// Shows a token or a key that was not seen here.
    UNKNOWN,

    /// Shows one that was good when it was seen here last.
    KNOWN
  }
}
