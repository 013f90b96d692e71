package id.antar.api.account;

import id.antar.api.message.Actor;
import java.time.Instant;
import java.util.List;

/// Facts about one API key.
public sealed interface ApiKeyEvent {
  ApiKeyId keyId();

  Instant occurredAt();

  record ApiKeyIssued(
      ApiKeyId keyId,
      Actor owner,
      String label,
      List<Permission> permissions,
      Scope scope,
      String secretHash,
      Instant expiresAt,
      Instant occurredAt)
      implements ApiKeyEvent {
    public ApiKeyIssued {
      permissions = List.copyOf(permissions);
    }
  }

  record ApiKeyRevoked(ApiKeyId keyId, Instant occurredAt) implements ApiKeyEvent {}
}
