package id.antar.dispatch.plan;

import id.antar.api.hash.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Policies as people write them: a JSON object that names the policy it is `basedOn` (the standard
/// one unless it says) and what is different, by the names of [DispatchPolicy]. A `version` may be
/// given; otherwise it is made from the numbers.
public final class PolicyJson {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BASED_ON = "basedOn";
  private static final String VERSION = "version";
  private static final String METHOD = "method";
  private static final int LONGEST_VERSION = 64;
  private static final int LARGEST = 1_000_000;

  private PolicyJson() {}

  /// @throws IllegalArgumentException saying what is wrong with it
  public static DispatchPolicy read(String json) {
    if (!(parse(json) instanceof ObjectNode changes)) {
      throw new IllegalArgumentException("A policy is an object of names and values.");
    }
    DispatchPolicy base = base(changes.path(BASED_ON));
    ObjectNode merged = JSON.valueToTree(base);
    changes.properties().stream()
        .filter(each -> !each.getKey().equals(BASED_ON))
        .forEach(each -> merged.set(each.getKey(), checked(each)));
    DispatchPolicy policy = policy(merged);
    return changes.has(VERSION) ? requireOwnVersion(policy) : versioned(policy, merged, base);
  }

  /// All of its numbers.
  public static String write(DispatchPolicy policy) {
    return JSON.writeValueAsString(policy);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The policy is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static DispatchPolicy base(JsonNode name) {
    if (name.isMissingNode()) {
      return DispatchPolicy.standard();
    }
    return DispatchPolicy.find(name.asString(""))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "basedOn (%s) is none of %s."
                    .formatted(
                        name.asString("?"), String.join(", ", DispatchPolicy.names().toList()))));
  }

  private static JsonNode checked(Map.Entry<String, JsonNode> field) {
    String name = field.getKey();
    JsonNode value = field.getValue();
    switch (name) {
      case VERSION -> {
        if (!value.isString() || !value.asString().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
          throw new IllegalArgumentException(
              "version (" + value + ") is not of letters, digits, dots, _ and -.");
        }
        if (value.asString().length() > LONGEST_VERSION) {
          throw new IllegalArgumentException("version is longer than 64 characters.");
        }
      }
      case METHOD -> {
        if (methods().noneMatch(value.asString("")::equals)) {
          throw new IllegalArgumentException(
              "method (%s) is none of %s.".formatted(value, methods().toList()));
        }
      }
      default -> requireNumber(name, value);
    }
    return value;
  }

  private static void requireNumber(String name, JsonNode value) {
    if (!numbers().contains(name)) {
      throw new IllegalArgumentException(
          "A policy has no %s. It has %s.".formatted(name, String.join(", ", numbers())));
    }
    if (!value.isInt() || value.asInt() < 0 || value.asInt() > LARGEST) {
      throw new IllegalArgumentException(
          "%s (%s) is not a whole number from 0 to %d.".formatted(name, value, LARGEST));
    }
  }

  private static List<String> numbers() {
    return Arrays.stream(DispatchPolicy.class.getRecordComponents())
        .filter(component -> component.getType() == int.class)
        .map(component -> component.getName())
        .toList();
  }

  private static Stream<String> methods() {
    return Arrays.stream(DispatchPolicy.Method.values()).map(Enum::name);
  }

  private static DispatchPolicy policy(ObjectNode all) {
    try {
      return JSON.treeToValue(all, DispatchPolicy.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage(), e);
    }
  }

  private static DispatchPolicy requireOwnVersion(DispatchPolicy policy) {
    DispatchPolicy.find(policy.version())
        .filter(known -> !known.equals(policy))
        .ifPresent(known -> {
          throw new IllegalArgumentException(
              "version (%s) is that of another policy.".formatted(policy.version()));
        });
    return policy;
  }

  private static DispatchPolicy versioned(
      DispatchPolicy policy, ObjectNode all, DispatchPolicy base) {
    if (policy.equals(base)) {
      return base;
    }
    String hash = Sha256.hex(JSON.writeValueAsString(all)).substring(0, 8);
    all.put(VERSION, base.version() + "-" + hash);
    return policy(all);
  }
}
