package id.antar.gateway.identity.key;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import id.antar.api.mode.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the ring lives: `{"keys": [{"signsFrom": …, "jwk": …}]}`, which its owner alone can read.
/// A single JWK, as earlier versions wrote, is a ring of one. Whoever changes it holds the lock of
/// the file beside it; a reader sees the old or the new one.
final class KeyFile {

  private static final Logger log = LoggerFactory.getLogger(KeyFile.class);

  private final Path path;
  private volatile boolean warned;

  KeyFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /// The keys in the file, the oldest first; one is made now if there is no file.
  List<RingKey> loadOrCreate(Instant now) {
    try {
      return Files.exists(path) ? load() : update(now, keys -> keys);
    } catch (IOException e) {
      throw new UncheckedIOException("The token key file " + path + " cannot be used.", e);
    }
  }

  List<RingKey> update(Instant now, UnaryOperator<List<RingKey>> change) {
    Path folder = Objects.requireNonNull(path.getParent());
    try {
      Files.createDirectories(folder);
      Path lock = path.resolveSibling(path.getFileName() + ".lock");
      synchronized (KeyFile.class) {
        try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
            var _ = channel.lock()) {
          List<RingKey> before = Files.exists(path) ? load() : List.of();
          List<RingKey> keys =
              change.apply(before.isEmpty() ? List.of(RingKey.fresh(now)) : before);
          if (!keys.equals(before)) {
            DurableFile.replaceSecret(path, text(keys));
          }
          return keys;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The token key file " + path + " cannot be used.", e);
    }
  }

  private List<RingKey> load() throws IOException {
    warnIfOpen();
    try {
      List<RingKey> keys = parse(Files.readString(path));
      if (keys.isEmpty()) {
        throw new ParseException("No keys", 0);
      }
      return keys;
    } catch (ParseException | DateTimeException e) {
      throw new IllegalStateException(
          "The token key file "
              + path
              + " holds no keys. Maybe remove it; all tokens issued before are then void.");
    }
  }

  private List<RingKey> parse(String text) throws ParseException {
    Map<String, Object> json = JSONObjectUtils.parse(text);
    if (!json.containsKey("keys")) {
      return List.of(new RingKey(pair(json), Instant.EPOCH));
    }
    List<RingKey> keys = new ArrayList<>();
    for (Map<String, Object> key : JSONObjectUtils.getJSONObjectArray(json, "keys")) {
      Instant from = Instant.parse(String.valueOf(JSONObjectUtils.getString(key, "signsFrom")));
      keys.add(new RingKey(pair(JSONObjectUtils.getJSONObject(key, "jwk")), from));
    }
    return keys;
  }

  private ECKey pair(Map<String, Object> jwk) throws ParseException {
    ECKey key = ECKey.parse(jwk);
    if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
      throw new IllegalStateException("A token key in " + path + " is not a P-256 key pair.");
    }
    return key;
  }

  private static String text(List<RingKey> keys) {
    List<Object> all = new ArrayList<>();
    for (RingKey key : keys) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("signsFrom", key.signsFrom().toString());
      one.put("jwk", key.pair().toJSONObject());
      all.add(one);
    }
    return "{\"keys\":" + JSONArrayUtils.toJSONString(all) + "}\n";
  }

  private void warnIfOpen() throws IOException {
    if (!warned && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      if (!permissions.endsWith("------")) {
        warned = true;
        log.warn("Others can read the token key file {} ({}).", path, permissions);
      }
    }
  }
}
