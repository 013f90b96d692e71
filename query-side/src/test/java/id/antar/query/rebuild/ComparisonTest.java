package id.antar.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.Row;
import id.antar.query.projection.Rows;
import id.antar.query.projection.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  private static final Guest ADA = guest("one", "Ada");

  @TempDir Path folder;

  record Guest(String table, Personal<Contact> contact) {}

  @Test
  void equalRowsDoNotDiffer() {
    assertThat(differences(guest("one", "Ada"), guest("one", "Ada"))).isEmpty();
  }

  @Test
  void aDifferenceNamesItsColumnAndBothValues() {
    assertThat(differences(guest("one", "Ada"), guest("two", "Ada")))
        .containsExactly("table: live one, rebuilt two");
  }

  @Test
  void aPersonalDifferenceIsFoundAndNotTold() {
    assertThat(differences(guest("one", "Ada"), guest("one", "Ida")))
        .containsExactly("contact: live Personal[ada], rebuilt Personal[ada]");
  }

  @Test
  void everyRowThatDiffersIsALineOfTheFileAndWhatIsPersonalIsNot() throws IOException {
    compare(
        Map.of("a", ADA, "b", ADA, "c", ADA, "d", ADA),
        Map.of("a", ADA, "b", guest("one", "Ida"), "c", guest("two", "Ada"), "e", ADA));

    assertThat(lines())
        .containsExactly(
            line("b", "\"contact\"", row("one"), row("one")),
            line("c", "\"table\"", row("one"), row("two")),
            line("d", "", row("one"), "null"),
            line("e", "", "null", row("one")));
  }

  @Test
  void nothingThatDiffersIsNoFile() {
    compare(Map.of("a", ADA), Map.of("a", ADA));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFileHasAnEndAndTheJobSaysSo() throws IOException {
    Told told = compare(many(Differences.KEPT + 1), Map.of());

    assertThat(lines()).hasSize(Differences.KEPT);
    assertThat(told.findings).hasSize(21).last().isEqualTo("guests: 981 more rows differ");
    assertThat(told.summary)
        .last()
        .isEqualTo("guests: the file holds the first 1000 of the rows that differ");
  }

  private Told compare(Map<String, Guest> live, Map<String, Guest> fresh) {
    var told = new Told(folder);
    try (var file = new Differences(told)) {
      new Comparison<>(
              new Projector<>(new GuestFold(), new Guests(live)), new Guests(fresh), file, () -> {})
          .run(told, 0);
    }
    return told;
  }

  private static Map<String, Guest> many(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap("%06d"::formatted, _ -> ADA));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("differences.ndjson"));
  }

  private static String line(String key, String columns, String live, String rebuilt) {
    return "{\"table\":\"guests\",\"key\":\"%s\",\"columns\":[%s],\"live\":%s,\"rebuilt\":%s}"
        .formatted(key, columns, live, rebuilt);
  }

  private static String row(String table) {
    return "{\"table\":\"%s\",\"contact\":{\"person\":\"ada\"}}".formatted(table);
  }

  private static List<String> differences(Guest live, Guest fresh) {
    return Comparison.lines(Comparison.differences(live, fresh, "live ", "rebuilt "));
  }

  private static Guest guest(String table, String name) {
    return new Guest(table, Personal.of(new PersonId("ada"), new Contact(name, "+37712345")));
  }

  private static final class GuestFold implements Fold<Guest> {
    @Override
    public String name() {
      return "guest";
    }

    @Override
    public Class<Guest> stateType() {
      return Guest.class;
    }

    @Override
    public List<Class<?>> eventTypes() {
      return List.of();
    }

    @Override
    public Collection<String> keys(Object event) {
      return List.of();
    }

    @Override
    public @Nullable Guest evolve(String key, @Nullable Guest before, Recorded recorded) {
      return before;
    }

    @Override
    public Object view(Guest state) {
      return state;
    }
  }

  private record Guests(Map<String, Guest> stored) implements Rows<Guest>, Storage<Guest> {
    @Override
    public Map<String, Supplier<Row<Guest>>> load(Collection<String> keys) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(Map<String, Row<Guest>> rows) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Keyed<Guest>> page(@Nullable String afterKey, int limit) {
      return new TreeMap<>(stored)
          .tailMap(afterKey == null ? "" : afterKey, false).entrySet().stream()
              .limit(limit)
              .map(it -> new Keyed<>(it.getKey(), () -> new Row<>(it.getValue(), 1, Map.of())))
              .toList();
    }

    @Override
    public String name() {
      return "guests";
    }

    @Override
    public Rows<Guest> live() {
      return this;
    }

    @Override
    public Rows<Guest> createFresh() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void replaceLive() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void dropFresh() {
      throw new UnsupportedOperationException();
    }
  }
}
