package id.antar.gateway.stream;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the streams says what the frames are.
class AsyncApiTest {

  private static final JsonNode DESCRIPTION = read();

  private static JsonNode read() {
    try (InputStream file = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
      return JsonMapper.shared().valueToTree(new Yaml().load(Objects.requireNonNull(file)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The frames that are made from a record of their own, by their type.
  static Stream<Map.Entry<String, Class<?>>> frames() {
    return Stream.of(Frames.class, factFrames())
        .flatMap(frames -> Arrays.stream(frames.getDeclaredClasses()))
        .filter(type -> type.isRecord() && type.getSimpleName().endsWith("Body"))
        .filter(type -> !List.of("TopicBody", "PlainBody").contains(type.getSimpleName()))
        .map(type -> Map.entry(name(type), type));
  }

  private static Class<?> factFrames() {
    try {
      return Class.forName("id.antar.gateway.stream.fact.FactFrames");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Class<?> type) {
    return type.getSimpleName().replace("Body", "").toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameHasTheFieldsThatAreDescribed(Map.Entry<String, Class<?>> frame) {
    JsonNode payload = message(frame.getKey()).path("payload");
    Map<String, Boolean> required =
        Arrays.stream(frame.getValue().getRecordComponents())
            .collect(toMap(RecordComponent::getName, AsyncApiTest::isRequired));

    assertThat(payload.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(required.keySet());
    for (JsonNode field : payload.path("required")) {
      assertThat(required).containsEntry(field.stringValue(), true);
    }
  }

  private static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  @Test
  void everyMessageIsSentOrReceived() {
    List<String> used =
        Stream.of("ask", "tell")
            .flatMap(
                name -> DESCRIPTION.path("operations").path(name).path("messages").valueStream())
            .map(message -> message.path("$ref").stringValue().replaceAll(".*/", ""))
            .toList();

    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            DESCRIPTION.path("components").path("messages").propertyNames());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(DESCRIPTION.findValues("$ref"))
        .isNotEmpty()
        .allSatisfy(ref ->
            assertThat(DESCRIPTION.at(ref.stringValue().substring(1)).isMissingNode())
                .as(ref.stringValue())
                .isFalse());
  }

  private static JsonNode message(String type) {
    JsonNode message = DESCRIPTION.path("components").path("messages").path(type);
    assertThat(message.isMissingNode()).as(type).isFalse();
    return message;
  }
}
