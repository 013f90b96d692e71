package id.antar.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the key pair of the tokens lives, so that they survive a restart: a JWK that its owner
/// alone can read.
final class KeyFile {

  private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
  private static final String OWNER_ONLY = "rw-------";

  private final Path path;

  KeyFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /// The key in the file, made now if there is none.
  ECKey loadOrCreate() {
    try {
      return Files.exists(path) ? load() : create();
    } catch (IOException e) {
      throw new UncheckedIOException("The token key file " + path + " cannot be used.", e);
    }
  }

  private ECKey load() throws IOException {
    warnIfOpen();
    try {
      ECKey key = ECKey.parse(Files.readString(path));
      if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
        throw new IllegalStateException("The token key in " + path + " is not a P-256 key pair.");
      }
      return key;
    } catch (ParseException e) {
      throw new IllegalStateException(
          "The token key file "
              + path
              + " is not a JWK. Maybe remove it; all tokens issued before are then void.",
          e);
    }
  }

  /// Complete under another name first, then moved without replacing: whoever comes second takes
  /// the first one's key.
  private ECKey create() throws IOException {
    ECKey key = generate();
    Path folder = Objects.requireNonNull(path.getParent());
    Files.createDirectories(folder);
    Path draft = ownerOnly(folder);
    try {
      Files.writeString(draft, key.toJSONString());
      Files.createLink(path, draft);
      return key;
    } catch (FileAlreadyExistsException _) {
      return load();
    } catch (UnsupportedOperationException | FileSystemException _) {
      Files.move(draft, path);
      return key;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path ownerOnly(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Files.createTempFile(folder, "key", ".draft");
    }
    var permissions = PosixFilePermissions.fromString(OWNER_ONLY);
    return Files.createTempFile(
        folder, "key", ".draft", PosixFilePermissions.asFileAttribute(permissions));
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java platform cannot make P-256 keys.", e);
    }
  }

  private void warnIfOpen() throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      if (!permissions.endsWith("------")) {
        log.warn("Others can read the token key file {} ({}).", path, permissions);
      }
    }
  }
}
