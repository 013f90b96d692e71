package id.antar.infra.personal;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.MetaKeys;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class MetaDataJsonTest {
  private static final PersonId ADA = new PersonId("customer.ada");
  private static final MetaData STORED =
      MetaData.with(MetaKeys.ACTOR, "customer:ada")
          .and(MetaKeys.CLIENT_ADDRESS, Personal.of(ADA, "198.51.100.7"))
          .and(MetaKeys.USER_AGENT, Personal.of(ADA, "Netscape/4.0"));

  private final PersonKeys keys = new InMemoryPersonKeys();
  private final Serializer serializer =
      Jackson3Serializer.builder()
          .jsonMapperBuilderCustomizer(new MessageJson(keys)::configure)
          .build();

  private MetaData read(String json) {
    return serializer.deserialize(
        new SimpleSerializedObject<>(json, String.class, serializer.typeForClass(MetaData.class)));
  }

  private String written() {
    return serializer.serialize(STORED, String.class).getData();
  }

  @Test
  void fromWhereARequestCameIsSealedAndComesBack() {
    assertThat(written()).contains("customer:ada").doesNotContain("198.51", "Netscape");
    assertThat(read(written())).isEqualTo(STORED);
  }

  @Test
  void onceThePersonIsForgottenTheRestCanBeRead() {
    String json = written();
    keys.drop(ADA);

    assertThat(read(json))
        .containsEntry(MetaKeys.ACTOR, "customer:ada")
        .containsEntry(MetaKeys.CLIENT_ADDRESS, Personal.forgotten(ADA));
  }

  @Test
  void anAddressThatWasStoredAsTextBelongsToTheActor() {
    assertThat(read("{\"clientAddress\":\"198.51.100.7\",\"actor\":\"customer:ada\"}"))
        .containsEntry(MetaKeys.CLIENT_ADDRESS, Personal.of(ADA, "198.51.100.7"));
  }
}
