package id.antar.infra.payment.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Addresses that providers send. Without one that can be read, a charge stands as it does.
public final class ProviderUris {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderUris.class);

  private ProviderUris() {}

  public static @Nullable URI orNull(String text) {
    try {
      return text.isEmpty() ? null : URI.create(text);
    } catch (IllegalArgumentException _) {
      LOG.warn("A provider's address of {} characters cannot be read.", text.length());
      return null;
    }
  }
}
