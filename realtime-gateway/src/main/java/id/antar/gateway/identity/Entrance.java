package id.antar.gateway.identity;

import java.util.regex.Pattern;

/// What a path asks of whoever comes to it. To be asked about plain paths only.
enum Entrance {

  /// Everything outside `/v1`, and the few public pages.
  OPEN,

  /// The page of the console and its files, which a browser fetches before anybody can sign in.
  FILES,

  /// A webhook, which is known by its signature.
  SIGNED,

  /// Takes a password, or the token of a mail.
  SIGN_IN,

  /// Takes a refresh token.
  SESSION,

  /// Takes a good token or key.
  GUARDED;

  private static final Pattern PUBLIC =
      Pattern.compile(
          "/v1/(clock|map|map/tiles\\.json|openapi\\.json.*|asyncapi\\.yaml|docs.*|swagger-ui.*|webjars.*"
              + "|history/catalogue(/.*)?)");

  private static final Pattern WEBHOOK = Pattern.compile("/v1/webhooks/[a-z]+");

  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "/console/session|/v1/auth/(sign-up|sign-in|password-reset|password-reset/confirm"
              + "|email-confirmation|email-confirmation/request|invitations/accept)");

  private static final Pattern REFRESH =
      Pattern.compile("/v1/auth/(refresh|sign-out)|/console/session/(refresh|end)");

  private static final Pattern CONSOLE = Pattern.compile("/console(/(?!session(/|$)).*)?");

  private static final Pattern OWN_ACCOUNTS =
      Pattern.compile("/v1/auth/(?!tokens$).*|/console/session.*");

  static Entrance of(String path) {
    if (CREDENTIALS.matcher(path).matches()) {
      return SIGN_IN;
    }
    if (REFRESH.matcher(path).matches()) {
      return SESSION;
    }
    if (CONSOLE.matcher(path).matches()) {
      return FILES;
    }
    if (!path.startsWith("/v1/") || PUBLIC.matcher(path).matches()) {
      return OPEN;
    }
    return WEBHOOK.matcher(path).matches() ? SIGNED : GUARDED;
  }

  /// Whether there is nothing at this path while accounts are another provider's.
  static boolean isOfOwnAccounts(String path) {
    return OWN_ACCOUNTS.matcher(path).matches();
  }
}
