package id.antar.gateway.identity;

import id.antar.api.account.Permission;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.edge.request.Caller;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who a token stands for, and what it may do here.
@RestController
final class MeController {

  /// @param expiresAt real time
  record Me(
      Role role, String subject, String scope, List<Permission> permissions, Instant expiresAt) {}

  @GetMapping("/v1/me")
  @Requires(Permission.ME_MANAGE)
  Me me(Caller caller) {
    return new Me(
        caller.actor().role(),
        caller.actor().id(),
        caller.scope().toString(),
        caller.grant().permissions().stream().sorted().toList(),
        caller.expiresAt());
  }
}
