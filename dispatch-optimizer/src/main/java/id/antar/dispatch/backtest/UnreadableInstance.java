package id.antar.dispatch.backtest;

/// An instance is not what it should be; the message says where.
public final class UnreadableInstance extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableInstance(String message) {
    super(message);
  }
}
