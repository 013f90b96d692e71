package id.antar.api.message;

/// A question and the type of its answer. A `Get…` that finds nothing is answered with null, which
/// the edge turns into "not found"; a `List…` or `Search…` may be empty.
public interface Query<R> {
  Class<R> answer();
}
