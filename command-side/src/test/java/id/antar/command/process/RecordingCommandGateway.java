package id.antar.command.process;

import id.antar.api.message.Receipt;
import id.antar.api.message.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;

/// Accepts everything, unless told otherwise, and remembers what it was sent.
public final class RecordingCommandGateway implements CommandGateway {

  private final List<CommandMessage<?>> sent = new ArrayList<>();
  private final Map<Class<?>, CompletableFuture<Receipt>> answers = new HashMap<>();

  public void refuse(Class<?> command, Rejection reason) {
    answers.put(command, CompletableFuture.completedFuture(Receipt.rejected(reason)));
  }

  public void breakOn(Class<?> command) {
    answers.put(command, CompletableFuture.failedFuture(new IllegalStateException("no database")));
  }

  public List<Object> commands() {
    return sent.stream().<Object>map(CommandMessage::getPayload).toList();
  }

  public List<CommandMessage<?>> messages() {
    return List.copyOf(sent);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> CompletableFuture<R> send(Object command) {
    CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command);
    sent.add(message);
    return (CompletableFuture<R>)
        answers.getOrDefault(
            message.getPayloadType(), CompletableFuture.completedFuture(Receipt.accepted()));
  }

  @Override
  public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <R> R sendAndWait(Object command) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    throw new UnsupportedOperationException();
  }
}
