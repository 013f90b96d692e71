package id.antar.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

/// What somebody types into a search box, as queries.
public final class Words {

  private Words() {}

  /// Every word must be there, perhaps misspelt; the last one may be unfinished.
  public static Query all(String field, String text) {
    return matching(field, text, Operator.And);
  }

  /// One word is enough, the more the better.
  public static Query any(String field, String text) {
    return matching(field, text, Operator.Or);
  }

  private static Query matching(String field, String text, Operator operator) {
    Query words =
        Query.of(
            q -> q.match(m -> m.field(field).query(text).operator(operator).fuzziness("AUTO")));
    Query unfinished =
        Query.of(q ->
            q.matchBoolPrefix(
                m -> m.field(field).query(text).operator(operator).fuzziness("AUTO")));
    return Query.of(q -> q.bool(b -> b.should(words, unfinished).minimumShouldMatch("1")));
  }
}
