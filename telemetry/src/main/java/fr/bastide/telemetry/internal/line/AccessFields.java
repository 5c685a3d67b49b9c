package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// The fields of web requests by the names that Sigma takes from the W3C extended log format.
final class AccessFields {

  private static final byte[] SCHEME = Scan.bytes("://");

  final int clientIp;
  final int user;
  final int method;
  final int uri;
  final int stem;
  final int query;
  final int version;
  final int status;
  final int bytes;
  final int referer;
  final int agent;
  final int host;
  final int forwarded;
  final int fullUri;
  final int extension;
  final int fullQuery;
  final int userAgent;
  final int destination;
  final int message;
  private final Values values = new Values();

  AccessFields(FieldNames names) {
    clientIp = names.id("c-ip");
    user = names.id("cs-username");
    method = names.id("cs-method");
    uri = names.id("cs-uri");
    stem = names.id("cs-uri-stem");
    query = names.id("cs-uri-query");
    version = names.id("cs-version");
    status = names.id("sc-status");
    bytes = names.id("sc-bytes");
    referer = names.id("cs-referer");
    agent = names.id("cs-user-agent");
    host = names.id("cs-host");
    forwarded = names.id("x-forwarded-for");
    fullUri = names.id("c-uri");
    extension = names.id("c-uri-extension");
    fullQuery = names.id("c-uri-query");
    userAgent = names.id("c-useragent");
    destination = names.id("dst_ip");
    message = names.id("message");
  }

  /// Adds `METHOD TARGET VERSION`, or what there is of it, with the target cut at its first
  /// question mark.
  void request(EventDraft draft, byte[] b, int from, int to) {
    int methodEnd = Scan.wordEnd(b, from, to);
    if (methodEnd == to || methodEnd == from) {
      // Not HTTP at all: what scanners send to a web server's port.
      escaped(draft, uri, b, from, to);
      return;
    }
    Values.text(draft, method, from, methodEnd);
    int start = methodEnd + 1;
    int end = to;
    int last = to;
    while (last > start && b[last - 1] != ' ') {
      last--;
    }
    if (last > start && to - last > 5 && b[last] == 'H' && b[last + 4] == '/') {
      Values.text(draft, version, last, to);
      end = last - 1;
    }
    target(draft, b, start, end);
  }

  private void target(EventDraft draft, byte[] b, int from, int to) {
    escaped(draft, uri, b, from, to);
    int mark = Scan.find(b, from, to, (byte) '?');
    escaped(draft, stem, b, from, mark < 0 ? to : mark);
    if (mark >= 0) {
      escaped(draft, query, b, mark + 1, to);
    }
  }

  /// Adds what a proxy was asked for: the whole address, its host, query and extension.
  void address(EventDraft draft, byte[] b, int from, int to) {
    escaped(draft, fullUri, b, from, to);
    escaped(draft, uri, b, from, to);
    int scheme = Scan.find(b, from, Math.min(to, from + 16), SCHEME);
    int start = scheme < 0 ? from : scheme + SCHEME.length;
    int path = start;
    while (path < to && b[path] != '/' && b[path] != '?') {
      path++;
    }
    int at = Scan.find(b, start, path, (byte) '@');
    start = at < 0 ? start : at + 1;
    int hostEnd = path;
    int colon = path - 1;
    while (colon > start && Scan.digit(b[colon])) {
      colon--;
    }
    if (colon > start && b[colon] == ':') {
      hostEnd = colon;
    }
    if (hostEnd > start) {
      Values.text(draft, host, start, hostEnd);
    }
    int mark = Scan.find(b, path, to, (byte) '?');
    int pathEnd = mark < 0 ? to : mark;
    if (pathEnd > path) {
      escaped(draft, stem, b, path, pathEnd);
    }
    if (mark >= 0) {
      escaped(draft, query, b, mark + 1, to);
      draft.alias(fullQuery, draft.event().size() - 1);
    }
    extension(draft, b, path, pathEnd);
  }

  private void extension(EventDraft draft, byte[] b, int from, int to) {
    for (int i = to - 1; i > from && i > to - 12; i--) {
      if (b[i] == '.') {
        if (i + 1 < to) {
          Values.text(draft, extension, i + 1, to);
        }
        return;
      }
      if (b[i] == '/') {
        return;
      }
    }
  }

  /// Adds a text in which the server wrote some bytes as `\"`, `\\`, `\n`, `\t` or `\x22`.
  void escaped(EventDraft draft, int field, byte[] b, int from, int to) {
    int first = Scan.find(b, from, to, (byte) '\\');
    if (first < 0) {
      Values.text(draft, field, from, to);
      return;
    }
    byte[] into = values.room(to - from);
    int out = 0;
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c != '\\' || i + 1 == to) {
        into[out++] = c;
        continue;
      }
      c = b[++i];
      switch (c) {
        case 'n' -> into[out++] = '\n';
        case 'r' -> into[out++] = '\r';
        case 't' -> into[out++] = '\t';
        case 'x' -> {
          int high = i + 2 < to ? Scan.hex(b[i + 1]) : -1;
          int low = i + 2 < to ? Scan.hex(b[i + 2]) : -1;
          if (high < 0 || low < 0) {
            into[out++] = '\\';
            into[out++] = 'x';
          } else {
            into[out++] = (byte) (high << 4 | low);
            i += 2;
          }
        }
        default -> into[out++] = c;
      }
    }
    values.made(draft, field, out);
  }

  /// Adds a text in which a plus stands for a space, and two for a space and a plus (IIS).
  void plussed(EventDraft draft, int field, byte[] b, int from, int to) {
    if (Scan.find(b, from, to, (byte) '+') < 0) {
      Values.text(draft, field, from, to);
      return;
    }
    byte[] into = values.room(to - from);
    int out = 0;
    for (int i = from; i < to; i++) {
      boolean second = b[i] == '+' && i > from && b[i - 1] == '+' && into[out - 1] == ' ';
      into[out++] = b[i] == '+' && !second ? (byte) ' ' : b[i];
    }
    values.made(draft, field, out);
  }

  /// Adds a stem and a query, in the one slice each, as the one target they were.
  void joined(EventDraft draft, byte[] b, int from, int to, int query, int queryEnd) {
    int length = to - from;
    byte[] into = values.room(length + 1 + queryEnd - query);
    System.arraycopy(b, from, into, 0, length);
    into[length] = '?';
    System.arraycopy(b, query, into, length + 1, queryEnd - query);
    values.made(draft, uri, length + 1 + queryEnd - query);
  }
}
