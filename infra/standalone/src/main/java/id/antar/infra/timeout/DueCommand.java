package id.antar.infra.timeout;

/// A command that waits for its time.
record DueCommand(Object command) {}
