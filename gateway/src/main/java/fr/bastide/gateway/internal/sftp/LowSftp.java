package fr.bastide.gateway.internal.sftp;

import fr.bastide.airlock.flow.AttackMode;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.gateway.internal.files.DeclaredName;
import fr.bastide.gateway.internal.files.Intake;
import fr.bastide.kernel.Text;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/// SFTP on the low side: each sender has a folder for each flow and may only put files into it.
///
/// A file is the airlock's once the client closed it (or renamed it from an unfinished name), and
/// the client is answered after that. What a broken connection left is not taken. In place of a
/// file that was taken stays a hollow one of the same size until the client leaves, because many
/// clients look whether all of it came.
public final class LowSftp {

  private final Path homes;
  private final Flows flows;
  private final List<Flow> carried;
  private final Intake intake;
  private final Set<Path> hollow = ConcurrentHashMap.newKeySet();
  private final Set<Handle> broken = ConcurrentHashMap.newKeySet();

  private LowSftp(Path homes, Flows flows, List<Flow> carried, Intake intake) {
    this.homes = homes;
    this.flows = flows;
    this.carried = carried;
    this.intake = intake;
  }

  /// Opens the door; what unfinished uploads left behind is removed.
  public static Closeable open(
      InetSocketAddress address,
      Path state,
      Flows flows,
      List<Flow> carried,
      SignIn signIn,
      Intake intake)
      throws IOException {
    Path homes = state.resolve("sftp");
    remove(homes);
    LowSftp low = new LowSftp(homes, flows, carried, intake);
    return SftpDoor.open(
        address,
        state,
        flows,
        signIn,
        new SftpDoor.Side(low.new Accessor(), low.new Listener(), low::home, () -> ""));
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }

  private Path home(String user) {
    try {
      Path home = Files.createDirectories(homes.resolve(user));
      for (String flow : flowsOf(user)) {
        Files.createDirectories(home.resolve(flow));
      }
      return home;
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private Set<String> flowsOf(String user) {
    return carried.stream()
        .filter(flow -> flow.senders().contains(user) && flow.carries() == Flow.Cargo.FILES)
        .map(Flow::id)
        .collect(Collectors.toSet());
  }

  private FlowPath place(ServerSession session, Path path) throws IOException {
    return FlowPath.of(path, flowsOf(session.getUsername()));
  }

  private FlowPath place(SftpSubsystemProxy subsystem, Path path) throws IOException {
    return place(subsystem.getServerSession(), path);
  }

  private Flow flow(FlowPath place) throws IOException {
    return flows.flow(place.flow()).orElseThrow(() -> new NoSuchFileException(place.flow()));
  }

  /// The file on the real disk: the client's file system is a view of it.
  private Path real(SftpSubsystemProxy subsystem, FlowPath place) {
    return homes
        .resolve(subsystem.getServerSession().getUsername())
        .resolve(place.flow())
        .resolve(place.file());
  }

  private void take(SftpSubsystemProxy subsystem, FlowPath place) throws IOException {
    Path file = real(subsystem, place);
    long size = Files.size(file);
    String sender = subsystem.getServerSession().getUsername();
    switch (intake.put(flow(place), sender, place.file(), file)) {
      case Intake.Deposit.Taken _ -> {
        try (RandomAccessFile shape = new RandomAccessFile(file.toFile(), "rw")) {
          shape.setLength(size);
        }
        hollow.add(file);
      }
      case Intake.Deposit.Turned turned -> {
        Files.deleteIfExists(file);
        throw new TurnedAway(turned.why());
      }
    }
  }

  private final class Accessor implements SftpFileSystemAccessor {

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String remote)
        throws IOException {
      Path path = SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, root, remote);
      place(subsystem, path);
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
      FlowPath place = place(subsystem, file);
      if (place.file().isEmpty() || !options.contains(StandardOpenOption.WRITE)) {
        throw new AccessDeniedException(file.toString());
      }
      Flow flow = flow(place);
      Optional<Text> refusal = intake.refusal(flow, subsystem.getServerSession().getUsername(), 0);
      if (refusal.isPresent()) {
        throw new TurnedAway(refusal.get());
      }
      Path real = real(subsystem, place);
      if (hollow.contains(real)) {
        if (!options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
          throw new AccessDeniedException(file.toString());
        }
        hollow.remove(real);
      }
      return FileChannel.open(file, options);
    }

    @Override
    public void closeFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path file,
        String name,
        Channel channel,
        Set<? extends OpenOption> options)
        throws IOException {
      SftpFileSystemAccessor.super.closeFile(subsystem, handle, file, name, channel, options);
      FlowPath place = place(subsystem, file);
      if (broken.remove(handle)) {
        Files.deleteIfExists(real(subsystem, place));
      } else if (!DeclaredName.unfinished(place.file())
          && !hollow.contains(real(subsystem, place))) {
        take(subsystem, place);
      }
    }

    @Override
    public void renameFile(
        SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
        throws IOException {
      FlowPath source = place(subsystem, from);
      FlowPath target = place(subsystem, to);
      Path file = real(subsystem, source);
      if (source.file().isEmpty() || target.file().isEmpty() || hollow.contains(file)) {
        throw new AccessDeniedException(from.toString());
      }
      Path renamed = real(subsystem, target);
      hollow.remove(renamed);
      Files.move(file, renamed, StandardCopyOption.ATOMIC_MOVE);
      if (!DeclaredName.unfinished(target.file())) {
        take(subsystem, target);
      }
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean folder)
        throws IOException {
      FlowPath place = place(subsystem, path);
      if (folder || place.file().isEmpty()) {
        throw new AccessDeniedException(path.toString());
      }
      Path file = real(subsystem, place);
      hollow.remove(file);
      Files.delete(file);
    }
  }

  private final class Listener implements SftpEventListener {

    @Override
    public void received(ServerSession session, int type, int id) throws IOException {
      if (!Request.low(type) && type != SftpConstants.SSH_FXP_EXTENDED) {
        throw new AccessDeniedException("only putting files");
      }
    }

    @Override
    public void receivedExtension(ServerSession session, String extension, int id)
        throws IOException {
      throw new AccessDeniedException(extension);
    }

    @Override
    public void writing(
        ServerSession session,
        String remote,
        FileHandle handle,
        long offset,
        byte[] data,
        int from,
        int length)
        throws IOException {
      Flow flow = flow(place(session, handle.getFile()));
      if (offset < 0 || offset > flow.quota().largest() - length) {
        Optional<Text> refusal =
            intake.refusal(flow, session.getUsername(), flow.quota().largest() + 1);
        throw new TurnedAway(refusal.orElseGet(() -> AttackMode.told(flow, flows)));
      }
    }

    @Override
    public void exiting(ServerSession session, Handle handle) {
      broken.add(handle);
    }

    @Override
    public void destroying(ServerSession session) throws IOException {
      Path home = homes.resolve(session.getUsername());
      for (Path file : Set.copyOf(hollow)) {
        if (file.startsWith(home)) {
          hollow.remove(file);
          Files.deleteIfExists(file);
        }
      }
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes)
        throws IOException {
      if (place(session, path).file().isEmpty()) {
        throw new AccessDeniedException(path.toString());
      }
    }
  }
}
