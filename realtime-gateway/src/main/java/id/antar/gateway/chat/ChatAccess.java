package id.antar.gateway.chat;

import id.antar.api.account.Permission;
import id.antar.gateway.edge.request.Caller;

/// Who may read what the parties of an order say to each other, of those whom the order concerns.
public final class ChatAccess {

  private ChatAccess() {}

  public static boolean mayRead(Caller caller) {
    return caller.may(caller.isStaff() ? Permission.CHAT_READ_ANY : Permission.CHAT_READ);
  }
}
