package fr.bastide.airlock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Sends files through a door with the disarmers of pictures, archives, old files and texts.
public final class Through {

  private static final Door DOOR = new Door(KindsSurvey.disarmers());

  private Through() {}

  public static Outcome pass(String policy, String name, byte[] bytes) {
    return DOOR.pass(Content.of(name, bytes), Policies.named(policy));
  }

  public static Outcome pass(String name, byte[] bytes) {
    return pass("standard", name, bytes);
  }

  public static Outcome pass(String name, String text) {
    return pass(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Outcome.Rebuilt rebuilt(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Rebuilt.class);
    return (Outcome.Rebuilt) outcome;
  }

  public static String text(Outcome outcome) {
    return new String(rebuilt(outcome).content().bytes(), StandardCharsets.UTF_8);
  }

  public static List<Threat> threats(Outcome outcome) {
    return rebuilt(outcome).findings().stream().map(Finding::threat).toList();
  }

  public static void assertRefused(Outcome outcome, Reason reason) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).reason()).isEqualTo(reason);
  }
}
