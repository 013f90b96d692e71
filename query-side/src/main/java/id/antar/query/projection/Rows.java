package id.antar.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the rows of one projection are kept. Its methods block, and throw when the server behind
/// it does not answer.
public interface Rows<S> {

  /// What is found is decoded by the supplier, so that a row that cannot be decoded harms only who
  /// asks for it.
  Map<String, Supplier<Row<S>>> load(Collection<String> keys);

  /// A row that is already stored with the same or a higher version stays as it is.
  void save(Map<String, Row<S>> rows);

  /// The next rows in the order of their keys.
  List<Keyed<S>> page(@Nullable String afterKey, int limit);

  record Keyed<S>(String key, Supplier<Row<S>> row) {}
}
