package id.antar.infra.cluster;

import id.antar.api.message.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes from process to process, as bytes: who asks what until when, and what the answer is.
/// Whoever reads leaves alone what comes behind the fields that it knows.
public final class Wire {

  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

  private static final int HELLO = 'h';
  private static final int COMMAND = 'c';
  private static final int QUERY = 'q';
  private static final int ANSWER = 'a';
  private static final int FAILURE = 'f';

  private final Serializer serializer;

  public Wire(Serializer serializer) {
    this.serializer = serializer;
  }

  /// What has come from another process.
  public sealed interface Request {}

  /// @param handled what the one that says it handles from now on
  record Hello(Nodes.Handled handled) implements Request {}

  /// Asks for something to be done or answered.
  public sealed interface Asked extends Request {
    /// By the clock of the one that asks. Nobody waits any more after it, and what has not begun by
    /// then must not.
    Instant until();

    /// Of the command or query.
    String name();
  }

  public record AskedCommand(CommandMessage<?> command, Instant until) implements Asked {
    @Override
    public String name() {
      return command.getCommandName();
    }
  }

  public record AskedQuery(QueryMessage<?, ?> query, Instant until) implements Asked {
    @Override
    public String name() {
      return query.getQueryName();
    }
  }

  /// What has come back.
  public sealed interface Reply {}

  public record Answer(@Nullable Object payload, MetaData metaData) implements Reply {}

  public record Failed(Failure failure) implements Reply {}

  /// There is an answer, and only a later version knows what it says.
  public record NotUnderstood() implements Reply {}

  byte[] hello(Nodes.Handled handled) {
    return write(out -> {
      out.writeByte(HELLO);
      out.writeUTF(handled.node());
      writeNames(out, handled.commands());
      writeNames(out, handled.queries());
    });
  }

  public byte[] command(CommandMessage<?> command, Instant until) {
    return write(out -> {
      out.writeByte(COMMAND);
      writeHead(out, until, command, command.getCommandName());
    });
  }

  public byte[] query(QueryMessage<?, ?> query, Instant until) {
    return write(out -> {
      out.writeByte(QUERY);
      writeHead(out, until, query, query.getQueryName());
      writeObject(out, query.getResponseType());
    });
  }

  private void writeHead(DataOutputStream out, Instant until, Message<?> message, String name)
      throws IOException {
    out.writeLong(until.toEpochMilli());
    out.writeUTF(message.getIdentifier());
    out.writeUTF(name);
    writeObject(out, message.getPayload());
    writeObject(out, message.getMetaData());
  }

  /// @param payload null where there is no answer
  public byte[] answer(@Nullable Object payload, MetaData metaData) {
    return write(out -> {
      out.writeByte(ANSWER);
      out.writeBoolean(payload != null);
      if (payload != null) {
        writeObject(out, payload);
      }
      writeObject(out, metaData);
    });
  }

  public byte[] failure(Failure failure) {
    return write(out -> {
      out.writeByte(FAILURE);
      writeObject(out, failure);
    });
  }

  public Request readRequest(byte[] bytes) {
    return read(
        bytes,
        in -> {
          int kind = in.readByte();
          return switch (kind) {
            case HELLO -> new Hello(readHandled(in));
            case COMMAND -> readCommand(in);
            case QUERY -> readQuery(in);
            default -> throw new IOException("Nobody knows requests of the kind " + kind + ".");
          };
        });
  }

  private static Nodes.Handled readHandled(DataInputStream in) throws IOException {
    return new Nodes.Handled(in.readUTF(), false, readNames(in), readNames(in));
  }

  private AskedCommand readCommand(DataInputStream in) throws IOException {
    Instant until = Instant.ofEpochMilli(in.readLong());
    String id = in.readUTF();
    String name = in.readUTF();
    var message = new GenericMessage<>(id, readObject(in), (MetaData) readObject(in));
    return new AskedCommand(new GenericCommandMessage<>(message, name), until);
  }

  private AskedQuery readQuery(DataInputStream in) throws IOException {
    Instant until = Instant.ofEpochMilli(in.readLong());
    String id = in.readUTF();
    String name = in.readUTF();
    var message = new GenericMessage<>(id, readObject(in), (MetaData) readObject(in));
    var type = (ResponseType<?>) readObject(in);
    return new AskedQuery(new GenericQueryMessage<>(message, name, type), until);
  }

  /// Whether an answer is that there is none.
  public static boolean isFailure(byte[] reply) {
    return reply[0] == FAILURE;
  }

  public Reply readReply(byte[] bytes) {
    return read(
        bytes,
        in -> {
          int kind = in.readByte();
          return switch (kind) {
            case ANSWER -> ifKnown(this::readAnswer, in);
            case FAILURE -> ifKnown(it -> new Failed((Failure) readObject(it)), in);
            default -> throw new IOException("Nobody knows answers of the kind " + kind + ".");
          };
        });
  }

  private static Reply ifKnown(Reading<Reply> reading, DataInputStream in) throws IOException {
    try {
      return reading.from(in);
    } catch (SerializationException e) {
      LOG.warn("The answer of another process is not understood.", e);
      return new NotUnderstood();
    }
  }

  private Reply readAnswer(DataInputStream in) throws IOException {
    Object payload = in.readBoolean() ? readObject(in) : null;
    return payload instanceof UnknownSerializedType
        ? new NotUnderstood()
        : new Answer(payload, (MetaData) readObject(in));
  }

  private void writeObject(DataOutputStream out, Object value) throws IOException {
    SerializedObject<byte[]> written = serializer.serialize(value, byte[].class);
    out.writeUTF(written.getType().getName());
    out.writeUTF(Optional.ofNullable(written.getType().getRevision()).orElse(""));
    out.writeInt(written.getData().length);
    out.write(written.getData());
  }

  private Object readObject(DataInputStream in) throws IOException {
    String type = in.readUTF();
    String revision = in.readUTF();
    byte[] data = in.readNBytes(in.readInt());
    return serializer.deserialize(
        new SimpleSerializedObject<>(
            data, byte[].class, type, revision.isEmpty() ? null : revision));
  }

  private static void writeNames(DataOutputStream out, Set<String> names) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static Set<String> readNames(DataInputStream in) throws IOException {
    var names = new HashSet<String>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return names;
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static byte[] write(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(byte[] bytes, Reading<T> reading) {
    try {
      return reading.from(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("What another process sent is not understood.", e);
    }
  }
}
