package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Gives a directory and all it holds to another user; only root can.
final class Ownership {

  private Ownership() {}

  static void give(Path directory, int uid, int gid) {
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
                throws IOException {
              return set(visited, uid, gid);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              return set(file, uid, gid);
            }
          });
    } catch (IOException e) {
      throw StoreException.of(
          ("Impossible de donner %s à l’utilisateur sans privilège %d. Lancez Bastide"
                  + " sous un utilisateur ordinaire.")
              .formatted(directory, uid),
          "%s cannot be given to the unprivileged user %d. Start Bastide as an ordinary user."
              .formatted(directory, uid),
          e);
    }
  }

  private static FileVisitResult set(Path file, int uid, int gid) throws IOException {
    Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    return FileVisitResult.CONTINUE;
  }
}
