package id.antar.infra.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.antar.api.message.Receipt;
import id.antar.api.message.Rejection;
import id.antar.infra.personal.InMemoryPersonKeys;
import id.antar.infra.personal.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a process of the last version sends has to be understood by this one. A test that fails
/// here says that an upgrade would lose it while processes of both run.
///
/// Each line of the file is a message's name and its form. For a new message, run once with
/// `-Dantar.golden.write=true`, which adds what is missing and changes nothing. A line that a whole
/// version no longer sends may be taken out and written anew.
class LastVersionTest {
  private static final Path FILE = Path.of("src/test/resources/messages.txt");
  private static final Pattern SEALED = Pattern.compile("(\"sealed\":\")([^\"]*)(\")");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Serializer wire = new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1");

  private Map<String, Object> messages() {
    var all = new TreeMap<String, Object>();
    Stream.of(Vocabulary.commands(), Vocabulary.queries(), Vocabulary.answers())
        .flatMap(it -> it)
        .forEach(it -> all.put(it.getName(), Samples.of(it)));
    Vocabulary.rejections()
        .forEach(it ->
            all.put(
                Receipt.Rejected.class.getName() + " of " + it.getName(),
                Receipt.rejected((Rejection) Samples.of(it))));
    return all;
  }

  private static Map<String, String> lastVersions() throws IOException {
    var all = new TreeMap<String, String>();
    for (String line : Files.exists(FILE) ? Files.readAllLines(FILE) : List.<String>of()) {
      int form = line.indexOf(" {");
      all.put(line.substring(0, form), line.substring(form + 1));
    }
    return all;
  }

  private String written(Object message) {
    return wire.serialize(message, String.class).getData();
  }

  private static String normalised(String form) {
    return SEALED.matcher(form).replaceAll("$1…$3");
  }

  @Test
  void everyMessageHasALine() throws IOException {
    Map<String, String> known = lastVersions();
    if (Boolean.getBoolean("antar.golden.write")) {
      messages().forEach((name, it) -> known.putIfAbsent(name, normalised(written(it))));
      Files.write(
          FILE, known.entrySet().stream().map(it -> it.getKey() + " " + it.getValue()).toList());
    }

    assertThat(known.keySet()).containsExactlyElementsOf(messages().keySet());
  }

  @TestFactory
  Stream<DynamicTest> whatTheLastVersionSendsIsUnderstood() throws IOException {
    Map<String, String> sent = lastVersions();
    return messages().entrySet().stream()
        .filter(it -> sent.containsKey(it.getKey()))
        .map(it ->
            dynamicTest(
                it.getKey(),
                () -> isUnderstood(requireNonNull(sent.get(it.getKey())), it.getValue())));
  }

  /// Nothing of it is lost; what is new may come on top.
  private void isUnderstood(String sent, Object sample) {
    Matcher fresh = SEALED.matcher(written(sample));
    String form =
        SEALED
            .matcher(sent)
            .replaceAll(it -> fresh.find() ? it.group(1) + fresh.group(2) + it.group(3) : "");

    SerializedObject<byte[]> arrived =
        new SimpleSerializedObject<>(
            form.getBytes(UTF_8), byte[].class, wire.typeForClass(sample.getClass()));
    Object read = wire.deserialize(arrived);

    assertKept(JSON.readTree(sent), JSON.readTree(normalised(written(read))));
  }

  private static void assertKept(JsonNode sent, JsonNode kept) {
    if (sent.isObject()) {
      sent.properties().forEach(it -> assertKept(it.getValue(), kept.path(it.getKey())));
    } else if (sent.isArray()) {
      assertThat(kept.size()).isEqualTo(sent.size());
      for (int i = 0; i < sent.size(); i++) {
        assertKept(sent.get(i), kept.path(i));
      }
    } else {
      assertThat(kept).isEqualTo(sent);
    }
  }
}
