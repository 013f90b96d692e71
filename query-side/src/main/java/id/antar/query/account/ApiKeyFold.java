package id.antar.query.account;

import id.antar.api.account.ApiKeyEvent;
import id.antar.api.account.ApiKeyEvent.ApiKeyIssued;
import id.antar.api.account.ApiKeyEvent.ApiKeyRevoked;
import id.antar.api.account.ApiKeyView;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ApiKeyFold implements Fold<ApiKeyView> {

  @Override
  public String name() {
    return "api-key";
  }

  @Override
  public Class<ApiKeyView> stateType() {
    return ApiKeyView.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(ApiKeyEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(((ApiKeyEvent) event).keyId().value());
  }

  @Override
  public ApiKeyView evolve(String key, @Nullable ApiKeyView before, Recorded recorded) {
    return evolve(before, (ApiKeyEvent) recorded.event());
  }

  @Override
  public Object view(ApiKeyView state) {
    return state;
  }

  static ApiKeyView evolve(@Nullable ApiKeyView view, ApiKeyEvent event) {
    return switch (event) {
      case ApiKeyIssued e ->
          new ApiKeyView(
              e.keyId(),
              e.owner(),
              e.label(),
              e.permissions(),
              e.scope(),
              e.secretHash(),
              e.occurredAt(),
              e.expiresAt(),
              null);
      case ApiKeyRevoked e -> {
        if (view == null) {
          throw new IllegalStateException(
              "Key " + e.keyId() + " is not known here. Maybe its first event is parked.");
        }
        yield view.revoked(e.occurredAt());
      }
    };
  }
}
