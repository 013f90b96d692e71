package id.antar.query.customername;

import id.antar.api.customer.CustomerId;
import id.antar.api.message.InvalidQuery;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Who is called so. Names are found word by word and exactly, but for case and accents.
public final class CustomerNames {

  private static final int MOST_FOUND = 1_000;

  private final Table<NameRow> rows;
  private final NameWords words;

  CustomerNames(Table<NameRow> rows, NameWords words) {
    this.rows = rows;
    this.words = words;
  }

  /// @throws InvalidQuery in the future, if there are so many that they are not asked for together
  public CompletableFuture<List<CustomerId>> find(String name) {
    List<String> wanted = words.of(name);
    if (wanted.isEmpty()) {
      return CompletableFuture.failedFuture(new InvalidQuery("customerName has no word."));
    }
    List<String> values =
        wanted.stream()
            .flatMap(word -> Collections.nCopies(NameWords.MOST, word).stream())
            .toList();
    return rows.list(condition(wanted.size()), values, "id", MOST_FOUND + 1)
        .thenApply(CustomerNames::notTooMany);
  }

  private static String condition(int wanted) {
    String one =
        columnNumbers().mapToObj("word_%d = ?"::formatted).collect(Collectors.joining(" OR "));
    return String.join(" AND ", Collections.nCopies(wanted, "(" + one + ")"));
  }

  private static List<CustomerId> notTooMany(List<NameRow> found) {
    if (found.size() > MOST_FOUND) {
      throw new InvalidQuery(
          "More than " + MOST_FOUND + " customers are called so. Maybe add another word.");
    }
    return found.stream().map(NameRow::customerId).toList();
  }

  static List<Column<NameRow>> columns() {
    return columnNumbers()
        .mapToObj(number -> Column.<NameRow>text("word_" + number, row -> row.word(number)))
        .toList();
  }

  private static IntStream columnNumbers() {
    return IntStream.rangeClosed(1, NameWords.MOST);
  }
}
