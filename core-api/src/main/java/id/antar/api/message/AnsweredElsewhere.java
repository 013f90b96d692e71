package id.antar.api.message;

/// Another process knows, and this one does not. Whoever asked several of them asks the next one.
public final class AnsweredElsewhere extends RuntimeException {

  private static final long serialVersionUID = 1;

  public AnsweredElsewhere(String message) {
    super(message);
  }
}
