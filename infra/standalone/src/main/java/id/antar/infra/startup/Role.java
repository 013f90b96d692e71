package id.antar.infra.startup;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// A side of the engine that a process can run.
public enum Role {
  GATEWAY("id.antar.gateway.GatewayConfiguration"),
  COMMAND("id.antar.command.CommandSideConfiguration"),
  QUERY("id.antar.query.QuerySideConfiguration"),
  DISPATCH("id.antar.dispatch.live.DispatchConfiguration");

  private final String configuration;

  Role(String configuration) {
    this.configuration = configuration;
  }

  /// Those that a process has; all of them if it is not told.
  public static List<Role> all(Environment environment) {
    return Binder.get(environment)
        .bind("antar.roles", Bindable.listOf(Role.class))
        .orElse(List.of(values()));
  }

  String configuration() {
    return configuration;
  }
}
