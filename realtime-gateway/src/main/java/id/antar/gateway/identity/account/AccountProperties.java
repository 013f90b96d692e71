package id.antar.gateway.identity.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How accounts are used. All durations are real time.
///
/// @param accessLifetime of an access token; at most an hour
/// @param idle how long a session lives that is not refreshed
/// @param longest how long a session lives at most
/// @param enrolment how long somebody without a second factor has to get one
/// @param invitation how long one is good
/// @param invitationsPerInviter that somebody may send within a day
/// @param invitationsPerEmail that are sent to one e-mail within a day, whoever invites
/// @param signUpsPerEmail that are looked at within a day; the others are answered alike
/// @param confirmEmail whether nobody signs in before the e-mail is confirmed; without it, signing
///   up and in tells whether an e-mail has an account
@ConfigurationProperties("antar.accounts")
public record AccountProperties(
    @DefaultValue("PT10M") Duration accessLifetime,
    @DefaultValue("P14D") Duration idle,
    @DefaultValue("P60D") Duration longest,
    @DefaultValue("PT15M") Duration enrolment,
    @DefaultValue("P7D") Duration invitation,
    @DefaultValue("100") int invitationsPerInviter,
    @DefaultValue("3") int invitationsPerEmail,
    @DefaultValue("5") int signUpsPerEmail,
    @DefaultValue("true") boolean confirmEmail) {

  /// What a gateway looks back for, when it starts, to know of ended sessions.
  private static final Duration LONGEST_ACCESS = Duration.ofHours(1);

  public AccountProperties {
    if (!accessLifetime.isPositive() || accessLifetime.compareTo(LONGEST_ACCESS) > 0) {
      throw new IllegalArgumentException(
          "antar.accounts.access-lifetime is not more than 0 and at most an hour.");
    }
  }
}
