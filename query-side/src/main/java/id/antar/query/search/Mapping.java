package id.antar.query.search;

/// How documents of one kind are indexed.
///
/// @param alias under which the index is read and written
/// @param version to be raised with every change of `properties`; the next rebuild makes the index
///   anew
/// @param keyField a keyword that holds the document's key
/// @param properties JSON
public record Mapping(String alias, int version, String keyField, String properties) {

  String indexName(String suffix) {
    return alias + "-v" + version + "-" + suffix;
  }

  /// What is not listed is kept and not indexed.
  String toJson() {
    return "{\"dynamic\": false, \"properties\": " + properties + "}";
  }
}
