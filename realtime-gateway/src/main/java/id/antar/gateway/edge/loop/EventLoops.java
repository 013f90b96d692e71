package id.antar.gateway.edge.loop;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SelectStrategyFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.netty.resources.LoopResources;

/// The web server's event loops, which [Rest] when they have much to do.
public final class EventLoops implements LoopResources {

  private static final int GROWING = 0;

  private final EventLoopGroup group;

  public EventLoops(int loops, Duration rest) {
    SelectStrategyFactory resting =
        () -> new Rest(rest.toNanos(), System::nanoTime, LockSupport::parkNanos);
    group = new MultiThreadIoEventLoopGroup(loops, new LoopThreads(), handlers(resting));
  }

  private static IoHandlerFactory handlers(SelectStrategyFactory resting) {
    return Epoll.isAvailable()
        ? EpollIoHandler.newFactory(GROWING, resting)
        : NioIoHandler.newFactory(SelectorProvider.provider(), resting);
  }

  @Override
  public EventLoopGroup onServer(boolean useNative) {
    return group;
  }

  @Override
  public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
    Mono<Void> over =
        Mono.create(end ->
            group
                .shutdownGracefully(
                    quietPeriod.toMillis(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .addListener(_ -> end.success()));
    return over.timeout(timeout);
  }

  private static final class LoopThreads implements ThreadFactory {

    private final AtomicInteger made = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      var thread = new LoopThread(task, "http-" + made.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }

  /// Whoever would wait on it is refused by Reactor.
  private static final class LoopThread extends FastThreadLocalThread implements NonBlocking {

    LoopThread(Runnable task, String name) {
      super(task, name);
    }
  }
}
