package fr.bastide.detection.pack;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Place;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.internal.rule.DocumentReader;
import fr.bastide.detection.rule.RuleFile;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/// The files of a folder of rules, those of samples told apart. Symbolic links are not followed.
///
/// @param rules the rule files, sorted
/// @param samples the files below a folder named `samples`, sorted
/// @param refusals what could not be read
record SampleFolder(List<RuleFile> rules, List<RuleFile> samples, List<Refusal> refusals) {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_FILES = 20_000;

  /// @throws DetectionException when there is no such folder
  static SampleFolder of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DetectionException(
          new Text(
              "Il n’y a pas de dossier «\u00a0" + folder + "\u00a0»\u00a0: vérifiez le chemin.",
              "There is no folder '" + folder + "': check the path."));
    }
    List<Path> paths = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, visitor(paths, refusals));
    } catch (IOException failure) {
      refusals.add(unreadable(folder));
    }
    Collections.sort(paths);
    List<RuleFile> rules = new ArrayList<>();
    List<RuleFile> samples = new ArrayList<>();
    for (Path path : paths) {
      read(path, inSamples(folder.relativize(path)) ? samples : rules, refusals);
    }
    return new SampleFolder(rules, samples, refusals);
  }

  private static SimpleFileVisitor<Path> visitor(List<Path> paths, List<Refusal> refusals) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        if (yaml && attributes.isRegularFile()) {
          if (paths.size() == MAX_FILES) {
            refusals.add(tooMany(file));
            return FileVisitResult.TERMINATE;
          }
          paths.add(file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        refusals.add(unreadable(file));
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static boolean inSamples(Path relative) {
    Path parent = relative.getParent();
    if (parent != null) {
      for (Path part : parent) {
        if (part.toString().equals(Samples.FOLDER)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void read(Path path, List<RuleFile> into, List<Refusal> refusals) {
    try (InputStream input = Files.newInputStream(path)) {
      into.add(new RuleFile(path.toString(), input.readNBytes(DocumentReader.MAX_BYTES + 1)));
    } catch (IOException failure) {
      refusals.add(unreadable(path));
    }
  }

  private static Refusal unreadable(Path path) {
    return new Refusal(
        new Place(path.toString(), 0),
        "",
        new Text(
            "Ce fichier ne peut pas être lu\u00a0: vérifiez vos droits et qu’il est intact.",
            "This file cannot be read: check your permissions and that it is intact."));
  }

  private static Refusal tooMany(Path path) {
    return new Refusal(
        new Place(path.toString(), 0),
        "",
        new Text(
            "Trop de fichiers\u00a0: la suite n’a pas été lue, répartissez-les.",
            "Too many files: the rest was not read, spread them over several folders."));
  }
}
