package fr.bastide.gateway.internal.sftp;

import fr.bastide.airlock.flow.FlowUser;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.gateway.GatewayException;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.kernel.Text;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// An SSH server that does SFTP and nothing else: no shell, no commands, no forwarding.
final class SftpDoor implements Closeable {

  private static final int MOST_SESSIONS = 8;
  private static final int MOST_HANDLES = 32;
  private static final int MOST_TRIES = 6;
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration SIGNING_IN = Duration.ofSeconds(60);

  private final SshServer server;

  private SftpDoor(SshServer server) {
    this.server = server;
  }

  /// What is particular to a side.
  ///
  /// @param root the folder a user sees as the top
  /// @param banner said before anybody signs in; empty for nothing
  record Side(
      SftpFileSystemAccessor accessor,
      SftpEventListener listener,
      Function<String, Path> root,
      Supplier<String> banner) {}

  static SftpDoor open(InetSocketAddress address, Path state, Flows flows, SignIn signIn, Side side)
      throws IOException {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost(address.getHostString());
    server.setPort(address.getPort());
    server.setKeyPairProvider(KeyPairProvider.wrap(HostKey.in(state.resolve("sftp-host.key"))));
    server.setUserAuthFactories(
        List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
    server.setPasswordAuthenticator((user, password, session) ->
        signIn.password(user, password.toCharArray(), from(session))
            instanceof SignIn.Answer.Known);
    server.setPublickeyAuthenticator(
        (user, key, session) -> flows.user(user).filter(known -> holds(known, key)).isPresent());
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    server.setSubsystemFactories(List.of(sftp(side)));
    server.setFileSystemFactory(
        new VirtualFileSystemFactory() {
          @Override
          public Path getUserHomeDir(SessionContext session) {
            return side.root().apply(session.getUsername());
          }
        });
    CoreModuleProperties.WELCOME_BANNER.set(server, side.banner().get());
    CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, MOST_SESSIONS);
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MOST_TRIES);
    CoreModuleProperties.AUTH_TIMEOUT.set(server, SIGNING_IN);
    CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE);
    SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, MOST_HANDLES);
    try {
      server.start();
    } catch (BindException taken) {
      throw new GatewayException(
          new Text(
              "SFTP ne peut pas écouter sur %s\u00a0: un autre programme s’y trouve."
                  .formatted(address),
              "SFTP cannot listen at %s: another program is there.".formatted(address)),
          taken);
    }
    return new SftpDoor(server);
  }

  private static SftpSubsystemFactory sftp(Side side) {
    SftpSubsystemFactory factory =
        new SftpSubsystemFactory.Builder()
            .withFileSystemAccessor(side.accessor())
            .withSftpErrorStatusDataHandler(
                new SftpErrorStatusDataHandler() {
                  @Override
                  public String resolveErrorMessage(
                      SftpSubsystemEnvironment environment,
                      int id,
                      Throwable failure,
                      int status,
                      int command,
                      Object... arguments) {
                    return failure instanceof TurnedAway turned
                        ? String.valueOf(turned.getMessage())
                        : SftpErrorStatusDataHandler.super.resolveErrorMessage(
                            environment, id, failure, status, command, arguments);
                  }
                })
            .build();
    factory.addSftpEventListener(side.listener());
    return factory;
  }

  private static String from(ServerSession session) {
    SocketAddress address = session.getClientAddress();
    return address instanceof InetSocketAddress inet
        ? inet.getAddress().getHostAddress()
        : "unknown";
  }

  private static boolean holds(FlowUser user, PublicKey key) {
    for (String line : user.keys()) {
      Optional<PublicKey> known = key(line);
      if (known.isPresent() && KeyUtils.compareKeys(known.get(), key)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<PublicKey> key(String line) {
    try {
      return Optional.ofNullable(
          AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// The port it listens at.
  int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
