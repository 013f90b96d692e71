package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.infra.upcasting.Upcasters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/// Reads the files of events in the way in which the event store is read; of what is personal they
/// hold nothing.
public final class StoredForms {
  private StoredForms() {}

  /// @param revision an older one
  public static <E> E read(Class<E> event, int revision) {
    return event.cast(read(event, Integer.toString(revision)).getPayload());
  }

  private static EventMessage<?> read(Class<?> event, String revision) {
    var entry =
        new GenericDomainEventEntry<>(
            "type",
            "id",
            0,
            "event-1",
            "2026-01-02T03:04:05Z",
            event.getName(),
            revision,
            file(event, revision),
            "{}".getBytes(UTF_8));
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(entry), serializer(), Upcasters.all())
        .next();
  }

  private static byte[] file(Class<?> event, String revision) {
    String name = event.getName().substring(event.getPackageName().length() + 1).replace('$', '.');
    Path path = Path.of("src/test/resources/events", name + "." + revision + ".json");
    try {
      return Files.readString(path).replace("\"…\"", "null").getBytes(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Serializer serializer() {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(InMemoryPersonKeys.json(new InMemoryPersonKeys())::configure)
        .build();
  }
}
