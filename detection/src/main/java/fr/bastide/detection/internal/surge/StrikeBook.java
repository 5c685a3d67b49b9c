package fr.bastide.detection.internal.surge;

import fr.bastide.detection.Alert;
import fr.bastide.detection.surge.Strike;
import fr.bastide.detection.surge.Strikes;
import fr.bastide.detection.surge.TerritoryLimits;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Trouble;
import fr.bastide.telemetry.Troubles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every address and rule that has alerted lately, the one not heard of for longest first.
public final class StrikeBook {

  private static final long MAGIC = 0x4241_5354_5445_5252L;
  private static final int VERSION = 1;
  private static final long SECOND = 1_000_000;
  private static final long FAR = 1L << 60;
  private static final int LONGEST = 100;

  /// What a striker is known by.
  private record Name(Strike.Kind kind, String value) {}

  private final TerritoryLimits limits;
  private final Strikes strikes;
  private final Troubles troubles;
  private final long window;
  private Map<Name, Striker> strikers = fresh();
  private long numbers;
  private long latest;
  private long present = FAR;
  private long left;

  /// A book without strikers.
  public StrikeBook(TerritoryLimits limits, Strikes strikes, Troubles troubles) {
    this.limits = limits;
    this.strikes = strikes;
    this.troubles = troubles;
    window = limits.window().toSeconds() * SECOND;
  }

  private static Map<Name, Striker> fresh() {
    return new LinkedHashMap<>(16, 0.75f, true);
  }

  /// Takes one alert.
  public void accept(Alert alert) {
    long time = alert.time() == Event.NO_TIME ? latest : Math.clamp(alert.time(), -FAR, present);
    latest = time;
    Optional<String> address = address(alert);
    if (address.isPresent()) {
      Name name = new Name(Strike.Kind.ADDRESS, address.get());
      if (add(name, alert, time, limits.addressBodies())) {
        return;
      }
    }
    add(new Name(Strike.Kind.RULE, alert.rule().id()), alert, time, limits.ruleBodies());
  }

  /// Adds the alert to a striker; whether that is a strike.
  private boolean add(Name name, Alert alert, long time, int least) {
    Striker striker = strikers.get(name);
    if (striker == null) {
      striker = new Striker();
      strikers.put(name, striker);
      bound();
    }
    if (striker.strike != 0 && time > striker.last + window) {
      end(name, striker);
    }
    if (striker.strike == 0) {
      striker.forgetBefore(time - window);
    }
    boolean another = striker.add(alert, time);
    if (striker.strike != 0) {
      if (another) {
        strikes.tell(striker.strike(Strike.Stage.SPREAD, name.kind, name.value));
      }
    } else if (striker.bodies() >= least) {
      striker.strike = ++numbers;
      strikes.tell(striker.strike(Strike.Stage.OPENED, name.kind, name.value));
    }
    return striker.strike != 0;
  }

  private void end(Name name, Striker striker) {
    strikes.tell(striker.strike(Strike.Stage.ENDED, name.kind, name.value));
    striker.strike = 0;
    striker.forgetBefore(Long.MAX_VALUE);
  }

  private Optional<String> address(Alert alert) {
    for (String field : limits.fields()) {
      for (String word : alert.group()) {
        if (word.length() > field.length() + 1
            && word.startsWith(field)
            && word.charAt(field.length()) == '=') {
          return usable(word.substring(field.length() + 1));
        }
      }
    }
    for (String field : limits.fields()) {
      for (Event event : alert.events()) {
        Optional<String> found = event.text(field).flatMap(StrikeBook::usable);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// An address as written, but for what says that there is none, or that it is the machine itself.
  private static Optional<String> usable(String text) {
    String address = text.strip();
    boolean none =
        address.isEmpty()
            || address.length() > LONGEST
            || address.equals("-")
            || address.equals("null")
            || address.equals("::1")
            || address.equals("0.0.0.0")
            || address.startsWith("127.");
    return none ? Optional.empty() : Optional.of(address);
  }

  private void bound() {
    if (strikers.size() <= limits.strikers()) {
      return;
    }
    Iterator<Map.Entry<Name, Striker>> first = strikers.entrySet().iterator();
    Map.Entry<Name, Striker> oldest = first.next();
    if (oldest.getValue().strike != 0) {
      end(oldest.getKey(), oldest.getValue());
    }
    first.remove();
    left++;
    long power = 1;
    while (power < left) {
      power *= 10;
    }
    if (power == left) {
      troubles.tell(
          new Trouble(
              "territory",
              new Text(
                  "Trop d’adresses sources à la fois\u00a0: les moins récentes ont été oubliées. En"
                      + " tout\u00a0: "
                      + left
                      + ".",
                  "Too many source addresses at once: the least recent were forgotten. In all: "
                      + left
                      + ".")));
    }
  }

  /// Tells the present, in microseconds.
  public void advance(long now) {
    present = Math.clamp(now, -FAR, FAR);
    List<Name> over = new ArrayList<>();
    for (Map.Entry<Name, Striker> entry : strikers.entrySet()) {
      if (entry.getValue().last < present - window) {
        over.add(entry.getKey());
      }
    }
    for (Name name : over) {
      Striker striker = strikers.remove(name);
      if (striker != null && striker.strike != 0) {
        end(name, striker);
      }
    }
  }

  /// Writes the strikes under way and what may become one.
  public void save(OutputStream output) throws IOException {
    SavedState.write(
        output,
        MAGIC,
        VERSION,
        out -> {
          out.writeLong(numbers);
          out.writeLong(latest);
          out.writeLong(present);
          out.writeInt(strikers.size());
          for (Map.Entry<Name, Striker> entry : strikers.entrySet()) {
            out.writeBoolean(entry.getKey().kind == Strike.Kind.RULE);
            SavedState.text(out, entry.getKey().value);
            entry.getValue().save(out);
          }
        });
  }

  /// Puts a saved state in the place of this one's.
  public void restore(InputStream input) throws IOException {
    Map<Name, Striker> read = fresh();
    long[] head = new long[3];
    SavedState.read(
        input,
        MAGIC,
        VERSION,
        in -> {
          for (int i = 0; i < head.length; i++) {
            head[i] = in.readLong();
          }
          for (int i = SavedState.size(in, Integer.MAX_VALUE); i > 0; i--) {
            Strike.Kind kind = in.readBoolean() ? Strike.Kind.RULE : Strike.Kind.ADDRESS;
            Name name = new Name(kind, SavedState.text(in));
            Striker striker = new Striker();
            striker.restore(in);
            read.put(name, striker);
          }
        });
    strikers = read;
    numbers = head[0];
    latest = head[1];
    present = head[2];
    while (strikers.size() > limits.strikers()) {
      bound();
    }
  }
}
