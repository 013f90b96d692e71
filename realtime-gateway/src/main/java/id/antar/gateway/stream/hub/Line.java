package id.antar.gateway.stream.hub;

/// Where one connection's frames are written. All calls come from the connection's own thread.
public interface Line {

  /// Whether more may be written now. When that comes true again, the line calls
  /// [Connection#writable()].
  boolean isWritable();

  void write(Frame frame);

  /// Lets go what was written since the last time.
  void flush();
}
