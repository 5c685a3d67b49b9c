package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// What the Linux packet filter logs through the kernel: a prefix of the administrator's choice,
/// then `IN=eth0 OUT= MAC=.. SRC=.. DST=.. PROTO=TCP SPT=.. DPT=..`.
final class IptablesPayload implements Payload {

  private static final byte[] BEGINNING = Scan.bytes("IN=");
  private static final byte[] SENDER = Scan.bytes(" SRC=");
  private static final int LONGEST_PREFIX = 128;

  private final Pairs pairs;
  private final int prefix;

  IptablesPayload(FieldNames fieldNames, NameCache names) {
    pairs = new Pairs(names);
    prefix = fieldNames.id("prefix");
  }

  @Override
  public boolean stands(byte[] b, int from, int to) {
    int in = Scan.find(b, from, Math.min(to, from + LONGEST_PREFIX), BEGINNING);
    return in >= 0 && Scan.find(b, in, Math.min(to, in + 2 * LONGEST_PREFIX), SENDER) >= 0;
  }

  @Override
  public boolean fill(byte[] b, int from, int to, EventDraft draft) {
    int in = Scan.find(b, from, to, BEGINNING);
    Values.text(draft, prefix, from, Scan.trimmedEnd(b, from, in));
    return pairs.read(b, in, to, draft, false) > 0;
  }

  @Override
  public String shape() {
    return "syslog";
  }
}
