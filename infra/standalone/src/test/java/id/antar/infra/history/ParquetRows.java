package id.antar.infra.history;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands in a Parquet file, row by row.
public final class ParquetRows
    implements Hydrator<Map<String, @Nullable Object>, Map<String, @Nullable Object>, String[]> {

  private ParquetRows() {}

  public static List<Map<String, @Nullable Object>> of(Path file) throws IOException {
    try (Stream<Map<String, @Nullable Object>> rows =
        ParquetReader.streamContent(file.toFile(), new ParquetRows())) {
      return rows.toList();
    }
  }

  @Override
  public Map<String, @Nullable Object> start() {
    return new LinkedHashMap<>();
  }

  @Override
  public Map<String, @Nullable Object> add(
      Map<String, @Nullable Object> row, String[] column, @Nullable Object value) {
    row.put(String.join("/", column), value);
    return row;
  }

  @Override
  public Map<String, @Nullable Object> finish(Map<String, @Nullable Object> row) {
    return row;
  }
}
