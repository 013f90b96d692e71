package id.antar.query.search;

/// How documents of one kind are indexed.
///
/// @param alias under which the index is read and written
/// @param version to be raised with every change of `properties` or of the document: an index of a
///   lower version is made anew, by itself
/// @param keyField a keyword that holds the document's key
/// @param properties JSON
public record Mapping(String alias, int version, String keyField, String properties) {

  /// Of the index's own metadata: the mapping's version, and a position that it has reached.
  static final String VERSION = "version";

  static final String MARKED = "marked";

  String indexName(String suffix) {
    return alias + "-v" + version + "-" + suffix;
  }

  /// What is not listed is kept and not indexed.
  String toJson() {
    return "{\"dynamic\": false, \"_meta\": {\"%s\": %d}, \"properties\": %s}"
        .formatted(VERSION, version, properties);
  }
}
