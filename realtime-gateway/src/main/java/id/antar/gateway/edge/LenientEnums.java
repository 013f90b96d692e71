package id.antar.gateway.edge;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/// Reads an enum in a path or query as it is written in JSON: in lower case.
final class LenientEnums implements ConverterFactory<String, Enum<?>> {

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
    return text -> (T) Enum.valueOf((Class) type, text.trim().toUpperCase(Locale.ROOT));
  }
}
