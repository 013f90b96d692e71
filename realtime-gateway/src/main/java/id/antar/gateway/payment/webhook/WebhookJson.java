package id.antar.gateway.payment.webhook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a stranger has sent: fields that are not known are left alone, and nothing is taken
/// for what it is not.
final class WebhookJson {

  private static final int LONGEST = 128;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .build())
          .build();

  private WebhookJson() {}

  static Optional<JsonNode> find(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// The text of a field that is one.
  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.asString() : null;
  }

  /// For keeping: printable, and not too long.
  static @Nullable String kept(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.substring(0, Math.min(printable.length(), LONGEST));
  }

  static String orBlank(@Nullable String text) {
    String kept = kept(text);
    return kept == null ? "" : kept;
  }
}
