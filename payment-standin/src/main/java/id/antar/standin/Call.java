package id.antar.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One request, as far as a provider looks at it.
///
/// @param authorization the header's value
/// @param key the idempotency key, or blank
/// @param query the parameters after the path, the last of each name
/// @param body missing when there is none or it is not JSON
record Call(
    String method,
    String path,
    Map<String, String> query,
    @Nullable String authorization,
    String key,
    JsonNode body) {

  boolean is(String wantedMethod, String pathPattern) {
    return method.equals(wantedMethod) && path.matches(pathPattern);
  }

  /// A part of the path, 1 for the first.
  String part(int number) {
    return path.split("/")[number];
  }
}
