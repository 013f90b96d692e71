package id.antar.infra.backup;

import org.jspecify.annotations.Nullable;

/// What was found is not what a backup has written, or does not open with this key.
public final class BackupBroken extends RuntimeException {
  BackupBroken(String message) {
    this(message, null);
  }

  BackupBroken(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
