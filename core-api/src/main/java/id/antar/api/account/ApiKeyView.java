package id.antar.api.account;

import id.antar.api.message.Actor;
import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An API key, for reading and for knowing its bearer.
///
/// @param expiresAt real time
public record ApiKeyView(
    ApiKeyId keyId,
    Actor owner,
    String label,
    List<Permission> permissions,
    Scope scope,
    String secretHash,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {

  public ApiKeyView {
    permissions = List.copyOf(permissions);
  }

  public ApiKeyView revoked(Instant at) {
    return new ApiKeyView(
        keyId, owner, label, permissions, scope, secretHash, issuedAt, expiresAt, at);
  }

  public record GetApiKey(ApiKeyId keyId) implements Query<ApiKeyView> {
    @Override
    public Class<ApiKeyView> answer() {
      return ApiKeyView.class;
    }
  }

  /// Those of one owner, revoked ones too, by their ids.
  public record ListApiKeys(Actor owner, @Nullable String cursor, int limit)
      implements Query<ApiKeyPage> {
    @Override
    public Class<ApiKeyPage> answer() {
      return ApiKeyPage.class;
    }
  }

  public record ApiKeyPage(List<ApiKeyView> keys, @Nullable String nextCursor) {
    public ApiKeyPage {
      keys = List.copyOf(keys);
    }
  }
}
