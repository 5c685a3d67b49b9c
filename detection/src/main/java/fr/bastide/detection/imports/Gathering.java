package fr.bastide.detection.imports;

import fr.bastide.detection.DetectionException;
import fr.bastide.kernel.Text;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads a folder or a zip archive into a [Bundle].
final class Gathering {

  private static final int MAX_DEPTH = 64;
  private static final long MAX_ARCHIVE = 64L << 20;

  private Gathering() {}

  static Bundle read(Path source) {
    Bundle bundle = new Bundle(source.toString());
    try {
      if (Files.isDirectory(source)) {
        folder(source, bundle);
      } else if (Files.isRegularFile(source)) {
        archive(source, bundle);
      } else {
        throw new DetectionException(
            new Text(
                "Il n’y a ni dossier ni archive zip à « %s ».".formatted(source),
                "There is no folder and no zip archive at \"%s\".".formatted(source)));
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      // ZipFile throws the latter for names that are not in the archive's encoding.
      throw bundle.refused(
          "illisible ; il faut un dossier ou une archive zip intacte",
          "cannot be read; a folder or an intact zip archive is needed");
    }
    return bundle;
  }

  private static void folder(Path root, Bundle bundle) throws IOException {
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        MAX_DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // What tools keep beside the rules (.git, .github) is none of them.
            boolean hidden =
                !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = root.relativize(file).toString().replace(File.separatorChar, '/');
            bundle.see(path);
            if (!Bundle.wanted(path)) {
              return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
              throw bundle.refused(
                  "« %s » n’est pas un fichier ordinaire".formatted(Bundle.clip(path)),
                  "\"%s\" is not a regular file".formatted(Bundle.clip(path)));
            }
            try (InputStream input = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
              bundle.keep(path, input.readNBytes(Bundle.MAX_FILE_BYTES + 1));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void archive(Path file, Bundle bundle) throws IOException {
    if (Files.size(file) > MAX_ARCHIVE) {
      throw bundle.refused(
          "l’archive dépasse %d Mo".formatted(MAX_ARCHIVE >> 20),
          "the archive is larger than %d MB".formatted(MAX_ARCHIVE >> 20));
    }
    try (ZipFile archive = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = archive.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        bundle.see(entry.getName());
        if (!entry.isDirectory() && Bundle.wanted(entry.getName())) {
          try (InputStream input = archive.getInputStream(entry)) {
            bundle.keep(entry.getName(), input.readNBytes(Bundle.MAX_FILE_BYTES + 1));
          }
        }
      }
    }
  }
}
