package id.antar.infra.role;

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

  public String configuration() {
    return configuration;
  }
}
