package id.antar.infra.personal;

import id.antar.infra.key.EngineKeys;
import id.antar.infra.key.KeyName;
import id.antar.infra.work.WorkFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The master keys: the current one, which wraps, and those before it, which only unwrap. They are
/// given, or made and kept in the work folder where its owner alone can read them, one a line, the
/// current one first.
final class MasterKeys {
  static final String FILE = KeyName.MASTER.file();

  private final ReadWriteLock current = new ReentrantReadWriteLock();
  private final @Nullable WorkFolder work;
  private volatile List<MasterKey> keys;

  private MasterKeys(List<MasterKey> keys, @Nullable WorkFolder work) {
    this.keys = List.copyOf(keys);
    this.work = work;
  }

  /// @param maySayNo before one is made
  static MasterKeys load(GivenKeys given, WorkFolder work, Runnable maySayNo) {
    List<MasterKey> keys = given.keys();
    return keys.isEmpty() ? fromFile(work, maySayNo) : new MasterKeys(keys, null);
  }

  private static MasterKeys fromFile(WorkFolder work, Runnable maySayNo) {
    String known = work.find(FILE);
    if (known == null) {
      maySayNo.run();
      var fresh = new MasterKeys(List.of(MasterKey.random()), work);
      fresh.keep();
      return fresh;
    }
    return new MasterKeys(
        known
            .lines()
            .filter(line -> !line.isBlank())
            .map(it -> MasterKey.decode(FILE, it))
            .toList(),
        work);
  }

  /// Whether the engine keeps them itself.
  boolean areOurs() {
    return work != null;
  }

  /// That the database was written by one of them.
  void requireThatTheyFit(EngineKeys known) {
    known.require(
        KeyName.MASTER,
        keys.stream().map(MasterKey::fingerprint).toList(),
        areOurs() ? FILE : GivenKeys.CURRENT);
  }

  MasterKey current() {
    return keys.getFirst();
  }

  List<MasterKey> all() {
    return keys;
  }

  Optional<MasterKey> find(String thumbprint) {
    return keys.stream().filter(key -> key.thumbprint().equals(thumbprint)).findFirst();
  }

  /// While this works, the current key stays the current one.
  <T> T withCurrent(Function<MasterKey, T> work) {
    current.readLock().lock();
    try {
      return work.apply(current());
    } finally {
      current.readLock().unlock();
    }
  }

  /// It is in the file before anything is wrapped by it.
  void makeCurrent(MasterKey fresh) {
    var all = new ArrayList<>(List.of(fresh));
    all.addAll(keys);
    replace(all);
  }

  void dropFormer() {
    replace(List.of(current()));
  }

  /// Writes them again as they are.
  void keep() {
    replace(keys);
  }

  /// If they cannot be written, they stay as they were.
  private void replace(List<MasterKey> all) {
    current.writeLock().lock();
    try {
      write(all);
      keys = List.copyOf(all);
    } finally {
      current.writeLock().unlock();
    }
  }

  private void write(List<MasterKey> all) {
    if (work == null) {
      throw new IllegalStateException("Master keys that are given cannot be changed.");
    }
    work.writeSecret(FILE, String.join("\n", all.stream().map(MasterKey::encoded).toList()) + "\n");
  }
}
