package id.antar.gateway.authorisation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What came of a call.
record Outcome(int status, String type, String body) {

  private static final Pattern CHANGING =
      Pattern.compile("\"(requestId|timestamp|cursor|instance)\":\"[^\"]*\",?");

  /// Kinds whose ids are no secret.
  private static final Set<String> PUBLIC = Set.of("merchant", "owner", "processor", "productId");

  /// Whether the call was let through; what is wrong with its body is another matter.
  boolean isAdmitted() {
    return status < 500 && status != 400 && status != 401 && status != 403 && status != 404;
  }

  boolean mentionsOthers() {
    return World.OTHERS.entrySet().stream()
        .filter(id -> !PUBLIC.contains(id.getKey()))
        .anyMatch(id -> body.contains('"' + id.getValue() + '"'));
  }

  /// Without the ids that were asked for, and what differs from one call to the next.
  Outcome without(Map<String, String> ids) {
    String plain = CHANGING.matcher(body).replaceAll("");
    for (Map.Entry<String, String> id : new TreeMap<>(ids).entrySet()) {
      plain = plain.replace(id.getValue(), "{" + id.getKey() + "}");
    }
    return new Outcome(status, type, plain);
  }
}
