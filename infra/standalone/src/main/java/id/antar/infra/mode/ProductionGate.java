package id.antar.infra.mode;

import id.antar.api.mode.Mode;
import id.antar.api.mode.ProductionCheck;
import java.util.List;
import java.util.stream.Collectors;

/// Lets an engine start in production only if nothing about it is weak, and names everything that
/// is at once. Whatever is started needs it first.
public final class ProductionGate {
  private ProductionGate() {}

  static ProductionGate pass(Mode mode, List<ProductionCheck> checks) {
    List<String> weaknesses =
        switch (mode) {
          case DEVELOPMENT -> List.of();
          case PRODUCTION ->
              checks.stream().flatMap(check -> check.weaknesses().stream()).distinct().toList();
        };
    if (!weaknesses.isEmpty()) {
      throw new TooWeak(weaknesses);
    }
    return new ProductionGate();
  }

  /// Said to the person who started the engine.
  public static final class TooWeak extends RuntimeException {
    TooWeak(List<String> weaknesses) {
      super(
          weaknesses.stream()
              .map(it -> "\n  - " + it)
              .collect(Collectors.joining("", "it is too weak for antar.mode=production.", "")));
    }
  }
}
