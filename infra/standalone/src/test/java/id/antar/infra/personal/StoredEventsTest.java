package id.antar.infra.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.antar.api.message.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/// The stored form of every event, as files: what was stored once has to be readable for ever. A
/// test that fails here says that old history would be lost. For a new event, run once with
/// `-Dantar.golden.write=true` and look at what was written.
class StoredEventsTest {
  private static final Path FOLDER = Path.of("src/test/resources/events");
  private static final Pattern SEALED = Pattern.compile("(\"sealed\" : \")([^\"]*)(\")");

  private final JsonMapper json =
      InMemoryPersonKeys.json(new InMemoryPersonKeys()).configure(JsonMapper.builder()).build();

  /// Every record that is directly part of a sealed interface `…Event` of the vocabulary.
  private static List<? extends Class<?>> events() {
    return new ClassFileImporter()
        .importPackages("id.antar.api").stream()
            .filter(it -> it.isInterface() && it.getSimpleName().endsWith("Event"))
            .map(JavaClass::reflect)
            .flatMap(it -> Stream.of(it.getPermittedSubclasses()))
            .toList();
  }

  private static Path file(Class<?> event) {
    Revision revision = event.getAnnotation(Revision.class);
    String name = event.getName().substring(event.getPackageName().length() + 1).replace('$', '.');
    return FOLDER.resolve(name + "." + (revision == null ? "1" : revision.value()) + ".json");
  }

  @TestFactory
  Stream<DynamicTest> isWrittenAsItAlwaysWas() {
    return events().stream().map(it -> dynamicTest(it.getSimpleName(), () -> isWritten(it)));
  }

  private void isWritten(Class<?> event) throws IOException {
    String text = normalised(pretty(Samples.of(event))) + "\n";
    if (Boolean.getBoolean("antar.golden.write") && Files.notExists(file(event))) {
      Files.writeString(file(event), text);
    }
    assertThat(file(event)).content().isEqualTo(text);
  }

  @TestFactory
  Stream<DynamicTest> canBeReadFromWhatWasWritten() {
    return events().stream().map(it -> dynamicTest(it.getSimpleName(), () -> isRead(it)));
  }

  /// The file holds no ciphertext; that of this run takes its place.
  private void isRead(Class<?> event) throws IOException {
    Object sample = Samples.of(event);
    Matcher fresh = SEALED.matcher(pretty(sample));
    String stored =
        SEALED
            .matcher(Files.readString(file(event)))
            .replaceAll(it -> fresh.find() ? it.group(1) + fresh.group(2) + it.group(3) : "");

    assertThat(json.readValue(stored, event)).isEqualTo(sample);
  }

  @Test
  void noFormWasForgotten() throws IOException {
    assertThat(events()).hasSizeGreaterThan(40);
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(it -> it.getFileName().toString().replaceAll("\\.[^.]+\\.json$", "")))
          .containsOnlyElementsOf(
              events().stream()
                  .map(it -> file(it).getFileName().toString().replaceAll("\\.[^.]+\\.json$", ""))
                  .toList());
    }
  }

  private String pretty(Object event) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(event);
  }

  private static String normalised(String text) {
    return SEALED.matcher(text).replaceAll("$1…$3");
  }
}
