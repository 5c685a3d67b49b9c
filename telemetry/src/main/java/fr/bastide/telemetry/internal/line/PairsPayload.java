package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// The `name=value` lines of firewalls: Fortinet, Stormshield, SonicWall, Sophos and their like.
final class PairsPayload implements Payload {

  private final Pairs pairs;
  private final Stamps stamps;
  private final int eventTime;
  private final int date;
  private final int time;
  private final int zone;
  private final int[] others;

  PairsPayload(FieldNames fieldNames, NameCache names, Stamps stamps) {
    this.pairs = new Pairs(names);
    this.stamps = stamps;
    eventTime = fieldNames.id("eventtime");
    date = fieldNames.id("date");
    time = fieldNames.id("time");
    zone = fieldNames.id("tz");
    others =
        new int[] {
          fieldNames.id("timestamp"),
          fieldNames.id("device_date"),
          fieldNames.id("datetime"),
          fieldNames.id("ts"),
          fieldNames.id("startime")
        };
  }

  @Override
  public boolean stands(byte[] b, int from, int to) {
    return Pairs.stand(b, from, to);
  }

  @Override
  public boolean fill(byte[] b, int from, int to, EventDraft draft) {
    if (pairs.read(b, from, to, draft, true) == 0) {
      return false;
    }
    time(draft);
    return true;
  }

  @Override
  public String shape() {
    return "keyvalue";
  }

  private void time(EventDraft draft) {
    Event event = draft.event();
    int i = event.find(eventTime, 0);
    if (i >= 0 && stamps.epoch(event.bytes(i), event.start(i), event.end(i)) >= 0) {
      draft.time(stamps.micros());
      return;
    }
    int at = event.find(time, 0);
    if (at >= 0 && clock(event, at)) {
      draft.time(stamps.micros());
      return;
    }
    for (int field : others) {
      int other = event.find(field, 0);
      if (other >= 0 && stamps.any(event.bytes(other), event.start(other), event.end(other)) >= 0) {
        draft.time(stamps.micros());
        return;
      }
    }
  }

  /// A time of day with its date beside it, or a whole time, in the offset of `tz` if there is one.
  private boolean clock(Event event, int at) {
    byte[] b = event.bytes(at);
    int from = event.start(at);
    int to = event.end(at);
    int tz = event.find(zone, 0);
    boolean offset = tz >= 0 && same(event.bytes(tz), b);
    int zoneFrom = offset ? event.start(tz) : 0;
    int zoneTo = offset ? event.end(tz) : 0;
    int day = event.find(date, 0);
    if (day >= 0 && same(event.bytes(day), b) && to - from < 19) {
      int dayFrom = event.start(day);
      int dayTo = event.end(day);
      return stamps.parts(b, dayFrom, dayTo, from, to, zoneFrom, zoneTo, false);
    }
    if (offset && to - from == 19) {
      return stamps.parts(b, from, from + 10, from + 11, to, zoneFrom, zoneTo, false);
    }
    return stamps.any(b, from, to) >= 0;
  }

  @SuppressWarnings("ReferenceEquality") // positions of two slices compare only within one array
  private static boolean same(byte[] one, byte[] other) {
    return one == other;
  }
}
