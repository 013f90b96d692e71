package id.antar.infra.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;

/// Seals what is written, chunk by chunk. Only what was closed is whole.
final class SealedOutput extends OutputStream {
  private final DataOutputStream out;
  private final SealedChunks chunks;
  private final byte[] buffer = new byte[SealedChunks.CHUNK_BYTES];
  private int filled;
  private boolean closed;

  /// @param backup and `piece`: it opens under these names only
  SealedOutput(OutputStream to, BackupKey key, String backup, String piece) throws IOException {
    var salt = new byte[SealedChunks.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    out = new DataOutputStream(to);
    out.write(SealedChunks.MAGIC);
    out.write(salt);
    chunks = new SealedChunks(key.ofPiece(backup, piece, salt), Cipher.ENCRYPT_MODE);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    for (int left = length; left > 0; ) {
      if (filled == buffer.length) {
        flushChunk(false);
      }
      int count = Math.min(left, buffer.length - filled);
      System.arraycopy(bytes, at, buffer, filled, count);
      filled += count;
      at += count;
      left -= count;
    }
  }

  private void flushChunk(boolean last) throws IOException {
    try {
      byte[] sealed = chunks.next(buffer, filled, last);
      out.writeInt(sealed.length);
      out.writeByte(last ? 1 : 0);
      out.write(sealed);
      filled = 0;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot encrypt.", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      flushChunk(true);
      out.close();
    }
  }
}
