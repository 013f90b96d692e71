package id.antar.gateway.testing;

import java.util.Set;

/// The routes for which nobody has to be anybody.
public final class PublicRoutes {

  public static final Set<String> ALL =
      Set.of(
          "/console/session",
          "/console/session/refresh",
          "/console/session/end",
          "/v1/asyncapi.yaml",
          "/v1/clock",
          "/v1/history/catalogue",
          "/v1/history/catalogue/{type}",
          "/v1/map",
          "/v1/map/tiles.json",
          "/v1/webhooks/{provider:midtrans|xendit|sandbox}",
          "/.well-known/jwks.json",
          "/v1/auth/sign-up",
          "/v1/auth/sign-in",
          "/v1/auth/refresh",
          "/v1/auth/sign-out",
          "/v1/auth/password-reset",
          "/v1/auth/password-reset/confirm",
          "/v1/auth/email-confirmation",
          "/v1/auth/email-confirmation/request",
          "/v1/auth/invitations/accept");

  private PublicRoutes() {}
}
