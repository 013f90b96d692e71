package id.antar.infra.history;

import id.antar.api.history.HistoryCommand.Format;
import id.antar.api.history.HistoryQuery.HistoryEvent;
import id.antar.gateway.edge.csv.Csv;
import id.antar.gateway.edge.json.WireJson;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.MediaType;

/// A file of events that is being written.
interface EventFile extends Closeable {

  void write(List<HistoryEvent> events) throws IOException;

  static EventFile open(Format format, Path file) throws IOException {
    return switch (format) {
      case NDJSON -> new Lines(Files.newBufferedWriter(file), new WireJson());
      case CSV -> Table.open(Files.newBufferedWriter(file));
      case PARQUET -> ParquetFile.open(file);
    };
  }

  static String name(Format format) {
    return switch (format) {
      case NDJSON -> "events.ndjson";
      case CSV -> "events.csv";
      case PARQUET -> "events.parquet";
    };
  }

  static String mediaType(Format format) {
    return switch (format) {
      case NDJSON -> MediaType.APPLICATION_NDJSON_VALUE;
      case CSV -> Csv.TYPE;
      case PARQUET -> "application/vnd.apache.parquet";
    };
  }

  record Lines(BufferedWriter to, WireJson json) implements EventFile {

    @Override
    public void write(List<HistoryEvent> events) throws IOException {
      for (HistoryEvent event : events) {
        to.write(json.mapper().writeValueAsString(event));
        to.write('\n');
      }
    }

    @Override
    public void close() throws IOException {
      to.close();
    }
  }

  record Table(BufferedWriter to) implements EventFile {

    static Table open(BufferedWriter to) throws IOException {
      to.write(Csv.head(EventRecord.class));
      return new Table(to);
    }

    @Override
    public void write(List<HistoryEvent> events) throws IOException {
      to.write(Csv.lines(EventRecord.class, events.stream().map(EventRecord::of).toList()));
    }

    @Override
    public void close() throws IOException {
      to.close();
    }
  }
}
