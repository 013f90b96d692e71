package id.antar.infra.catalogue;

import id.antar.api.history.EventCatalogue;
import id.antar.api.history.EventCatalogue.Entry;
import id.antar.api.history.EventCatalogue.EventType;
import id.antar.api.history.EventCatalogue.Field;
import id.antar.api.history.EventFamilies;
import id.antar.api.history.HistoryQuery.GetCatalogue;
import id.antar.api.history.HistoryQuery.GetEventType;
import id.antar.api.message.Revision;
import id.antar.api.person.Personal;
import id.antar.infra.personal.EventJson;
import id.antar.infra.upcasting.Upcasters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is known of every type of event, by the code that writes and reads them.
final class Catalogue {

  private static final TypeReference<LinkedHashMap<String, Object>> DATA = new TypeReference<>() {};
  private static final String HAPPENED = "When it happened, by the clock of who caused it.";

  private final DocComments docs = new DocComments();
  private final Schemas schemas = new Schemas(docs);
  private final JsonMapper json = JsonMapper.shared();
  private final EventJson shown;

  Catalogue(EventJson shown) {
    this.shown = shown;
  }

  @QueryHandler
  EventCatalogue all(GetCatalogue query) {
    return new EventCatalogue(
        EventFamilies.all().stream()
            .sorted(Comparator.comparing(Class::getSimpleName))
            .flatMap(family -> EventFamilies.types(family).map(event -> entry(family, event)))
            .toList());
  }

  private Entry entry(Class<?> family, Class<?> event) {
    return new Entry(
        event.getSimpleName(),
        family.getSimpleName(),
        revision(event),
        docs.of(event).text(),
        EventFamilies.isGuarded(family));
  }

  @QueryHandler
  @Nullable EventType one(GetEventType query) {
    return EventFamilies.find(query.type()).map(this::type).orElse(null);
  }

  EventType type(Class<?> event) {
    Class<?> family = event.getEnclosingClass();
    return new EventType(
        event.getSimpleName(),
        family.getSimpleName(),
        revision(event),
        Upcasters.revisionsOf(event),
        docs.of(event).text(),
        EventFamilies.isGuarded(family),
        Arrays.stream(event.getRecordComponents()).map(field -> field(event, field)).toList(),
        schemas.of(event),
        example(event));
  }

  private static String revision(Class<?> event) {
    Revision revision = event.getAnnotation(Revision.class);
    return revision == null ? "1" : revision.value();
  }

  private Field field(Class<?> event, RecordComponent field) {
    return new Field(
        field.getName(),
        name(field.getGenericType()),
        meaning(event, field),
        Schemas.isNullable(field.getAnnotatedType()),
        name(field.getGenericType()).contains(Personal.class.getSimpleName()));
  }

  /// What the event says of it, else what its type is.
  private String meaning(Class<?> event, RecordComponent field) {
    String said = docs.of(event).param(field.getName());
    if (!said.isEmpty()) {
      return said;
    }
    return field.getName().equals("occurredAt") ? HAPPENED : docs.of(inner(field)).firstSentence();
  }

  private static Class<?> inner(RecordComponent field) {
    Type type = field.getGenericType();
    while (type instanceof ParameterizedType several) {
      type = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
    }
    return Schemas.raw(type);
  }

  private static String name(Type type) {
    return type instanceof ParameterizedType several
        ? Schemas.raw(type).getSimpleName()
            + Arrays.stream(several.getActualTypeArguments())
                .map(Catalogue::name)
                .collect(Collectors.joining(", ", "<", ">"))
        : Schemas.raw(type).getSimpleName();
  }

  /// Out of the stored forms that tests keep.
  private @Nullable Map<String, Object> example(Class<?> event) {
    String name =
        event.getEnclosingClass().getSimpleName()
            + "."
            + event.getSimpleName()
            + "."
            + revision(event);
    try (InputStream file = Catalogue.class.getResourceAsStream("/events/" + name + ".json")) {
      return file == null
          ? null
          : json.treeToValue(shown.shown("", json.readTree(file), false), DATA);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<EventType> types() {
    return EventFamilies.all().stream().flatMap(EventFamilies::types).map(this::type).toList();
  }
}
