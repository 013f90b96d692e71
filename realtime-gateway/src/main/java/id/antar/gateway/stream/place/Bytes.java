package id.antar.gateway.stream.place;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/// Bytes that are being written, numbers with the highest byte first.
final class Bytes {

  private byte[] bytes;
  private int length;

  Bytes(int expected) {
    this.bytes = new byte[expected];
  }

  /// Takes the lowest eight bits.
  void writeByte(int value) {
    require(1);
    bytes[length++] = (byte) value;
  }

  void writeInt(int value) {
    write(value, Integer.BYTES);
  }

  void writeLong(long value) {
    write(value, Long.BYTES);
  }

  /// Seven bits a byte, the lowest first; all but the last byte have their highest bit set.
  void writeVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    writeByte((int) rest);
  }

  /// ASCII of up to 255 characters, after their number.
  void writeText(String text) {
    byte[] characters = text.getBytes(ISO_8859_1);
    writeByte(characters.length);
    require(characters.length);
    System.arraycopy(characters, 0, bytes, length, characters.length);
    length += characters.length;
  }

  byte[] toArray() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  private void write(long value, int size) {
    require(size);
    for (int i = size - 1; i >= 0; i--) {
      bytes[length++] = (byte) (value >>> (i * Byte.SIZE));
    }
  }

  private void require(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
