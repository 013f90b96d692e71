package id.antar.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.antar.api.account.AccountId;
import id.antar.api.account.EmailKey;
import id.antar.api.account.Language;
import id.antar.api.account.MailToken;
import id.antar.api.account.MailToken.Purpose;
import id.antar.api.account.Mailbox;
import id.antar.api.account.SessionId;
import id.antar.gateway.testing.TestFingerprints;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class TokenFormsPropertyTest {

  private static final EmailKey EMAIL = new EmailKey("ab".repeat(32));

  private final TestFingerprints fingerprints = new TestFingerprints();
  private final RefreshToken refresh =
      RefreshToken.first(new AccountId("account-1"), new SessionId("session-1"));

  @Property(tries = 500)
  void whatStrangersSendIsNoToken(@ForAll @StringLength(max = 400) String text) {
    assertThat(RefreshToken.parse(text, fingerprints)).isEmpty();
    assertThat(DeviceToken.find(text, EMAIL, fingerprints)).isEmpty();
    for (Purpose purpose : Purpose.values()) {
      assertThat(MailToken.open(text, purpose, fingerprints)).isEmpty();
    }
    assertThat(Codes.normalised(text)).hasSizeLessThanOrEqualTo(3 * 64);
  }

  @Property(tries = 300)
  void noCharacterOfATokenCanBeAnother(@ForAll @IntRange(max = 400) int place, @ForAll char other) {
    for (String good :
        new String[] {
          refresh.seal(fingerprints),
          new MailToken(Purpose.PASSWORD_RESET, "account-1", "r1").seal(fingerprints),
          DeviceToken.make(EMAIL, fingerprints)
        }) {
      int at = place % good.length();
      if (good.charAt(at) != other) {
        String altered = good.substring(0, at) + other + good.substring(at + 1);
        assertThat(RefreshToken.parse(altered, fingerprints)).isEmpty();
        assertThat(MailToken.open(altered, Purpose.PASSWORD_RESET, fingerprints)).isEmpty();
        assertThat(DeviceToken.find(altered, EMAIL, fingerprints)).isEmpty();
      }
    }
  }

  @Property(tries = 200)
  void aTokenIsReadAsItWasMade(@ForAll @IntRange(max = 50) int generations) {
    RefreshToken token = refresh;
    for (int i = 0; i < generations; i++) {
      token = token.next(fingerprints);
    }
    assertThat(RefreshToken.parse(token.seal(fingerprints), fingerprints)).contains(token);
    assertThat(token.generation()).isEqualTo(generations);
    assertThat(token.toString()).doesNotContain(token.secret());
  }

  @Property(tries = 20)
  void aMailsTokenIsForOnePurpose(@ForAll Purpose made, @ForAll Purpose asked) {
    String sealed = new MailToken(made, "account-1", "r1").seal(fingerprints);

    assertThat(MailToken.open(sealed, asked, fingerprints).isPresent()).isEqualTo(made == asked);
  }

  @Property(tries = 500)
  void aMailboxIsReadOrRefused(@ForAll @StringLength(max = 300) String text) {
    Throwable refused = catchThrowable(() -> new Mailbox(text + "@example.com", Language.EN));

    if (refused == null) {
      assertThat(new Mailbox(text + "@example.com", Language.EN).email())
          .doesNotContain("\n", "\r", " ", ",", "<");
    } else {
      assertThat(refused).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property(tries = 100)
  void recoveryCodesAreReadHoweverTheyAreTyped(@ForAll boolean lower, @ForAll boolean dashes) {
    String code = Codes.recoveryCodes().getFirst();
    String typed = dashes ? code : code.replace("-", " ");

    assertThat(Codes.hash(lower ? typed.toLowerCase(java.util.Locale.ROOT) : typed))
        .isEqualTo(Codes.hash(code));
  }
}
