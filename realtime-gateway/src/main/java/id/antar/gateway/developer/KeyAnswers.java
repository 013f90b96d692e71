package id.antar.gateway.developer;

import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.ApiKeyView.ApiKeyPage;
import id.antar.api.account.Permission;
import id.antar.api.message.Actor;
import id.antar.gateway.identity.ApiKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is told of API keys. The key itself is told once.
final class KeyAnswers {

  private KeyAnswers() {}

  record Issued(
      ApiKeyId keyId,
      String key,
      Actor owner,
      String label,
      List<Permission> permissions,
      String scope,
      Instant expiresAt) {

    static Issued of(ApiKeys.Issued issued, ApiKeys.Terms terms) {
      return new Issued(
          issued.keyId(),
          issued.key(),
          terms.owner(),
          terms.label(),
          terms.permissions(),
          terms.scope().toString(),
          terms.expiresAt());
    }
  }

  /// @param lastUsedAt to the minute
  record Key(
      ApiKeyId keyId,
      Actor owner,
      String label,
      List<Permission> permissions,
      String scope,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt) {

    static Key of(ApiKeyView view, @Nullable Instant lastUsedAt) {
      return new Key(
          view.keyId(),
          view.owner(),
          view.label(),
          view.permissions(),
          view.scope().toString(),
          view.issuedAt(),
          view.expiresAt(),
          view.revokedAt(),
          lastUsedAt);
    }
  }

  record Page(List<Key> keys, @Nullable String nextCursor) {

    static Page of(ApiKeyPage page, Map<ApiKeyId, Instant> used) {
      return new Page(
          page.keys().stream().map(view -> Key.of(view, used.get(view.keyId()))).toList(),
          page.nextCursor());
    }
  }
}
