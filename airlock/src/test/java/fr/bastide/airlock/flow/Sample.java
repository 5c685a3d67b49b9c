package fr.bastide.airlock.flow;

import java.nio.charset.StandardCharsets;

/// A flows file of a small town hall.
final class Sample {

  static final String FILE =
      """
      flows-version: 1
      body: {fr: Mairie de Mirepoix, en: Mirepoix town hall}
      contact: {fr: le 05 61 00 00 00, en: 05 61 00 00 00}
      users:
        - {id: alice, name: Alice Martin, password: "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW"}
        - {id: bruno, name: Bruno Petit, password: "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW"}
        - {id: carla, name: Carla Roux, password: "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW"}
        - id: metier
          name: Logiciel métier
          keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHGWCIFyHdW3d1bRz9sY0Yl0QAM7wYg0v5dXzsKWS0cV metier"]
      commanders: [carla]
      flows:
        - id: etat-civil
          name: {fr: État civil, en: Civil registry}
          direction: in
          vital: true
          senders: [alice, metier]
          readers: [bruno]
          approvers: [bruno, carla]
          releasable: [signed, encrypted]
          quota: {files-per-day: 5, megabytes-per-day: 10, largest-megabytes: 4}
          retention-days: 10
        - id: urbanisme
          name: {fr: Urbanisme, en: Planning}
          direction: in
          policy: strict
          returns: 1
          senders: [alice]
          readers: [bruno]
        - id: courrier
          name: {fr: Courrier, en: Mail}
          direction: in
          carries: mail
          returns: 3
        - id: publication
          name: {fr: Publication, en: Publication}
          direction: out
          policy: lenient
          pixels: true
          returns: 3
          senders: [bruno]
      """;

  private Sample() {}

  static byte[] bytes() {
    return FILE.getBytes(StandardCharsets.UTF_8);
  }

  static Flows flows() {
    return switch (FlowFile.read(bytes())) {
      case FlowReading.Usable usable -> usable.flows();
      case FlowReading.Unusable unusable ->
          throw new AssertionError(unusable.findings().toString());
    };
  }
}
