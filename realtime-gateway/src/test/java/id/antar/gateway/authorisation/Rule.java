package id.antar.gateway.authorisation;

import id.antar.api.account.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One line of `authorisation-rules.txt`.
///
/// @param operation a method and a path with its query, or `TOPIC` and a topic
/// @param companions what is wanted besides by those who may do it for everybody
/// @param subject whose thing it is about, or `-`
/// @param roles a letter for each of [Column]
record Rule(
    String operation,
    List<Permission> permissions,
    List<Permission> companions,
    String subject,
    String roles,
    String body) {

  /// The columns of the table.
  enum Column {
    CUSTOMER,
    MERCHANT,
    STORE_MANAGER,
    SUPERVISOR,
    CASHIER,
    DEVELOPER,
    COURIER,
    OPERATOR,
    ANALYST,
    ADMIN,
    OPERATOR_OF_ANOTHER_ZONE,
    RECIPIENT
  }

  static List<Rule> all() {
    try (InputStream file = Rule.class.getResourceAsStream("/authorisation-rules.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Rule::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule parse(String line) {
    String[] parts = line.split("\\|", 5);
    String[] permissions = parts[1].strip().split("\\+");
    return new Rule(
        parts[0].strip(),
        permissions(permissions[0]),
        permissions.length > 1 ? permissions(permissions[1]) : List.of(),
        parts[2].strip(),
        parts[3].strip(),
        parts.length > 4 ? parts[4].strip() : "{}");
  }

  private static List<Permission> permissions(String text) {
    return text.equals("public")
        ? List.of()
        : Arrays.stream(text.split(" ")).map(Permission::parse).toList();
  }

  boolean isPublic() {
    return permissions.isEmpty();
  }

  /// Whether those who call it may be nobody afterwards.
  boolean endsSessions() {
    return operation.contains("/v1/auth/sign-out") || operation.equals("DELETE /v1/me");
  }

  boolean isTopic() {
    return operation.startsWith("TOPIC ");
  }

  String method() {
    return operation.substring(0, operation.indexOf(' '));
  }

  String target() {
    return operation.substring(operation.indexOf(' ') + 1);
  }

  /// As the OpenAPI document names it.
  String operationName() {
    return operation.replaceAll("\\?.*", "");
  }

  char letter(Column column) {
    return roles.charAt(column.ordinal());
  }

  /// The target with the ids filled in.
  String target(Map<String, String> ids) {
    return fill(target(), ids);
  }

  String body(Map<String, String> ids) {
    return fill(body, ids);
  }

  private String fill(String text, Map<String, String> ids) {
    String filled =
        text.replace("{id}", ids.getOrDefault(idKind(), "job-1"))
            .replace("{part}", "1")
            .replace("{attempt}", "1")
            .replace("{z}/{x}/{y}", "14/1/1")
            .replace("{kind}", "order")
            .replace("{letterId}", "letter-1")
            .replace("{type}", "OrderPlaced")
            .replace("{orderId}", ids.getOrDefault("order", ""))
            .replace("{courierId}", ids.getOrDefault("courier", ""));
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return filled;
  }

  /// Where the address names the courier, its other id is the offer's.
  private String idKind() {
    return target().contains("{courierId}") ? "assignment" : subject;
  }
}
