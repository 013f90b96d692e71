package id.antar.gateway.stream;

import id.antar.gateway.stream.hub.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/// The frame that an event loop wrote last, outside the heap, where sockets write from: the next of
/// its readers on the same loop shares it.
final class SharedBytes {

  private static final FastThreadLocal<SharedBytes> TEXT = ofLoop();
  private static final FastThreadLocal<SharedBytes> BINARY = ofLoop();

  private static FastThreadLocal<SharedBytes> ofLoop() {
    return new FastThreadLocal<>() {
      @Override
      protected SharedBytes initialValue() {
        return new SharedBytes();
      }

      @Override
      protected void onRemoval(SharedBytes bytes) {
        bytes.release();
      }
    };
  }

  private byte @Nullable [] message;
  private @Nullable ByteBuf buffer;

  private SharedBytes() {}

  /// The caller owns one reference.
  static ByteBuf of(Frame frame, boolean preferBinary, ByteBufAllocator allocator) {
    return (preferBinary ? BINARY : TEXT).get().get(frame.message(preferBinary), allocator);
  }

  private ByteBuf get(byte[] wanted, ByteBufAllocator allocator) {
    ByteBuf shared = buffer;
    if (shared == null || message != wanted) {
      release();
      shared = allocator.directBuffer(wanted.length).writeBytes(wanted);
      buffer = shared;
      message = wanted;
    }
    return shared.retainedDuplicate();
  }

  private void release() {
    if (buffer != null) {
      buffer.release();
      buffer = null;
      message = null;
    }
  }
}
