package id.antar.infra.history;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import id.antar.api.history.HistoryQuery.HistoryEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// Events as rows of a Parquet file: times in microseconds of UTC, `data` as JSON.
record ParquetFile(ParquetWriter<EventRecord> to) implements EventFile {

  private static final MessageType SCHEMA =
      new MessageType(
          "event",
          number("position"),
          text("eventId"),
          text("type"),
          text("revision"),
          text("kind"),
          text("id"),
          number("sequence"),
          time("happenedAt"),
          time("recordedAt"),
          maybe("actor"),
          maybe("requestId"),
          maybe("causationId"),
          maybe("correlationId"),
          text("data"));

  static ParquetFile open(Path file) throws IOException {
    return new ParquetFile(ParquetWriter.writeFile(SCHEMA, file.toFile(), ParquetFile::dehydrate));
  }

  @Override
  public void write(List<HistoryEvent> events) throws IOException {
    for (HistoryEvent event : events) {
      to.write(EventRecord.of(event));
    }
  }

  @Override
  public void close() throws IOException {
    to.close();
  }

  private static void dehydrate(EventRecord event, ValueWriter row) {
    row.write("position", event.position());
    row.write("eventId", event.eventId());
    row.write("type", event.type());
    row.write("revision", event.revision());
    row.write("kind", event.kind());
    row.write("id", event.id());
    row.write("sequence", event.sequence());
    row.write("happenedAt", micros(event.happenedAt()));
    row.write("recordedAt", micros(event.recordedAt()));
    writeIfPresent(row, "actor", event.actor());
    writeIfPresent(row, "requestId", event.requestId());
    writeIfPresent(row, "causationId", event.causationId());
    writeIfPresent(row, "correlationId", event.correlationId());
    row.write("data", event.data());
  }

  private static void writeIfPresent(ValueWriter row, String column, @Nullable String value) {
    if (value != null) {
      row.write(column, value);
    }
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static Type number(String name) {
    return Types.required(INT64).named(name);
  }

  private static Type time(String name) {
    return Types.required(INT64).as(timestampType(true, TimeUnit.MICROS)).named(name);
  }

  private static Type text(String name) {
    return Types.required(BINARY).as(stringType()).named(name);
  }

  private static Type maybe(String name) {
    return Types.optional(BINARY).as(stringType()).named(name);
  }
}
