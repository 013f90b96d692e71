package id.antar.api.mode;

import java.util.List;

/// Says what of the configuration is too weak for [Mode#PRODUCTION]. Every bean of this type is
/// asked before anything is started or opened, so it may depend on configuration only.
@FunctionalInterface
public interface ProductionCheck {

  /// One sentence for each weakness, with the property's name and no secret; empty if all is well.
  List<String> weaknesses();
}
