package id.antar.load.client;

import org.jspecify.annotations.Nullable;

/// One call, ready to be sent as often as it takes: the body is fixed, and so is its idempotency
/// key.
public record Request(
    CallKind kind,
    Actor actor,
    String method,
    String path,
    @Nullable String key,
    @Nullable String body) {

  public static Request get(CallKind kind, Actor actor, String path) {
    return new Request(kind, actor, "GET", path, null, null);
  }

  public static Request post(CallKind kind, Actor actor, String path, String key, Object body) {
    return new Request(kind, actor, "POST", path, key, Json.write(body));
  }

  public static Request put(CallKind kind, Actor actor, String path, String key, Object body) {
    return new Request(kind, actor, "PUT", path, key, Json.write(body));
  }

  @Override
  public String toString() {
    return method + " " + path + " as " + actor;
  }
}
