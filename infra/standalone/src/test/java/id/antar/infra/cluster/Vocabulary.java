package id.antar.infra.cluster;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import id.antar.api.message.Query;
import id.antar.api.message.Rejection;
import id.antar.infra.personal.Samples;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;

/// All that may travel between processes, as it stands on the class path.
final class Vocabulary {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("id.antar.api", "id.antar.command", "id.antar.infra");

  private static final List<? extends Class<?>> RECORDS =
      HOUSE.stream().filter(JavaClass::isRecord).map(JavaClass::reflect).toList();

  private Vocabulary() {}

  /// What is, or stands in, an interface that is called so.
  static Stream<? extends Class<?>> commands() {
    return RECORDS.stream().filter(it -> families(it).anyMatch(Vocabulary::isOfCommands));
  }

  private static Stream<Class<?>> families(Class<?> type) {
    return Stream.concat(
        Stream.ofNullable(type.getEnclosingClass()), Stream.of(type.getInterfaces()));
  }

  private static boolean isOfCommands(Class<?> type) {
    return type.isInterface() && type.getSimpleName().endsWith("Command");
  }

  /// What some handler takes.
  static Stream<? extends Class<?>> handled() {
    return HOUSE.stream()
        .flatMap(it -> it.getMethods().stream())
        .filter(it -> it.isMetaAnnotatedWith(CommandHandler.class))
        .map(it -> it.getRawParameterTypes().getFirst().reflect());
  }

  static Stream<? extends Class<?>> rejections() {
    return RECORDS.stream().filter(Rejection.class::isAssignableFrom);
  }

  static Stream<? extends Class<?>> queries() {
    return RECORDS.stream().filter(Query.class::isAssignableFrom);
  }

  static Stream<Class<?>> answers() {
    return queries()
        .<Class<?>>map(it -> ((Query<?>) Samples.of(it)).answer())
        .distinct()
        .flatMap(Vocabulary::implementations);
  }

  /// Interfaces of the vocabulary that are the type of a field, or within it.
  static Stream<Class<?>> abstractFields() {
    return RECORDS.stream()
        .filter(Vocabulary::isOfVocabulary)
        .flatMap(it -> Arrays.stream(it.getRecordComponents()))
        .map(RecordComponent::getGenericType)
        .flatMap(Vocabulary::parts)
        .filter(it -> it.isInterface() && isOfVocabulary(it))
        .distinct();
  }

  private static boolean isOfVocabulary(Class<?> type) {
    return type.getName().startsWith("id.antar.api.");
  }

  private static Stream<Class<?>> parts(Type type) {
    return switch (type) {
      case Class<?> it -> Stream.of(it);
      case ParameterizedType it ->
          Arrays.stream(it.getActualTypeArguments()).flatMap(Vocabulary::parts);
      default -> Stream.empty();
    };
  }

  /// The records that a type stands for; a record stands for itself.
  static Stream<Class<?>> implementations(Class<?> type) {
    return RECORDS.stream().<Class<?>>map(it -> it).filter(type::isAssignableFrom);
  }
}
