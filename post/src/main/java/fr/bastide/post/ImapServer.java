package fr.bastide.post;

/// The mailbox that is read.
///
/// @param host the name of its server
/// @param port 143 or 993
/// @param security how the connection is protected
/// @param login the account
/// @param folder which of its folders is read, usually `INBOX`
public record ImapServer(
    String host, int port, SmtpServer.Security security, SmtpServer.Login login, String folder) {

  /// How the note of what was read names it: another account or folder is another mailbox.
  public String name() {
    return login.user() + "@" + host + ":" + port + "/" + folder;
  }
}
