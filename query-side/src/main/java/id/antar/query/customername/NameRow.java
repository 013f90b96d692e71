package id.antar.query.customername;

import id.antar.api.customer.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fingerprints by which one customer is found.
///
/// @param words none once the person is forgotten
record NameRow(CustomerId customerId, List<String> words, boolean forgotten) {

  NameRow {
    words = List.copyOf(words);
  }

  @Nullable Object word(int number) {
    return words.size() < number ? null : words.get(number - 1);
  }
}
