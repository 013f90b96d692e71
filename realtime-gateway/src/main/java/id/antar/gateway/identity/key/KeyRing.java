package id.antar.gateway.identity.key;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that tokens are signed with, in a file that several gateways may share.
///
/// A new key is shown to whoever verifies for [#NOTICE] before anything is signed with it, and an
/// old one for as long as anything that it signed can be good. So nobody is signed out by a new
/// key. Each gateway looks at the file again every few seconds.
public final class KeyRing {

  /// Longer than those who fetch the public keys may keep them.
  static final Duration NOTICE = Duration.ofMinutes(10);

  /// Nothing is signed that is good for longer.
  static final Duration LONGEST_TOKEN = Duration.ofDays(31);

  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

  private final KeyFile file;
  private final InstantSource clock;
  private final Duration age;
  private final Executor reader;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile Read read;

  /// @param keys the oldest first
  private record Read(List<RingKey> keys, JWKSet open, Instant at) {}

  /// @param age at which a key is followed by another by itself
  /// @param reader on which the file is read again
  public KeyRing(Path path, InstantSource clock, Duration age, Executor reader) {
    this.file = new KeyFile(path);
    this.clock = clock;
    this.age = age;
    this.reader = reader;
    this.read = of(file.loadOrCreate(clock.instant()));
  }

  /// Adds a key that signs from now on in [#NOTICE].
  ///
  /// @return from when
  public static Instant rotate(Path path, InstantSource clock) {
    Instant from = clock.instant().plus(NOTICE);
    new KeyFile(path).update(clock.instant(), keys -> RingKey.and(keys, from, clock.instant()));
    return from;
  }

  /// What signs now.
  public ECKey signing() {
    Instant now = clock.instant();
    List<RingKey> keys = fresh().keys();
    return keys.reversed().stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .findFirst()
        .orElse(keys.getFirst())
        .pair();
  }

  /// What verifies: the former keys, the one that signs, and the one that will.
  public JWKSet open() {
    return fresh().open();
  }

  /// What is known. Whoever finds that it was not looked at lately has somebody look, and does not
  /// wait for them.
  private Read fresh() {
    Read known = read;
    boolean due = !clock.instant().isBefore(known.at().plus(LOOK));
    if (due && looking.compareAndSet(false, true)) {
      reader.execute(this::look);
    }
    return read;
  }

  private void look() {
    Instant now = clock.instant();
    try {
      List<RingKey> keys = file.loadOrCreate(now);
      boolean old = !keys.getLast().signsFrom().plus(age).isAfter(now);
      read = of(old ? file.update(now, all -> successor(all, now)) : keys);
    } catch (RuntimeException e) {
      log.warn("The token keys could not be read again; those that are known stay.", e);
      read = new Read(read.keys(), read.open(), now);
    } finally {
      looking.set(false);
    }
  }

  /// None if another gateway was first.
  private List<RingKey> successor(List<RingKey> keys, Instant now) {
    boolean old = !keys.getLast().signsFrom().plus(age).isAfter(now);
    return old ? RingKey.and(keys, now.plus(NOTICE), now) : keys;
  }

  private Read of(List<RingKey> keys) {
    List<JWK> open = keys.stream().<JWK>map(key -> key.pair().toPublicJWK()).toList();
    return new Read(keys, new JWKSet(open), clock.instant());
  }

  /// Never a key.
  @Override
  public String toString() {
    return "KeyRing[" + read.keys().size() + " keys]";
  }
}
