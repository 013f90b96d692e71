package id.antar.dispatch.learned;

import java.util.Map;
import java.util.Optional;

/// Where what was learned outlives the process: rows of text by key, and how often they were saved.
/// Its methods take part in the transaction at hand, which is to be the one that the place in the
/// stream of events is stored in.
public interface KeepLearned {

  /// How often it was saved, 0 at first.
  long version();

  Map<String, String> load();

  /// Puts rows, or removes those that are empty. Throws and changes nothing unless `version` is how
  /// often it was saved before.
  void save(long version, Map<String, Optional<String>> changes);
}
