package id.antar.api.account;

import id.antar.api.message.Actor;
import java.time.Instant;
import java.util.List;

/// What can be asked of an API key.
public sealed interface ApiKeyCommand {
  ApiKeyId keyId();

  Instant occurredAt();

  /// @param owner in whose name the key acts
  /// @param secretHash SHA-256 of the secret, in hex
  /// @param expiresAt real time
  record IssueApiKey(
      ApiKeyId keyId,
      Actor owner,
      String label,
      List<Permission> permissions,
      Scope scope,
      String secretHash,
      Instant expiresAt,
      Instant occurredAt)
      implements ApiKeyCommand {
    public IssueApiKey {
      permissions = List.copyOf(permissions);
    }
  }

  record RevokeApiKey(ApiKeyId keyId, Instant occurredAt) implements ApiKeyCommand {}
}
