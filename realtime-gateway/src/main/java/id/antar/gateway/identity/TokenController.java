package id.antar.gateway.identity;

import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.audit.AuditCommand.NoteTokenIssued;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Tokens for development: whoever is admin may be anybody.
@RestController
final class TokenController {

  private static final Duration LONGEST = Duration.ofDays(30);

  private final TokenIssuer issuer;
  private final GatewayProperties properties;
  private final Engine engine;
  private final EngineClock clock;

  TokenController(
      TokenIssuer issuer, GatewayProperties properties, Engine engine, EngineClock clock) {
    this.issuer = issuer;
    this.properties = properties;
    this.engine = engine;
    this.clock = clock;
  }

  /// @param scope such as `merchant:noodle-bar`; absent for one's own
  record TokenRequest(
      Role role, String subject, @Nullable String scope, @Nullable Long ttlSeconds) {

    Actor actor() {
      return Valid.value("subject", () -> new Actor(role, Ids.requireId("subject", subject)));
    }

    Scope requireScope() {
      return scope == null ? Scope.OWN : Valid.value("scope", () -> Scope.parse(scope));
    }
  }

  record TokenAnswer(
      String accessToken, String tokenType, long expiresIn, Role role, String subject) {}

  @PostMapping("/v1/auth/tokens")
  @Requires(Permission.TOKENS_ISSUE)
  @Keyless
  @ResponseStatus(HttpStatus.CREATED)
  Mono<TokenAnswer> issue(Caller caller, @RequestBody TokenRequest body) {
    if (!properties.issueTokens()) {
      return Mono.error(Problem.forbidden("Tokens are not issued here.").asException());
    }
    Duration lifetime = lifetime(body.ttlSeconds());
    Actor actor = body.actor();
    Scope scope = body.requireScope();
    var token = Valid.value("role", () -> issuer.issue(actor, scope, null, lifetime));
    return engine
        .send(new NoteTokenIssued(actor, scope, token.expiresAt(), clock.instant()), caller)
        .thenReturn(
            new TokenAnswer(
                token.value(), "Bearer", lifetime.toSeconds(), body.role(), body.subject()));
  }

  private Duration lifetime(@Nullable Long seconds) {
    if (seconds == null) {
      return properties.tokenLifetime();
    }
    if (seconds < 1 || seconds > LONGEST.toSeconds()) {
      String message =
          "ttlSeconds (" + seconds + ") is not within 1 and " + LONGEST.toSeconds() + ".";
      throw Problem.invalid("invalid-value", "ttlSeconds", message).asException();
    }
    return Duration.ofSeconds(seconds);
  }
}
