package id.antar.infra.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The Redis by which the processes of a cluster hear each other's positions and counts.
///
/// @param url `redis://[:password@]host:port`, or `rediss://` for TLS; blank if there is none
/// @param password if it is not in the address
@ConfigurationProperties("antar.redis")
public record RedisProperties(@DefaultValue("") String url, @DefaultValue("") String password) {

  public boolean isGiven() {
    return !url.isBlank();
  }

  public RedisURI address() {
    if (!url.startsWith("redis://") && !url.startsWith("rediss://")) {
      throw malformed();
    }
    RedisURI address;
    try {
      address = RedisURI.create(url);
    } catch (RuntimeException _) {
      throw malformed();
    }
    if (!password.isBlank()) {
      address.setCredentialsProvider(new StaticCredentialsProvider(user(), password.toCharArray()));
    }
    return address;
  }

  private @Nullable String user() {
    String login = URI.create(url).getUserInfo();
    String user = login == null ? "" : login.replaceFirst(":.*", "");
    return user.isEmpty() ? null : user;
  }

  /// Says nothing of what was given, which may have the password in it.
  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "antar.redis.url is not of the form redis://[:password@]host:port or rediss://….");
  }

  @Override
  public String toString() {
    return "RedisProperties[" + (isGiven() ? "given" : "") + "]";
  }
}
