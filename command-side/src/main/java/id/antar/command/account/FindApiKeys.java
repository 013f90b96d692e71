package id.antar.command.account;

import id.antar.api.account.ApiKeyId;
import id.antar.api.message.Actor;
import java.util.List;

/// Finds the API keys that somebody has ever been given, by the facts that are stored.
@FunctionalInterface
public interface FindApiKeys {
  List<ApiKeyId> of(Actor owner);
}
