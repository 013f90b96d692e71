package id.antar.load.fanout.server;

import id.antar.load.fanout.wire.Upgrade;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a client comes to the point where messages begin: what it asks for, says and waits for.
///
/// @param hello what it says as soon as it is connected
/// @param answers what it says to a text, by how that text begins
/// @param ready how the text begins after which it is there; empty if it is there once connected
public record Talk(
    Upgrade upgrade, @Nullable String hello, Map<String, String> answers, String ready) {

  public Talk {
    answers = Map.copyOf(answers);
  }

  public static Talk at(String path) {
    return new Talk(Upgrade.to(path), null, Map.of(), "");
  }

  public Optional<String> findAnswer(String heard) {
    return answers.entrySet().stream()
        .filter(answer -> heard.startsWith(answer.getKey()))
        .map(Map.Entry::getValue)
        .findAny();
  }
}
