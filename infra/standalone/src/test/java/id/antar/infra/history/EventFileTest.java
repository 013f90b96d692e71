package id.antar.infra.history;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetReader;
import id.antar.api.history.HistoryCommand.Format;
import id.antar.api.history.HistoryQuery.HistoryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00.123456Z");

  @TempDir Path folder;

  private static HistoryEvent event(long position, String id, @Nullable String requestId) {
    return new HistoryEvent(
        position,
        "event-" + position,
        "OrderPlaced",
        "2",
        "order",
        id,
        3,
        NOON,
        NOON.plusSeconds(1),
        "customer:ada",
        requestId,
        null,
        null,
        Map.of("lines", List.of(Map.of("name", "Soup, \"hot\""))));
  }

  private Path write(Format format) throws IOException {
    Path file = folder.resolve(EventFile.name(format));
    try (EventFile out = EventFile.open(format, file)) {
      out.write(List.of(event(1, "=4711", "r-1")));
      out.write(List.of(event(2, "4712", null)));
    }
    return file;
  }

  @Test
  void aLineIsAnEvent() throws IOException {
    assertThat(Files.readAllLines(write(Format.NDJSON)))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("{\"position\":1,\"eventId\":\"event-1\",\"type\":\"OrderPlaced\"")
        .contains("\"happenedAt\":\"2026-11-02T12:00:00.123456Z\"")
        .endsWith("\"data\":{\"lines\":[{\"name\":\"Soup, \\\"hot\\\"\"}]}}");
  }

  @Test
  void aTableHasNoFormulas() throws IOException {
    List<String> lines = Files.readAllLines(write(Format.CSV));

    assertThat(lines.getFirst())
        .isEqualTo(
            "position,eventId,type,revision,kind,id,sequence,happenedAt,recordedAt,actor,"
                + "requestId,causationId,correlationId,data");
    assertThat(lines.get(1))
        .startsWith("1,event-1,OrderPlaced,2,order,\"'=4711\",3,\"2026-11-02T12:");
    assertThat(lines).hasSize(3);
  }

  @Test
  void aParquetFileHasTypedColumns() throws IOException {
    Path file = write(Format.PARQUET);

    assertThat(ParquetReader.readMetadata(file.toFile()).getFileMetaData().getSchema().toString())
        .contains("required int64 happenedAt (TIMESTAMP(MICROS,true))")
        .contains("optional binary requestId (STRING)");
    List<Map<String, @Nullable Object>> read = ParquetRows.of(file);
    assertThat(read).hasSize(2);
    assertThat(read.getFirst())
        .containsEntry("position", 1L)
        .containsEntry("id", "=4711")
        .containsEntry("happenedAt", 1_793_620_800_123_456L)
        .containsEntry("data", "{\"lines\":[{\"name\":\"Soup, \\\"hot\\\"\"}]}");
    assertThat(read.getLast().get("requestId")).isNull();
  }
}
