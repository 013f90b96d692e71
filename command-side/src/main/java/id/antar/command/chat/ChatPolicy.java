package id.antar.command.chat;

import java.time.Duration;

/// @param afterEnd how long is talked on after the order's end
/// @param perMinute how many messages one author sends within a minute at most
/// @param perOrder how many a conversation has at most
public record ChatPolicy(Duration afterEnd, int perMinute, int perOrder) {

  public ChatPolicy {
    if (afterEnd.isNegative() || perMinute < 1 || perOrder < 1) {
      throw new IllegalArgumentException(
          "afterEnd (%s) is negative, or perMinute (%d) or perOrder (%d) is below 1."
              .formatted(afterEnd, perMinute, perOrder));
    }
  }

  public static ChatPolicy standard() {
    return new ChatPolicy(Duration.ofMinutes(30), 10, 200);
  }
}
