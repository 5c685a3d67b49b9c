package fr.bastide.airlock.internal.ooxml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Prints what [PackageCheck] has to say of the packages in a folder.
public final class PackageCheckSurvey {

  private PackageCheckSurvey() {}

  public static void main(String[] args) throws IOException {
    int files = 0;
    try (Stream<Path> list = Files.list(Path.of(args[0]))) {
      for (Path file : list.sorted().toList()) {
        if (!file.toString().contains(".od")) {
          files++;
          for (String fault : PackageCheck.faults(Files.readAllBytes(file))) {
            System.out.println(file.getFileName() + ": " + fault);
          }
        }
      }
    }
    System.out.println("# checked " + files);
  }
}
