package id.antar.infra.chain;

/// What was chained at a position of the log.
record Link(long index, byte[] hash) {
  static final Link START = new Link(0, new byte[32]);
}
