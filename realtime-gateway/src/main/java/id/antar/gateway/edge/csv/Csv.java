package id.antar.gateway.edge.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// Rows as RFC 4180 has them, with the record's components as the header; no text is a formula.
public final class Csv {

  public static final String TYPE = "text/csv";

  private static final MediaType UTF8 = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .addModule(new SimpleModule().addSerializer(String.class, new PlainText()))
          .build();

  private Csv() {}

  public static <T> ResponseEntity<String> of(String file, Class<T> type, List<T> rows) {
    return headed(file).body(write(schema(type).withHeader(), rows));
  }

  /// Page by page, each written when it is asked for.
  public static <T> ResponseEntity<Flux<String>> of(
      String file, Class<T> type, Flux<List<T>> pages) {
    CsvSchema schema = schema(type);
    return headed(file)
        .body(
            pages
                .map(page -> write(schema, page))
                .startWith(write(schema.withHeader(), List.of())));
  }

  /// The first line.
  public static String head(Class<?> type) {
    return write(schema(type).withHeader(), List.of());
  }

  /// The lines of some rows.
  public static <T> String lines(Class<T> type, List<T> rows) {
    return write(schema(type), rows);
  }

  private static ResponseEntity.BodyBuilder headed(String file) {
    return ResponseEntity.ok()
        .contentType(UTF8)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file + ".csv").build().toString());
  }

  private static CsvSchema schema(Class<?> type) {
    return MAPPER.schemaFor(type).withLineSeparator("\r\n");
  }

  private static String write(CsvSchema schema, List<?> rows) {
    return MAPPER.writer(schema).writeValueAsString(rows);
  }

  /// A spreadsheet would run what looks like a formula.
  private static final class PlainText extends StdSerializer<String> {
    private static final String FORMULA = "=+-@\t\r";

    PlainText() {
      super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator json, SerializationContext context) {
      boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
      json.writeString(formula ? "'" + value : value);
    }
  }
}
