package fr.bastide.airlock.receipt;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.worker.Audit;
import fr.bastide.airlock.worker.Passage;
import fr.bastide.airlock.worker.Protection;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is written down about one file at the door, whether it left or not.
///
/// @param instant when
/// @param engine version of the airlock
/// @param policyName the policy, with its version
/// @param arrived the file as it came
/// @param found what it really was
/// @param left the file that left; empty when it was refused
/// @param findings what was taken out or changed
/// @param refusal why it was refused; empty when it left
/// @param audit what the second parser said
/// @param confinement what was kept from the worker that had it
/// @param taken how long it took
public record Receipt(
    Instant instant,
    String engine,
    String policyName,
    String policyVersion,
    Arrived arrived,
    ContentType found,
    Optional<Left> left,
    List<Finding> findings,
    Optional<Outcome.Refused> refusal,
    Audit audit,
    Set<Protection> confinement,
    Duration taken) {

  private static final int LONGEST_NAME = 255;

  /// @param name as declared, made plain: its control characters and folders are gone
  /// @param declaredType media type as declared
  /// @param size in bytes
  /// @param sha256 in hexadecimal
  public record Arrived(String name, Optional<String> declaredType, long size, String sha256) {

    /// A content as it arrived.
    public static Arrived of(Content content) {
      return new Arrived(
          Shown.text(content.name(), LONGEST_NAME),
          content.declaredType().map(type -> Shown.text(type, LONGEST_NAME)),
          content.size(),
          Digest.sha256(content.bytes()));
    }

    /// A file too large to be held, digested as it is read.
    public static Arrived of(String name, InputStream in) throws IOException {
      Digest.Counted counted = Digest.sha256(in);
      return new Arrived(
          Shown.text(name, LONGEST_NAME), Optional.empty(), counted.size(), counted.sha256());
    }
  }

  /// @param name under which it left
  /// @param type what it is
  /// @param size in bytes
  /// @param sha256 in hexadecimal
  public record Left(String name, ContentType type, long size, String sha256) {}

  public Receipt {
    findings = List.copyOf(findings);
    confinement = Set.copyOf(confinement);
  }

  /// The receipt of a passage.
  public static Receipt of(Content content, Passage passage, Policy policy, Instant instant) {
    return of(Arrived.of(content), passage, policy, instant);
  }

  /// The receipt of a passage whose file is no longer held.
  public static Receipt of(Arrived arrived, Passage passage, Policy policy, Instant instant) {
    Optional<Left> left = Optional.empty();
    Optional<Outcome.Refused> refusal = Optional.empty();
    List<Finding> findings = List.of();
    switch (passage.outcome()) {
      case Outcome.Rebuilt rebuilt -> {
        Content out = rebuilt.content();
        left =
            Optional.of(
                new Left(out.name(), rebuilt.type(), out.size(), Digest.sha256(out.bytes())));
        findings = rebuilt.findings();
      }
      case Outcome.Refused refused -> refusal = Optional.of(refused);
    }
    return new Receipt(
        instant,
        Engine.version(),
        policy.name(),
        policy.version(),
        arrived,
        passage.found(),
        left,
        findings,
        refusal,
        passage.audit(),
        passage.confinement(),
        passage.taken());
  }

  /// The same receipt, the file having left under another name because its own was taken.
  public Receipt leavingAs(String name) {
    return new Receipt(
        instant,
        engine,
        policyName,
        policyVersion,
        arrived,
        found,
        left.map(file -> new Left(name, file.type(), file.size(), file.sha256())),
        findings,
        refusal,
        audit,
        confinement,
        taken);
  }

  /// Whether the file left as it was understood, with nothing taken out.
  public boolean untouched() {
    return left.isPresent() && findings.isEmpty();
  }
}
