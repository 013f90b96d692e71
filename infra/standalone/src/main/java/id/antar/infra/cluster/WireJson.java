package id.antar.infra.cluster;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.antar.infra.personal.MessageJson;
import id.antar.infra.store.PlacedSerializer;
import java.util.List;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.impl.DefaultTypeResolverBuilder;

/// How commands, queries and their answers are written from process to process: as [MessageJson]
/// says, and wherever an interface of the vocabulary stands for several records, with the name of
/// the one it is. What is stored has no such names and stays as it is.
///
/// Both ends are of the same version, or of two that follow each other. Nothing written so is kept.
public final class WireJson {
  /// Something sealed in an event or a row opens in no message.
  private static final String PLACE = "message";

  private static final String VOCABULARY = "id.antar.api.";

  /// What a whole message may say that it is: ours, what the command side sends itself, and what
  /// Axon wraps them in.
  private static final List<String> MESSAGES =
      List.of(VOCABULARY, "id.antar.command.", "org.axonframework.messaging.");

  private final MessageJson json;

  public WireJson(MessageJson json) {
    this.json = json;
  }

  JsonMapper.Builder configure(JsonMapper.Builder builder) {
    return json.configure(builder).setDefaultTyping(new NamedTypes());
  }

  public Serializer serializer(RevisionResolver revisions) {
    return new PlacedSerializer(
        PLACE,
        new MessageSerializer(
            Jackson3Serializer.builder()
                .revisionResolver(revisions)
                .jsonMapperBuilderCustomizer(this::configure)));
  }

  private static final class NamedTypes extends DefaultTypeResolverBuilder {
    private static final long serialVersionUID = 1;

    NamedTypes() {
      super(
          BasicPolymorphicTypeValidator.builder().allowIfSubType(VOCABULARY).build(),
          DefaultTyping.NON_CONCRETE_AND_ARRAYS,
          JsonTypeInfo.As.PROPERTY);
    }

    @Override
    public boolean useForType(JavaType type) {
      return type.isInterface() && type.getRawClass().getName().startsWith(VOCABULARY);
    }
  }

  /// Makes nothing of what another process sends but messages.
  private static final class MessageSerializer extends Jackson3Serializer {

    MessageSerializer(Builder settings) {
      super(settings);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
      if (MESSAGES.stream().noneMatch(type.getName()::startsWith)) {
        throw new SerializationException(type.getName() + " is not a message.");
      }
      return type.getName();
    }
  }
}
