package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import picocli.CommandLine.IVersionProvider;

/// The version of the program and of the knowledge it carries.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Referential referential = Referential.builtin();
    return new String[] {
      "bastide " + program(),
      "referential " + referential.version() + ", scale " + referential.scale().version()
    };
  }

  static String program() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0-SNAPSHOT" : version;
  }
}
