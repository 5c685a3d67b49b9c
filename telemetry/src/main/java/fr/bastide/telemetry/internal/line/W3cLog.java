package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The W3C extended log file format, whose columns a `#Fields:` line names: IIS, and proxies.
///
/// `cs(User-Agent)` becomes `cs-user-agent`, as Sigma names it. Times are in UTC, as the format
/// says.
final class W3cLog {

  private static final byte[] FIELDS = Scan.bytes("#Fields:");
  private static final int MOST_COLUMNS = 256;
  private static final Set<String> OF_PROXIES =
      Set.of(
          "c-uri", "cs-uri-scheme", "s-action", "s-hierarchy", "cs-categories", "sc-filter-result");

  private final FieldNames names;
  private final AccessFields fields;
  private final Stamps stamps;
  private final int date;
  private final int time;
  private final int path;
  private final int scheme;
  private int[] columns = new int[0];
  private boolean proxy;

  W3cLog(FieldNames names, AccessFields fields, Stamps stamps) {
    this.names = names;
    this.fields = fields;
    this.stamps = stamps;
    date = names.id("date");
    time = names.id("time");
    path = names.id("cs-uri-path");
    scheme = names.id("cs-uri-scheme");
  }

  /// Whether a line has named the columns.
  boolean described() {
    return columns.length > 0;
  }

  /// Takes a line that begins with a hash.
  void directive(byte[] b, int from, int to) {
    if (!Scan.starts(b, from, to, FIELDS)) {
      return;
    }
    List<String> found = new ArrayList<>();
    int i = Scan.pastSpaces(b, from + FIELDS.length, to);
    while (i < to && found.size() < MOST_COLUMNS) {
      int end = i;
      while (end < to && b[end] != ' ' && b[end] != '\t') {
        end++;
      }
      if (end > i) {
        found.add(
            column(new String(b, i, Math.min(end - i, NameCache.LONGEST), StandardCharsets.UTF_8)));
      }
      i = end + 1;
    }
    columns = found.stream().mapToInt(names::id).toArray();
    proxy = found.stream().anyMatch(OF_PROXIES::contains);
  }

  private static String column(String name) {
    int open = name.indexOf('(');
    if (open <= 0 || !name.endsWith(")")) {
      return name;
    }
    String header = name.substring(open + 1, name.length() - 1).toLowerCase(Locale.ROOT);
    return name.substring(0, open) + "-" + header;
  }

  /// Adds the fields of a line; false when it has other columns than were named.
  boolean fill(byte[] b, int from, int to, EventDraft draft) {
    int i = from;
    int column = 0;
    while (i < to && column < columns.length) {
      boolean quoted = b[i] == '"';
      int start = quoted ? i + 1 : i;
      int end = quoted ? Scan.find(b, start, to, (byte) '"') : columnEnd(b, start, to);
      end = end < 0 ? to : end;
      add(b, start, end, columns[column++], quoted, draft);
      i = Math.min(to, quoted ? end + 2 : end + 1);
    }
    if (column < columns.length) {
      return false;
    }
    complete(draft);
    return true;
  }

  private static int columnEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] != ' ' && b[i] != '\t') {
      i++;
    }
    return i;
  }

  private void add(byte[] b, int from, int to, int field, boolean quoted, EventDraft draft) {
    if (field == fields.agent && !quoted) {
      fields.plussed(draft, field, b, from, to);
    } else {
      Values.plain(draft, field, b, from, to);
    }
  }

  private void complete(EventDraft draft) {
    Event event = draft.event();
    int day = event.find(date, 0);
    int clock = event.find(time, 0);
    if (day >= 0
        && clock >= 0
        && stamps.parts(
            event.bytes(day),
            event.start(day),
            event.end(day),
            event.start(clock),
            event.end(clock),
            0,
            0,
            true)) {
      draft.time(stamps.micros());
    }
    if (proxy) {
      proxied(draft, event);
    } else {
      target(draft, event);
    }
  }

  /// The whole target of a request to a server: its stem and, if there is one, its query.
  private void target(EventDraft draft, Event event) {
    int stem = event.find(fields.stem, 0);
    if (stem < 0 || event.find(fields.uri, 0) >= 0) {
      return;
    }
    int query = event.find(fields.query, 0);
    if (query < 0 || nothing(event, query)) {
      draft.alias(fields.uri, stem);
    } else {
      byte[] b = event.bytes(stem);
      fields.joined(
          draft, b, event.start(stem), event.end(stem), event.start(query), event.end(query));
    }
  }

  private static boolean nothing(Event event, int i) {
    int length = event.end(i) - event.start(i);
    return length == 0 || (length == 1 && event.bytes(i)[event.start(i)] == '-');
  }

  /// The names that rules for proxies use.
  private void proxied(EventDraft draft, Event event) {
    int agent = event.find(fields.agent, 0);
    if (agent >= 0) {
      draft.alias(fields.userAgent, agent);
    }
    int uri = event.find(fields.fullUri, 0);
    uri = uri < 0 ? event.find(fields.uri, 0) : uri;
    if (uri >= 0) {
      if (event.find(fields.host, 0) < 0) {
        fields.address(draft, event.bytes(uri), event.start(uri), event.end(uri));
      } else if (event.find(fields.fullUri, 0) < 0) {
        draft.alias(fields.fullUri, uri);
      }
      return;
    }
    StringBuilder address = new StringBuilder();
    append(address, event, scheme, "", "://");
    append(address, event, fields.host, "", "");
    append(address, event, event.find(path, 0) >= 0 ? path : fields.stem, "", "");
    append(address, event, fields.query, "?", "");
    draft.made(fields.fullUri, address.toString());
    int query = event.find(fields.query, 0);
    if (query >= 0) {
      draft.alias(fields.fullQuery, query);
    }
  }

  private static void append(
      StringBuilder into, Event event, int field, String before, String after) {
    int i = event.find(field, 0);
    if (i < 0 || nothing(event, i)) {
      return;
    }
    String text = event.text(i);
    into.append(text.startsWith(before) ? "" : before).append(text).append(after);
  }
}
