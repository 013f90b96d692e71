package id.antar.gateway.edge.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// Rows as RFC 4180 has them, with the record's components as the header.
public final class Csv {

  public static final String TYPE = "text/csv";

  private static final MediaType UTF8 = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final CsvMapper MAPPER = new CsvMapper();

  private Csv() {}

  public static <T> ResponseEntity<String> of(String file, Class<T> type, List<T> rows) {
    CsvSchema schema = MAPPER.schemaFor(type).withHeader().withLineSeparator("\r\n");
    return ResponseEntity.ok()
        .contentType(UTF8)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file + ".csv").build().toString())
        .body(MAPPER.writer(schema).writeValueAsString(rows));
  }
}
