package id.antar.gateway.payment.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What webhooks are verified by, and how many are taken. Deliveries of a provider without a secret
/// are all refused.
@ConfigurationProperties("antar.payment")
public record WebhookProperties(
    @DefaultValue Midtrans midtrans,
    @DefaultValue Xendit xendit,
    @DefaultValue Sandbox sandbox,
    @DefaultValue Webhooks webhooks) {

  /// @param serverKey which signs Midtrans' deliveries too
  public record Midtrans(@DefaultValue("") Secret serverKey) {}

  /// @param webhookToken the verification token of Xendit's dashboard
  public record Xendit(@DefaultValue("") Secret webhookToken) {}

  /// @param webhookSecret by itself one that everybody can know, for development
  public record Sandbox(@DefaultValue("sandbox-webhooks-for-development") Secret webhookSecret) {}

  /// @param maxBody of one delivery
  /// @param perSecond that one network may send in the long run of what is refused
  /// @param burst likewise at once
  public record Webhooks(
      @DefaultValue("64KB") DataSize maxBody,
      @DefaultValue("200") int perSecond,
      @DefaultValue("2000") int burst) {}
}
