package id.antar.gateway.edge.problem;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// What is wrong with a JSON document, and at which field. Not JSON, a wrong type, an unknown or a
/// missing field is 400; a well-formed value that is never possible is 422.
public final class JsonProblem {

  private JsonProblem() {}

  public static Problem of(JacksonException e) {
    String field = path(e.getPath());
    return switch (e) {
      case PropertyBindingException _ -> at(400, "unknown-field", field, "is not a known field");
      case ValueInstantiationException v -> value(v, field);
      case InvalidNullException _ -> missing(field);
      case InvalidFormatException f -> at(400, "wrong-type", field, "has to be " + wanted(f));
      case MismatchedInputException m -> mismatch(m, field);
      default -> Problem.of(400, "unreadable-json", "The body is not JSON." + place(e));
    };
  }

  private static Problem mismatch(MismatchedInputException e, String field) {
    if (e.getOriginalMessage().startsWith("Missing required creator property")) {
      return missing(field);
    }
    if (e.getOriginalMessage().startsWith("No content")) {
      return Problem.of(400, "missing-body", "The body is empty.");
    }
    return at(400, "wrong-type", field, "has to be " + wanted(e));
  }

  /// A type's own constructor said no: its sentence begins with the component it is about.
  private static Problem value(ValueInstantiationException e, String field) {
    if (!(e.getCause() instanceof IllegalArgumentException refused)) {
      return at(400, "wrong-type", field, "is not possible");
    }
    String message = String.valueOf(refused.getMessage());
    Class<?> type = e.getType() == null ? null : e.getType().getRawClass();
    return refused(type, field, message);
  }

  /// A value of `type` at `field` that its own constructor does not take.
  public static Problem refused(@Nullable Class<?> type, String field, String message) {
    String component = component(type, message);
    String dot = field.isEmpty() || component.isEmpty() ? "" : ".";
    return Problem.invalid("invalid-value", field + dot + component, message);
  }

  /// The record component that a refusal's first word names, or an empty string.
  private static String component(@Nullable Class<?> type, String message) {
    RecordComponent[] components = type == null ? null : type.getRecordComponents();
    if (components == null) {
      return "";
    }
    String first = message.split("[^A-Za-z0-9]", 2)[0];
    return Arrays.stream(components)
        .map(RecordComponent::getName)
        .filter(first::equals)
        .findFirst()
        .orElse("");
  }

  private static Problem missing(String field) {
    return at(400, "missing-field", field, "is missing");
  }

  private static Problem at(int status, String code, String field, String what) {
    String name = field.isEmpty() ? "The body" : field;
    String message = name + " " + what + ".";
    Problem problem = Problem.of(status, code, message);
    return field.isEmpty() ? problem : problem.at(field, message);
  }

  private static String wanted(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return "of another type";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "int", "long", "Integer", "Long" -> "a whole number";
      case "double", "Double" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "a text";
      case "Instant" -> "an instant such as 2026-11-21T12:00:00Z";
      case "Duration" -> "a duration such as PT12M";
      case "List" -> "a list";
      default -> type.isRecord() && type.getRecordComponents().length > 1 ? "an object" : "a text";
    };
  }

  private static String place(JacksonException e) {
    var location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : " See line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
  }

  private static String path(List<JacksonException.Reference> path) {
    var text = new StringBuilder();
    for (JacksonException.Reference step : path) {
      String name = step.getPropertyName();
      if (name == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(name);
      }
    }
    return text.toString();
  }
}
