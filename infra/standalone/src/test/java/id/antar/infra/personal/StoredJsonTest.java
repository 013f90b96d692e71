package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.AccountEvent.PasswordChanged;
import id.antar.api.account.AccountEvent.SecondFactorEnabled;
import id.antar.api.account.AccountEvent.SecondFactorProposed;
import id.antar.api.account.AccountEvent.SessionOpened;
import id.antar.api.account.AccountId;
import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.api.account.SessionId;
import id.antar.api.account.SessionOrigin;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.person.SealedAt;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What somebody is shown of what is stored about them.
class StoredJsonTest {
  private static final String PLACE = "event/here";
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final AccountId ACCOUNT = new AccountId("ada");
  private static final PersonId ADA = new PersonId("customer.ada");
  private static final Personal<Mailbox> MAILBOX =
      Personal.of(ADA, new Mailbox("ada@example.com", Language.EN));

  private final PersonKeys keys = new InMemoryPersonKeys();
  private final JsonMapper json =
      InMemoryPersonKeys.json(keys).configure(JsonMapper.builder()).build();
  private final StoredJson shown = new StoredJson(new Sealing(keys, () -> Instant.EPOCH), ADA);

  private String whole(Object event) {
    return shown.open(PLACE, stored(event)).toString();
  }

  private String parts(Object event) {
    return shown.openParts(PLACE, stored(event)).toString();
  }

  private byte[] stored(Object event) {
    return SealedAt.place(PLACE, () -> json.writeValueAsString(event)).getBytes(UTF_8);
  }

  @Test
  void onesOwnDataIsShownAndThatOfOthersIsNot() {
    var opened =
        new SessionOpened(
            ACCOUNT,
            new SessionId("s1"),
            Personal.of(ADA, new SessionOrigin("192.0.2.1", "phone")),
            "hash-of-a-token",
            0,
            NOON,
            NOON,
            NOON);
    assertThat(whole(opened)).contains("192.0.2.1", "phone").doesNotContain("hash-of-a-token");

    var others =
        new SessionOpened(
            ACCOUNT,
            new SessionId("s1"),
            Personal.of(new PersonId("customer.bea"), new SessionOrigin("192.0.2.7", "phone")),
            "hash-of-a-token",
            0,
            NOON,
            NOON,
            NOON);
    assertThat(whole(others)).contains("\"origin\":null").doesNotContain("192.0.2.7");
    assertThat(parts(others)).isEqualTo("{}");
  }

  @Test
  void whatOpensAnAccountIsShownToNobody() {
    var proposed = new SecondFactorProposed(ACCOUNT, Personal.of(ADA, "GEZDGNBV"), NOON);
    var enabled = new SecondFactorEnabled(ACCOUNT, List.of("recovery-hash"), 7, MAILBOX, NOON);
    var changed =
        new PasswordChanged(ACCOUNT, 2, false, Personal.of(ADA, "$argon2id$x"), MAILBOX, NOON);

    assertThat(whole(proposed) + parts(proposed)).doesNotContain("GEZDGNBV", "secret");
    assertThat(whole(enabled)).contains("ada@example.com").doesNotContain("recovery-hash");
    assertThat(whole(changed)).contains("ada@example.com").doesNotContain("argon2id");
    assertThat(parts(changed)).contains("ada@example.com").doesNotContain("argon2id");
  }
}
