package id.antar.gateway.edge.csv;

import id.antar.gateway.edge.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// Reads what RFC 4180 describes.
public final class CsvLines {

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  private CsvLines() {}

  /// @param number counted from 1, with the header and empty lines; lines that a quoted cell spans
  ///   are one
  public record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /// All lines but the header, which has to be this one.
  public static List<Line> read(String text, List<String> header) {
    List<Line> lines = new ArrayList<>();
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).readValues(withoutMark(text))) {
      for (int number = 1; rows.hasNextValue(); number++) {
        List<String> cells = List.of(rows.nextValue());
        if (!String.join("", cells).isBlank() || cells.size() > 1) {
          lines.add(new Line(number, cells));
        }
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw Problem.of(400, "unreadable-csv", "Line " + line + " is not CSV.").asException();
    }
    return withoutHeader(lines, header);
  }

  /// Spreadsheets begin a file with a byte order mark.
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<Line> withoutHeader(List<Line> lines, List<String> header) {
    boolean known =
        !lines.isEmpty()
            && lines.getFirst().cells().stream().map(String::strip).toList().equals(header);
    if (!known) {
      String message = "The first line is not \"" + String.join(",", header) + "\".";
      throw Problem.invalid("invalid-rows", "line 1", message).asException();
    }
    return lines.subList(1, lines.size());
  }
}
