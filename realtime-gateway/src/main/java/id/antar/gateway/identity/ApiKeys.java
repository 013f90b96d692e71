package id.antar.gateway.identity;

import id.antar.api.account.ApiKeyCommand.IssueApiKey;
import id.antar.api.account.ApiKeyCommand.RevokeApiKey;
import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/// API keys: made, shown once, revoked.
public final class ApiKeys {

  private final Engine engine;
  private final KnownKeys known;

  ApiKeys(Engine engine, KnownKeys known) {
    this.engine = engine;
    this.known = known;
  }

  /// What a key is to be good for.
  ///
  /// @param owner in whose name it acts
  /// @param expiresAt real time
  public record Terms(
      Actor owner, String label, List<Permission> permissions, Scope scope, Instant expiresAt) {
    public Terms {
      permissions = permissions.stream().distinct().sorted().toList();
    }
  }

  /// @param key the whole key, which nobody can tell again
  public record Issued(ApiKeyId keyId, String key) {
    @Override
    public String toString() {
      return "Issued[" + keyId + "]";
    }
  }

  /// Whether these terms may be granted is for whoever asks to know.
  public Mono<Issued> issue(Terms terms, Instant at, Caller caller) {
    ApiKeyText key = ApiKeyText.random();
    var command =
        new IssueApiKey(
            key.id(),
            terms.owner(),
            terms.label(),
            terms.permissions(),
            terms.scope(),
            key.hash(),
            terms.expiresAt(),
            at);
    return engine
        .send(command, caller)
        .then(Mono.fromSupplier(() -> known.put(view(command))))
        .map(view -> new Issued(view.keyId(), key.reveal()));
  }

  private static ApiKeyView view(IssueApiKey c) {
    return new ApiKeyView(
        c.keyId(),
        c.owner(),
        c.label(),
        c.permissions(),
        c.scope(),
        c.secretHash(),
        c.occurredAt(),
        c.expiresAt(),
        null);
  }

  public Mono<ApiKeyView> find(ApiKeyId id) {
    return known.find(id);
  }

  /// From the moment on when it holds, the key is good for nothing here.
  public Mono<Void> revoke(ApiKeyView key, Instant at, Caller caller) {
    return engine
        .send(new RevokeApiKey(key.keyId(), at), caller)
        .then(Mono.fromRunnable(() -> known.put(key.revoked(at))));
  }
}
