package fr.bastide.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between the server and its database, to close the way and open it again on the same port.
final class DatabaseGate implements AutoCloseable {

  private final int target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Optional<ServerSocket> door = Optional.empty();
  private volatile boolean silent;

  DatabaseGate(int target) throws IOException {
    this.target = target;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    open();
  }

  /// Where the server finds its database.
  int port() {
    return port;
  }

  /// Lets everything through.
  void open() throws IOException {
    hangUp();
    silent = false;
    if (door.isEmpty()) {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      door = Optional.of(socket);
      Thread.ofVirtual().start(() -> serve(socket));
    }
  }

  /// A database that is stopped: connections break, and new ones are refused.
  void shut() throws IOException {
    if (door.isPresent()) {
      door.get().close();
    }
    door = Optional.empty();
    hangUp();
  }

  /// A database that cannot be reached: nothing breaks, nothing answers.
  void silence() {
    silent = true;
  }

  @Override
  public void close() throws IOException {
    shut();
  }

  private void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  private void serve(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket near = socket.accept();
        sockets.add(near);
        if (!silent) {
          Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
          sockets.add(far);
          Thread.ofVirtual().start(() -> carry(near, far));
          Thread.ofVirtual().start(() -> carry(far, near));
        }
      } catch (IOException closed) {
        // The gate was shut, or opened anew: both are asked for by the test.
        continue;
      }
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!silent) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException broken) {
      // Either end hung up; the other one is closed with it.
      return;
    }
  }
}
