package id.antar.gateway.edge.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.gateway.testing.GatewayTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "antar.gateway.tls.certificate=target/test-tls/certificate.pem",
      "antar.gateway.tls.private-key=target/test-tls/key.pem",
      "spring.ssl.bundle.watch.file.quiet-period=PT0.1S"
    })
class TlsTest extends GatewayTest {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final int WITHIN_MILLIS = 10_000;

  private static final Path FOLDER = Path.of("target/test-tls");

  /// Before the gateway starts, which is before any other hook of a test.
  static {
    try {
      Files.createDirectories(FOLDER);
      renew("first.example");
    } catch (Exception e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// As a certificate authority's tool would: new files in the place of the old ones.
  private static void renew(String name) throws Exception {
    Path store = FOLDER.resolve(name + ".p12");
    Files.deleteIfExists(store);
    var tool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-alias",
            "a",
            "-dname",
            "CN=" + name,
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            store.toString());
    assertThat(tool.redirectErrorStream(true).start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    pem("key.pem", "PRIVATE KEY", keys.getKey("a", PASSWORD).getEncoded());
    pem("certificate.pem", "CERTIFICATE", keys.getCertificate("a").getEncoded());
  }

  private static void pem(String file, String kind, byte[] content) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        FOLDER.resolve(file),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind));
  }

  private static final class Anybody implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private SSLSocket connect(String protocol, List<String> ciphers)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
    socket.setSoTimeout(WITHIN_MILLIS);
    socket.setEnabledProtocols(new String[] {protocol});
    if (!ciphers.isEmpty()) {
      socket.setEnabledCipherSuites(ciphers.toArray(String[]::new));
    }
    socket.startHandshake();
    return socket;
  }

  private String certificateName() throws IOException, GeneralSecurityException {
    try (SSLSocket socket = connect("TLSv1.3", List.of())) {
      var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return certificate.getSubjectX500Principal().getName();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void modernTlsIsSpoken(String protocol) throws Exception {
    try (SSLSocket socket = connect(protocol, List.of())) {
      assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
      socket
          .getOutputStream()
          .write(
              "GET /v1/clock HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .startsWith("HTTP/1.1 200")
          .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains");
    }
  }

  /// This Java no longer speaks it, so the greeting is written by hand.
  @ParameterizedTest
  @ValueSource(ints = {0x0301, 0x0302})
  void olderTlsIsRefused(int version) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(WITHIN_MILLIS);
      socket.getOutputStream().write(greeting(version));
      InputStream in = socket.getInputStream();
      byte[] alert = in.readNBytes(7);
      String refusal = HexFormat.of().formatHex(alert);
      assertThat(refusal).as("an alert: fatal, protocol version").startsWith("15").endsWith("0246");
    }
  }

  /// A ClientHello with AES-CBC suites that were usual then.
  private static byte[] greeting(int version) {
    ByteBuffer hello = ByteBuffer.allocate(47);
    hello.putShort((short) version).put(new byte[32]).put((byte) 0);
    hello.putShort((short) 6).putShort((short) 0xc013).putShort((short) 0xc014);
    hello.putShort((short) 0x002f).put((byte) 1).put((byte) 0);
    var out = new ByteArrayOutputStream();
    int length = hello.position();
    out.writeBytes(new byte[] {22, (byte) (version >> 8), (byte) version, 0, (byte) (length + 4)});
    out.writeBytes(new byte[] {1, 0, 0, (byte) length});
    out.write(hello.array(), 0, length);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"})
  void otherCiphersAreRefused(String cipher) {
    assertThatThrownBy(() -> connect("TLSv1.2", List.of(cipher)).close())
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("handshake_failure");
  }

  @Test
  void everyCipherOfTheListIsKnown() throws GeneralSecurityException {
    assertThat(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites())
        .containsAll(EdgeEnvironment.CIPHERS);
  }

  @Test
  void aRenewedCertificateIsTakenWithoutARestart() throws Exception {
    renew("second.example");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(certificateName()).isEqualTo("CN=second.example"));
  }
}
