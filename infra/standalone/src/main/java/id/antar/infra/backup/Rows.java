package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// What is in a piece: tables with their rows, and files, packed. A value is bytes, or text as the
/// database writes it.
final class Rows {
  private static final int TABLE = 'T';
  private static final int ROW = 'R';
  private static final int FILE = 'F';
  private static final int END = 'Z';
  private static final int ABSENT = -1;
  private static final int BUFFER = 1 << 16;
  private static final int LEVEL = 3;

  private Rows() {}

  /// @param binary whether its values are bytes rather than text
  record Column(String name, boolean binary) {}

  record Table(String name, List<Column> columns) {
    Table {
      columns = List.copyOf(columns);
    }

    int at(String column) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(column)) {
          return i;
        }
      }
      throw new BackupBroken("The table " + name + " has no column " + column + " there.");
    }
  }

  /// Whoever reads a piece.
  interface Reader {
    void row(Table table, byte[] @Nullable [] values) throws IOException;

    default void file(String name, byte[] content) throws IOException {}
  }

  static final class Writer implements AutoCloseable {
    private final Deflater deflater = new Deflater(LEVEL);
    private final DataOutputStream out;

    Writer(OutputStream to) {
      out =
          new DataOutputStream(
              new BufferedOutputStream(new DeflaterOutputStream(to, deflater, BUFFER), BUFFER));
    }

    void table(Table table) throws IOException {
      out.writeByte(TABLE);
      out.writeUTF(table.name());
      out.writeInt(table.columns().size());
      for (Column column : table.columns()) {
        out.writeUTF(column.name());
        out.writeBoolean(column.binary());
      }
    }

    void row(byte[] @Nullable [] values) throws IOException {
      out.writeByte(ROW);
      for (byte[] value : values) {
        if (value == null) {
          out.writeInt(ABSENT);
        } else {
          out.writeInt(value.length);
          out.write(value);
        }
      }
    }

    void file(String name, String content) throws IOException {
      byte[] bytes = content.getBytes(UTF_8);
      out.writeByte(FILE);
      out.writeUTF(name);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    @Override
    public void close() throws IOException {
      out.writeByte(END);
      out.close();
      deflater.end();
    }
  }

  /// To the end, or it throws.
  static void read(InputStream from, Reader reader) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(from), BUFFER))) {
      Table table = new Table("", List.of());
      for (int kind = in.readUnsignedByte(); kind != END; kind = in.readUnsignedByte()) {
        switch (kind) {
          case TABLE -> table = table(in);
          case ROW -> reader.row(table, row(in, table.columns().size()));
          case FILE -> reader.file(in.readUTF(), exactly(in, in.readInt()));
          default -> throw new BackupBroken("A piece holds what no engine has written: " + kind);
        }
      }
      // The end of what is packed is also the end of what is sealed.
      if (in.read() >= 0 || from.read() >= 0) {
        throw new BackupBroken("A piece goes on behind its end.");
      }
    } catch (EOFException e) {
      throw new BackupBroken("A piece ends too early.", e);
    }
  }

  private static Table table(DataInputStream in) throws IOException {
    String name = in.readUTF();
    int count = in.readInt();
    var columns = new ArrayList<Column>();
    for (int i = 0; i < count; i++) {
      columns.add(new Column(in.readUTF(), in.readBoolean()));
    }
    return new Table(name, columns);
  }

  private static byte[] @Nullable [] row(DataInputStream in, int columns) throws IOException {
    var values = new byte[columns] @Nullable [];
    for (int i = 0; i < columns; i++) {
      int length = in.readInt();
      values[i] = length == ABSENT ? null : exactly(in, length);
    }
    return values;
  }

  private static byte[] exactly(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
