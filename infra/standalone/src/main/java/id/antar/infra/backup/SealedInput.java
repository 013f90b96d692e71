package id.antar.infra.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/// Opens what [SealedOutput] has written. Nothing is handed on that is not authentic; an end that
/// is not the written one is told as such.
final class SealedInput extends InputStream {
  private final DataInputStream in;
  private final SealedChunks chunks;
  private final String name;
  private byte[] chunk = new byte[0];
  private int at;
  private boolean last;

  SealedInput(InputStream from, BackupKey key, String backup, String piece) throws IOException {
    in = new DataInputStream(from);
    name = piece + " of " + backup;
    byte[] magic = in.readNBytes(SealedChunks.MAGIC.length);
    byte[] salt = in.readNBytes(SealedChunks.SALT_BYTES);
    if (!Arrays.equals(magic, SealedChunks.MAGIC) || salt.length < SealedChunks.SALT_BYTES) {
      throw new BackupBroken("The piece " + name + " is none, or its beginning was changed.");
    }
    chunks = new SealedChunks(key.ofPiece(backup, piece, salt), Cipher.DECRYPT_MODE);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == chunk.length) {
      if (last) {
        return -1;
      }
      open();
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, bytes, offset, count);
    at += count;
    return count;
  }

  private void open() throws IOException {
    try {
      int length = in.readInt();
      int mark = in.readByte();
      last = mark == 1;
      if (mark < 0
          || mark > 1
          || length < SealedChunks.TAG_BYTES
          || length > SealedChunks.CHUNK_BYTES + SealedChunks.TAG_BYTES) {
        throw changed(null);
      }
      byte[] sealed = in.readNBytes(length);
      if (sealed.length < length) {
        throw new EOFException();
      }
      chunk = chunks.next(sealed, length, last);
      at = 0;
    } catch (EOFException e) {
      throw new BackupBroken("The piece " + name + " is cut off.", e);
    } catch (GeneralSecurityException e) {
      throw changed(e);
    }
    if (last && in.read() >= 0) {
      throw new BackupBroken("The piece " + name + " goes on behind its end.");
    }
  }

  private BackupBroken changed(@Nullable Exception cause) {
    return new BackupBroken(
        "The piece " + name + " was changed, or is another one than its name says.", cause);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
