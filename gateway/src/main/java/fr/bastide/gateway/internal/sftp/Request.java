package fr.bastide.gateway.internal.sftp;

import java.util.Set;
import org.apache.sshd.sftp.common.SftpConstants;

/// The requests of SFTP that a side answers; all others are refused before they are looked at.
final class Request {

  /// Looking around, which both sides allow.
  private static final Set<Integer> LOOKING =
      Set.of(
          SftpConstants.SSH_FXP_INIT,
          SftpConstants.SSH_FXP_OPEN,
          SftpConstants.SSH_FXP_CLOSE,
          SftpConstants.SSH_FXP_LSTAT,
          SftpConstants.SSH_FXP_FSTAT,
          SftpConstants.SSH_FXP_STAT,
          SftpConstants.SSH_FXP_OPENDIR,
          SftpConstants.SSH_FXP_READDIR,
          SftpConstants.SSH_FXP_REALPATH);

  private static final Set<Integer> PUTTING =
      Set.of(
          SftpConstants.SSH_FXP_WRITE,
          SftpConstants.SSH_FXP_SETSTAT,
          SftpConstants.SSH_FXP_FSETSTAT,
          SftpConstants.SSH_FXP_REMOVE,
          SftpConstants.SSH_FXP_RENAME);

  private static final Set<Integer> FETCHING = Set.of(SftpConstants.SSH_FXP_READ);

  private Request() {}

  /// Whether the low side answers.
  static boolean low(int type) {
    return LOOKING.contains(type) || PUTTING.contains(type);
  }

  /// Whether the high side answers.
  static boolean high(int type) {
    return LOOKING.contains(type) || FETCHING.contains(type);
  }
}
