package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.backup.Rows.Column;
import id.antar.infra.backup.Rows.Table;
import id.antar.infra.backup.Tables.Kind;
import id.antar.infra.backup.Tables.Part;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TablesTest {
  private static final Pattern CREATE =
      Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?`?(\\w+)");

  /// Of all modules, as an engine has them.
  private static TreeSet<String> migrated() throws IOException {
    var tables = new TreeSet<String>();
    for (Resource migration :
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql")) {
      CREATE
          .matcher(migration.getContentAsString(UTF_8))
          .results()
          .map(it -> it.group(1).toLowerCase(Locale.ROOT))
          .forEach(tables::add);
    }
    return tables;
  }

  /// A new table has to be decided on: what nobody has named is taken for state.
  @Test
  void everyTableIsOfAKindThatSomebodyHasChosen() throws IOException {
    TreeSet<String> tables = migrated();
    assertThat(tables.removeIf(it -> it.startsWith("query_"))).isTrue();

    Map<Kind, TreeSet<String>> kinds =
        tables.stream()
            .collect(groupingBy(Tables::kindOf, mapping(it -> it, toCollection(TreeSet::new))));

    assertThat(kinds.get(Kind.LOG))
        .containsExactly("domain_event", "event_chain", "log_checkpoint");
    assertThat(kinds.get(Kind.SECRETS)).containsExactly("engine_key", "person_key");
    assertThat(kinds.get(Kind.DUE))
        .containsExactly("mail_due", "scheduled_tasks", "webhook_delivery");
    assertThat(kinds.get(Kind.STATE))
        .containsExactly(
            "answered_request",
            "api_key_use",
            "courier_track",
            "dead_letter",
            "dispatch_term",
            "learned_time",
            "processor_token",
            "promise",
            "sandbox_charge",
            "sandbox_refund",
            "shadow_score",
            "snapshot_event");
    assertThat(kinds.get(Kind.LEFT_OUT))
        .containsExactly(
            "board_frame",
            "cluster_node",
            "cluster_process",
            "dispatch_lease",
            "engine_clock",
            "event_chain_end",
            "job",
            "job_result",
            "rate_batch",
            "search_index",
            "segment_wish");
    assertThat(kinds).doesNotContainKey(Kind.VIEWS);
  }

  @Test
  void viewsAreViewsAndWhatIsBeingMadeAnewOrMarksARestoreIsLeftOut() {
    assertThat(Tables.kindOf("query_order")).isEqualTo(Kind.VIEWS);
    assertThat(Tables.kindOf("query_order_fresh")).isEqualTo(Kind.LEFT_OUT);
    assertThat(Tables.kindOf("query_order_former")).isEqualTo(Kind.LEFT_OUT);
    assertThat(Tables.kindOf("restoring")).isEqualTo(Kind.LEFT_OUT);
    assertThat(Tables.kindOf("of_somebody_else")).isEqualTo(Kind.STATE);
  }

  @Test
  void aProcessorsRowsAreOfTheViewsOrOfTheState() {
    var tokens = new Table("processor_token", List.of(new Column("processor", false)));
    Map<String, Table> tables = Map.of(tokens.name(), tokens);

    assertThat(Tables.of(Kind.VIEWS, tables))
        .containsExactly(new Part(tokens, "processor LIKE 'query.%'"));
    assertThat(Tables.of(Kind.STATE, tables))
        .containsExactly(new Part(tokens, "processor NOT LIKE 'query.%'"));
  }
}
