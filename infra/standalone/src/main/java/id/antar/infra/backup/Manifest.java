package id.antar.infra.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a backup is. It is read without the key, and holds nothing of what is in the backup but
/// counts.
///
/// @param backup its name, which is that of its folder
/// @param previous the backup whose events this one goes on from; null of a full one
/// @param keyId of the key that opens it
/// @param engine the engine's version
/// @param schema the version of the database's schema
/// @param takenAt the moment that it shows, in real time
/// @param log of the events
/// @param rows how many there are, by table
record Manifest(
    String backup,
    @Nullable String previous,
    String keyId,
    String engine,
    String schema,
    String server,
    Instant takenAt,
    LogSpan log,
    List<Piece> pieces,
    Map<String, Long> rows) {
  Manifest {
    pieces = List.copyOf(pieces);
    rows = Map.copyOf(rows);
  }

  /// @param after the events behind this position are in the backup
  /// @param settled up to here nothing is added any more: the log's chain has passed
  /// @param settledHash the chain's hash there, in hexadecimal
  /// @param settledEvents how many events there are up to there
  /// @param head the last event's position
  /// @param events how many there are in the database
  /// @param lastRecordedAt of the last event; null if there is none
  record LogSpan(
      long after,
      long settled,
      String settledHash,
      long settledEvents,
      long head,
      long events,
      @Nullable Instant lastRecordedAt) {}

  /// @param name also of its file, with `.antar` behind it
  /// @param sha256 of the file as it is
  record Piece(String name, long bytes, String sha256) {
    String file() {
      return name + ".antar";
    }
  }

  @JsonIgnore
  boolean isFull() {
    return previous == null;
  }

  Optional<Piece> find(String piece) {
    return pieces.stream().filter(it -> it.name().equals(piece)).findFirst();
  }

  @JsonIgnore
  long bytes() {
    return pieces.stream().mapToLong(Piece::bytes).sum();
  }
}
