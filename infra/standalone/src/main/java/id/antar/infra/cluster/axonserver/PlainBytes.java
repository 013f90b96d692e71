package id.antar.infra.cluster.axonserver;

import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/// Writes bytes as they are, as what goes through the server is sealed already.
final class PlainBytes implements Serializer {
  private static final SerializedType TYPE = new SimpleSerializedType("sealed", null);

  private final Converter converter = new ChainingConverter();

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    if (!(object instanceof byte[] bytes)) {
      throw new IllegalArgumentException("Only what is sealed goes through the server.");
    }
    return converter.convert(
        new SimpleSerializedObject<>(bytes, byte[].class, TYPE), representation);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <S, T> T deserialize(SerializedObject<S> written) {
    return (T) converter.convert(written, byte[].class).getData();
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return converter.canConvert(byte[].class, representation);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    return byte[].class;
  }

  @Override
  public SerializedType typeForClass(@Nullable Class type) {
    return TYPE;
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
