package id.antar.command.mail;

/// Sees to it that a mail is sent.
public interface SendMail {

  /// Writes it down in the transaction at hand. It is sent soon, or again until that works, and
  /// given up when it has become pointless. The same id again changes nothing while it waits.
  void send(String mailId, Mail mail);
}
