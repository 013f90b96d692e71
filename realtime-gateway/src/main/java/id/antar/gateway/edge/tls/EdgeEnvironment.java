package id.antar.gateway.edge.tls;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Turns `antar.gateway.tls.certificate` and `.private-key` into what Spring Boot's web server
/// wants: TLS 1.2 and 1.3 with forward secrecy and authenticated encryption only, and files that
/// are read again when they are renewed. In production, health tells strangers no details.
public final class EdgeEnvironment implements EnvironmentPostProcessor, Ordered {

  static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  static final List<String> CIPHERS =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private static final String CERTIFICATE = "antar.gateway.tls.certificate";
  private static final String PRIVATE_KEY = "antar.gateway.tls.private-key";
  private static final String BUNDLE = "spring.ssl.bundle.pem.gateway.";

  /// After the configuration files have been read.
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    if ("production".equalsIgnoreCase(environment.getProperty("antar.mode"))) {
      environment
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "antarProduction", Map.of("management.endpoint.health.show-details", "never")));
    }
    tls(environment);
  }

  private static void tls(ConfigurableEnvironment environment) {
    String certificate = environment.getProperty(CERTIFICATE);
    String privateKey = environment.getProperty(PRIVATE_KEY);
    if (isGiven(certificate) != isGiven(privateKey)) {
      throw new IllegalStateException(
          CERTIFICATE + " and " + PRIVATE_KEY + " are needed together.");
    }
    if (certificate != null && privateKey != null && isGiven(certificate)) {
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("antarTls", bundle(certificate, privateKey)));
    }
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static Map<String, Object> bundle(String certificate, String privateKey) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put(BUNDLE + "keystore.certificate", location(certificate));
    properties.put(BUNDLE + "keystore.private-key", location(privateKey));
    properties.put(BUNDLE + "keystore.verify-keys", "true");
    properties.put(BUNDLE + "reload-on-update", "true");
    properties.put(BUNDLE + "options.enabled-protocols", String.join(",", PROTOCOLS));
    properties.put(BUNDLE + "options.ciphers", String.join(",", CIPHERS));
    properties.put("server.ssl.bundle", "gateway");
    return properties;
  }

  private static String location(String file) {
    return Path.of(file).toAbsolutePath().toUri().toString();
  }
}
