package fr.bastide.gateway.internal.sftp;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.gateway.internal.files.Shelf;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/// SFTP on the high side: each reader sees the flows that are theirs and open, and may only fetch.
public final class HighSftp {

  private final Flows flows;
  private final List<Flow> carried;
  private final Ledger ledger;

  private HighSftp(Flows flows, List<Flow> carried, Ledger ledger) {
    this.flows = flows;
    this.carried = carried;
    this.ledger = ledger;
  }

  /// Opens the door.
  public static Closeable open(
      InetSocketAddress address,
      Path state,
      Flows flows,
      List<Flow> carried,
      Ledger ledger,
      SignIn signIn,
      Shelf shelf)
      throws IOException {
    for (Flow flow : carried) {
      Files.createDirectories(shelf.folder().resolve(flow.id()));
    }
    HighSftp high = new HighSftp(flows, carried, ledger);
    return SftpDoor.open(
        address,
        state,
        flows,
        signIn,
        new SftpDoor.Side(high.new Accessor(), new Listener(), _ -> shelf.folder(), () -> ""));
  }

  private Set<String> flowsOf(ServerSession session) {
    String user = session.getUsername();
    return flows.user(user).isEmpty()
        ? Set.of()
        : carried.stream()
            .filter(flow -> flow.readers().contains(user) && ledger.standing().open(flow))
            .map(Flow::id)
            .collect(Collectors.toSet());
  }

  private final class Accessor implements SftpFileSystemAccessor {

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String remote)
        throws IOException {
      Path path = SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, root, remote);
      FlowPath place = FlowPath.of(path, flowsOf(subsystem.getServerSession()));
      if (place.file().startsWith(".")) {
        throw new NoSuchFileException(remote);
      }
      return path;
    }

    @Override
    public SeekableByteChannel openFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path file,
        String name,
        Set<? extends OpenOption> options,
        FileAttribute<?>... attributes)
        throws IOException {
      FlowPath place = FlowPath.of(file, flowsOf(subsystem.getServerSession()));
      if (place.file().isEmpty() || !options.equals(Set.of(StandardOpenOption.READ))) {
        throw new AccessDeniedException(file.toString());
      }
      return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public DirectoryStream<Path> openDirectory(
        SftpSubsystemProxy subsystem,
        DirectoryHandle handle,
        Path folder,
        String name,
        LinkOption... links)
        throws IOException {
      Set<String> mine = flowsOf(subsystem.getServerSession());
      boolean top = FlowPath.of(folder, mine).flow().isEmpty();
      return Files.newDirectoryStream(
          folder,
          one -> {
            String plain = String.valueOf(one.getFileName());
            return top ? mine.contains(plain) : !plain.startsWith(".");
          });
    }
  }

  private static final class Listener implements SftpEventListener {

    @Override
    public void received(ServerSession session, int type, int id) throws IOException {
      if (!Request.high(type) && type != SftpConstants.SSH_FXP_EXTENDED) {
        throw new AccessDeniedException("only fetching files");
      }
    }

    @Override
    public void receivedExtension(ServerSession session, String extension, int id)
        throws IOException {
      throw new AccessDeniedException(extension);
    }
  }
}
