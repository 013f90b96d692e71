package id.antar.gateway.identity.password;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a password costs. Passwords that were hashed for less are hashed anew at the next sign-in.
///
/// @param memoryKib at least 19 MiB
/// @param iterations at least 2
/// @param threads that hash at once; 0 for one per core
/// @param queue how many may wait for each of them
@ConfigurationProperties("antar.accounts.password")
public record PasswordHashing(
    @DefaultValue("19456") int memoryKib,
    @DefaultValue("2") int iterations,
    @DefaultValue("1") int parallelism,
    @DefaultValue("0") int threads,
    @DefaultValue("32") int queue) {

  private static final int LEAST_KIB = 19 * 1024;

  public PasswordHashing {
    if (memoryKib < LEAST_KIB || iterations < 2 || parallelism < 1) {
      throw new IllegalArgumentException(
          "antar.accounts.password is below 19456 KiB, 2 iterations and 1 lane.");
    }
  }
}
