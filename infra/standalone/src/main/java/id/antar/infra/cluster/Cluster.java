package id.antar.infra.cluster;

import id.antar.infra.cluster.Nodes.Handled;
import id.antar.infra.cluster.Wire.Asked;
import id.antar.infra.cluster.Wire.Hello;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.Message.Flag;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.blocks.MessageDispatcher;
import org.jgroups.blocks.RequestHandler;
import org.jgroups.blocks.RequestOptions;
import org.jgroups.blocks.Response;
import org.jgroups.blocks.ResponseMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process among those of its engine: asks the others and answers them. Whenever somebody
/// comes, each tells each what it handles.
final class Cluster implements Processes, Receiver, RequestHandler, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  private final JChannel channel;
  private final MessageDispatcher messages;
  private final Wire wire;
  private final Executor work;
  private final ScheduledExecutorService timer;
  private final Duration patience;
  private final Nodes<Address> nodes = new Nodes<>();
  private volatile Function<Asked, CompletableFuture<byte[]>> answering =
      _ -> CompletableFuture.failedFuture(new IllegalStateException("This process begins."));
  private volatile @Nullable Handled handled;
  private volatile List<Address> there = List.of();
  private final UnderWay answers = new UnderWay();

  /// @param work on which messages are read and handled; it may wait
  /// @param patience how long another process may take for an answer
  Cluster(
      JChannel channel,
      Wire wire,
      Executor work,
      ScheduledExecutorService timer,
      Duration patience) {
    this.channel = channel;
    this.wire = wire;
    this.work = work;
    this.timer = timer;
    this.patience = patience;
    this.messages = new MessageDispatcher(channel, this);
    messages.asyncDispatching(true);
    messages.setReceiver(this);
  }

  /// @param answering what others ask of this process; never fails, as failures are answers
  void join(String cluster, Function<Asked, CompletableFuture<byte[]>> answering) throws Exception {
    this.answering = answering;
    channel.connect(cluster);
  }

  Nodes<Address> nodes() {
    return nodes;
  }

  String name() {
    return channel.getName();
  }

  @Override
  public String self() {
    return name();
  }

  @Override
  public List<String> names() {
    return nodes.names();
  }

  @Override
  public boolean hasCommands() {
    return nodes.haveCommands();
  }

  boolean isJoined() {
    return channel.isConnected();
  }

  Optional<Address> here() {
    return Optional.ofNullable(channel.getAddress());
  }

  Instant patienceEnds() {
    return Instant.now().plus(patience);
  }

  /// Says what this process handles from now on, which may be nothing.
  void announce(Handled handled) {
    this.handled = handled;
    nodes.learn(channel.getAddress(), handled);
    greet();
  }

  /// The answer. Fails if it takes too long or the other one is gone; what has become of the
  /// request then is not known.
  CompletableFuture<byte[]> ask(Address node, byte[] request) {
    try {
      CompletableFuture<byte[]> answer =
          messages.sendMessageWithFuture(
              new BytesMessage(node, request).setFlag(Flag.OOB),
              new RequestOptions(ResponseMode.GET_FIRST, 0).setFlags(Flag.OOB));
      // Cancelled rather than timed out: only that ends what is kept of the request.
      var limit =
          timer.schedule(() -> answer.cancel(true), patience.toMillis(), TimeUnit.MILLISECONDS);
      return answer.whenComplete((_, _) -> limit.cancel(false));
    } catch (Exception e) {
      return CompletableFuture.failedFuture(new NotSent(e));
    }
  }

  /// Nobody was asked.
  static final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSent(Throwable cause) {
      super("The request could not be sent.", cause);
    }
  }

  @Override
  public void viewAccepted(View view) {
    there = List.copyOf(view.getMembers());
    LOG.info("Processes that are there: {}", there);
    nodes.see(there);
    work.execute(this::greet);
  }

  /// One after the other: what is told last counts.
  private synchronized void greet() {
    Handled mine = handled;
    if (mine != null) {
      byte[] hello = wire.hello(mine);
      there.stream()
          .filter(other -> !other.equals(channel.getAddress()))
          .forEach(other -> greet(other, hello));
    }
  }

  private void greet(Address other, byte[] hello) {
    try {
      messages.sendMessageWithFuture(new BytesMessage(other, hello), RequestOptions.ASYNC());
    } catch (Exception e) {
      LOG.warn("{} could not be told what this process handles.", other, e);
    }
  }

  @Override
  public Object handle(Message message) {
    throw new UnsupportedOperationException("Answers come later.");
  }

  /// Never on the thread that brings messages: what is asked may wait.
  @Override
  public void handle(Message message, @Nullable Response response) {
    byte[] bytes =
        Arrays.copyOfRange(
            message.getArray(), message.getOffset(), message.getOffset() + message.getLength());
    if (response == null) {
      hear(message.getSrc(), bytes);
    } else {
      var sent = answers.add(new CompletableFuture<Void>());
      work.execute(() ->
          answer(message.getSrc(), bytes)
              .whenComplete((answer, _) -> response.send(answer, false))
              .whenComplete((_, _) -> sent.complete(null)));
    }
  }

  /// What is told needs no answer, and counts in the order in which it was told.
  private void hear(Address from, byte[] bytes) {
    try {
      if (wire.readRequest(bytes) instanceof Hello(var theirs)) {
        nodes.learn(from, theirs);
      }
    } catch (RuntimeException e) {
      LOG.warn("What {} tells is not understood.", from, e);
    }
  }

  /// Never fails: who asked is told, and may ask another one.
  private CompletableFuture<byte[]> answer(Address from, byte[] bytes) {
    try {
      return wire.readRequest(bytes) instanceof Asked asked
          ? answering.apply(asked)
          : CompletableFuture.completedFuture(wire.failure(Unanswered.notUnderstood()));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("What {} asks is not understood.", from, e);
      return CompletableFuture.completedFuture(wire.failure(Unanswered.notUnderstood()));
    }
  }

  /// Once all that this process has been asked until now has been answered.
  CompletableFuture<Void> answered() {
    return answers.ended();
  }

  @Override
  public void close() {
    channel.close();
  }
}
