package fr.bastide.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the build made of the two doors, ready to run as processes.
final class Built {

  private static final Path HOUSE =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..").normalize();

  private Built() {}

  /// The directory of the whole project.
  static Path house() {
    return HOUSE;
  }

  /// The class path of the server.
  static String web() {
    return classPath("web");
  }

  /// The class path of the command line.
  static String cli() {
    return classPath("cli");
  }

  /// The beginning of a command: this Java, with the flags of `./bastide` and these.
  static List<String> java(String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xshare:auto",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.timezone=Europe/Paris",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of(flags));
    return command;
  }

  private static String classPath(String module) {
    Path target = HOUSE.resolve(module).resolve("target");
    Path libraries = target.resolve("dist").resolve("lib");
    if (!Files.isDirectory(libraries)) {
      throw new AssertionError(
          libraries + " is missing: build first, with ./bastide build or mvn install");
    }
    return ownJar(target, module) + File.pathSeparator + libraries + File.separator + "*";
  }

  private static Path ownJar(Path target, String module) {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*.jar")) {
      for (Path jar : jars) {
        if (!jar.toString().endsWith("-tests.jar")) {
          return jar;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("there is no jar of " + module + " in " + target + ": build first");
  }
}
