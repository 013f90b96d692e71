package id.antar.infra.personal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import id.antar.api.order.Party;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/// How messages are written: by their fields alone, so that a method that happens to be called
/// `isNegative` is not part of the stored form. Personal data is sealed.
public final class MessageJson {
  private final PersonalModule personal;

  MessageJson(Sealing sealing) {
    this.personal = new PersonalModule(sealing, plain(JsonMapper.builder()).build());
  }

  public JsonMapper.Builder configure(JsonMapper.Builder builder) {
    return plain(builder).addModule(personal);
  }

  private static JsonMapper.Builder plain(JsonMapper.Builder builder) {
    return builder
        .changeDefaultVisibility(it ->
            it.withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
        .polymorphicTypeValidator(
            BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("id.antar.")
                .allowIfSubType("java.util.")
                .build())
        .addMixIn(Party.class, PartyMixIn.class)
        .addModule(
            new SimpleModule("instants").addDeserializer(Instant.class, new InstantReading()));
  }

  /// The names are part of stored events.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "party")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Party.Customer.class, name = "customer"),
    @JsonSubTypes.Type(value = Party.Merchant.class, name = "merchant"),
    @JsonSubTypes.Type(value = Party.Courier.class, name = "courier"),
    @JsonSubTypes.Type(value = Party.Operator.class, name = "operator"),
    @JsonSubTypes.Type(value = Party.Engine.class, name = "engine")
  })
  private interface PartyMixIn {}
}
