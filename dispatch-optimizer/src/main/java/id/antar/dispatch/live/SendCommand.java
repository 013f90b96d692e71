package id.antar.dispatch.live;

import id.antar.api.dispatch.DecisionId;
import id.antar.api.message.Receipt;
import java.util.concurrent.CompletableFuture;

/// Sends a command that follows from a decision.
interface SendCommand {
  CompletableFuture<Receipt> send(DecisionId decisionId, Object command);
}
