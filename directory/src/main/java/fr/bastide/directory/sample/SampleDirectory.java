package fr.bastide.directory.sample;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Provider;
import fr.bastide.directory.internal.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Directories to begin with, to rehearse and to test.
public final class SampleDirectory {

  /// The most fictional providers made at once.
  public static final int MOST = 2_000;

  private SampleDirectory() {}

  /// Firms of Occitanie's ecosystem, real ones, with what sources say and nothing more.
  public static Directory occitanie() {
    return Samples.occitanie();
  }

  /// Fictional providers and solutions, always the same for the same arguments. Each is marked: its
  /// name says so, its SIREN begins with 000, and no draw in earnest takes it.
  ///
  /// @param seed any number
  /// @param providers how many, 1 to 2,000
  /// @param today the day around which labels, insurance and validations are dated
  public static Directory fictional(long seed, int providers, LocalDate today) {
    if (providers < 1 || providers > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " providers");
    }
    return Samples.fictional(seed, providers, today);
  }

  /// The test directory of a territory: the real firms, and fictional ones up to a number.
  ///
  /// @param providers how many in all
  public static Directory territory(long seed, int providers, LocalDate today) {
    Directory real = occitanie();
    Directory made = fictional(seed, providers - real.providers().size(), today);
    List<Provider> all = new ArrayList<>(real.providers());
    all.addAll(made.providers());
    return new Directory(made.version(), all, made.solutions(), List.of());
  }
}
