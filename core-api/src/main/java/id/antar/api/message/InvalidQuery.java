package id.antar.api.message;

/// A query that its sender could have known to be impossible. The message is theirs to read, so it
/// says nothing of how anything is done.
public final class InvalidQuery extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  public InvalidQuery(String message) {
    super(message);
  }
}
