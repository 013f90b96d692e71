package id.antar.gateway.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.gateway.authorisation.Rule.Column;
import id.antar.gateway.stream.hub.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// That everybody may do what the rules say, and nothing else: every operation of the served
/// document and every topic, by every role.
class AuthorisationMatrixTest extends MatrixTest {

  /// Nobody asks for these by name.
  private static final Set<Class<?>> UNSPOKEN = Set.of(Topic.OfCell.class, Topic.OfRecipient.class);

  @Test
  void everybodyMayDoWhatTheRulesSayAndNothingElse() {
    List<String> findings = matrix.findings(rules);

    System.out.println(table());
    assertThat(findings).isEmpty();
  }

  private String table() {
    var table = new StringBuilder("Authorisation matrix: " + matrix.calls() + " calls\n");
    table.append("%-26s %6s %6s %7s%n".formatted("", "own", "all", "refused"));
    for (Column column : Column.values()) {
      table.append(
          "%-26s %6d %6d %7d%n"
              .formatted(
                  column.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  count(column, "ofwn"),
                  count(column, "ae"),
                  count(column, "-")));
    }
    return table + "operations and topics covered: " + covered().size();
  }

  private long count(Column column, String letters) {
    return rules.stream().filter(rule -> letters.indexOf(rule.letter(column)) >= 0).count();
  }

  private Set<String> covered() {
    return rules.stream().map(Rule::operationName).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyOperationHasARule() {
    var ruled = covered();
    ruled.removeIf(operation -> operation.startsWith("TOPIC "));

    assertThat(operations()).isEqualTo(ruled);
  }

  @Test
  void everyTopicHasARule() {
    Set<Class<?>> ruled =
        rules.stream()
            .filter(Rule::isTopic)
            .map(rule -> Topic.parse(rule.target(World.OWN)).orElseThrow().getClass())
            .collect(Collectors.toSet());
    Set<Class<?>> topics = leaves(Topic.class).collect(Collectors.toSet());
    topics.removeAll(UNSPOKEN);

    assertThat(ruled).isEqualTo(topics);
    assertThat(Topic.parse("cell:1")).isEmpty();
    assertThat(Topic.parse("recipient:order-1")).isEmpty();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(AuthorisationMatrixTest::leaves)
        : Stream.of(type);
  }

  @Test
  void everyRoleHasAColumn() {
    Set<String> columns =
        Arrays.stream(Column.values()).map(Enum::name).collect(Collectors.toSet());

    assertThat(Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).map(Enum::name))
        .allMatch(columns::contains);
    assertThat(rules).allMatch(rule -> rule.roles().length() == Column.values().length);
  }
}
