package id.antar.gateway.edge;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/// Reads an enum in a path or query as it is written in JSON: in lower case.
final class LenientEnums implements ConverterFactory<String, Enum<?>> {

  @Override
  @SuppressWarnings("unchecked")
  public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
    return text ->
        (T)
            Arrays.stream(type.getEnumConstants())
                .filter(value -> ((Enum<?>) value).name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(text, type));
  }

  private static IllegalArgumentException unknown(String text, Class<? extends Enum<?>> type) {
    String possible =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(text.strip() + " is not one of " + possible + ".");
  }
}
