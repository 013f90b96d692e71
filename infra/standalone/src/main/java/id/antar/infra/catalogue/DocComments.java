package id.antar.infra.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the vocabulary says of itself: its sources are beside its classes, and their `///` comments
/// are its documentation.
final class DocComments {

  private static final Pattern PARAM = Pattern.compile("@param (\\w+)\\s*(.*)");

  private final Map<String, List<String>> sources = new ConcurrentHashMap<>();

  /// @param text what comes before the parameters
  record Doc(String text, Map<String, String> params) {

    private static final Doc NONE = new Doc("", Map.of());

    String param(String name) {
      return params.getOrDefault(name, "");
    }

    /// What it is, without more.
    String firstSentence() {
      int end = text.indexOf(". ");
      return end < 0 ? text : text.substring(0, end + 1);
    }
  }

  Doc of(Class<?> type) {
    List<String> lines = sources.computeIfAbsent(file(type), DocComments::read);
    Pattern declared =
        Pattern.compile("\\b(record|interface|enum|class) " + type.getSimpleName() + "\\b.*");
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("///") && declared.matcher(lines.get(i)).find()) {
        return doc(before(lines, i));
      }
    }
    return Doc.NONE;
  }

  private static String file(Class<?> type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return "/" + (nested < 0 ? name : name.substring(0, nested)).replace('.', '/') + ".java";
  }

  private static List<String> read(String file) {
    try (InputStream source = DocComments.class.getResourceAsStream(file)) {
      return source == null
          ? List.of()
          : new String(source.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The comment right above, with annotations in between.
  private static List<String> before(List<String> lines, int declared) {
    int end = declared;
    while (end > 0 && lines.get(end - 1).startsWith("@")) {
      end--;
    }
    int start = end;
    while (start > 0 && lines.get(start - 1).startsWith("///")) {
      start--;
    }
    return lines.subList(start, end).stream().map(line -> line.substring(3).strip()).toList();
  }

  private static Doc doc(List<String> comment) {
    var params = new LinkedHashMap<String, String>();
    List<String> text = new ArrayList<>();
    String param = null;
    for (String line : comment) {
      var found = PARAM.matcher(line);
      if (found.matches()) {
        param = found.group(1);
        params.put(param, found.group(2));
      } else if (param == null) {
        text.add(line);
      } else {
        params.merge(param, line, (some, more) -> (some + " " + more).strip());
      }
    }
    return new Doc(joined(text), params);
  }

  private static String joined(List<String> lines) {
    return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
  }
}
