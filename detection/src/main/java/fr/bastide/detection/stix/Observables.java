package fr.bastide.detection.stix;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.export.EcsWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes the observables of an event: addresses, traffic, accounts, processes, files, registry
/// keys, names, and the record itself.
final class Observables {

  private static final int MOST_RECORD = 65_536;
  private static final int LARGEST_PORT = 65_535;

  private final EcsWriter ecs = new EcsWriter();
  private final Map<String, Map<String, Object>> all = new LinkedHashMap<>();
  private long room;

  /// @param room how many bytes of records may be carried along
  Observables(long room) {
    this.room = room;
  }

  /// Every observable made so far, by identifier.
  Map<String, Map<String, Object>> all() {
    return all;
  }

  /// Makes those of one event, and gives their identifiers: at least one.
  List<String> of(Event event) {
    Map<String, Object> object = ecs.object(event);
    EcsPaths paths = new EcsPaths(object);
    List<String> made = new ArrayList<>();
    traffic(paths, made);
    Optional<String> account = account(paths, made);
    process(paths, account, made);
    paths.text("file.path").ifPresent(path -> file(path, hashes(paths, "file"), made));
    paths.text("dll.path").ifPresent(path -> file(path, hashes(paths, "dll"), made));
    registry(paths, made);
    names(paths, made);
    record(event, made);
    if (made.isEmpty()) {
      String name = event.source().name();
      file(name.isEmpty() ? "log" : name, Map.of(), made);
    }
    return made.stream().distinct().toList();
  }

  private void traffic(EcsPaths paths, List<String> made) {
    Optional<String> source = paths.text("source.ip").flatMap(ip -> address(ip, made));
    Optional<String> target = paths.text("destination.ip").flatMap(ip -> address(ip, made));
    Optional<Integer> from = paths.number("source.port", LARGEST_PORT);
    Optional<Integer> to = paths.number("destination.port", LARGEST_PORT);
    boolean traffic = target.isPresent() || from.isPresent() || to.isPresent();
    if (!traffic || source.isEmpty() && target.isEmpty()) {
      return;
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    source.ifPresent(ref -> properties.put("src_ref", ref));
    target.ifPresent(ref -> properties.put("dst_ref", ref));
    from.ifPresent(port -> properties.put("src_port", port));
    to.ifPresent(port -> properties.put("dst_port", port));
    List<String> protocols = new ArrayList<>();
    boolean six = source.or(() -> target).orElse("").startsWith("ipv6");
    protocols.add(six ? "ipv6" : "ipv4");
    paths.text("network.transport").map(Observables::protocol).ifPresent(protocols::add);
    paths.text("network.protocol").map(Observables::protocol).ifPresent(protocols::add);
    properties.put("protocols", protocols);
    made.add(add("network-traffic", properties, properties));
  }

  private static String protocol(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Optional<String> address(String ip, List<String> made) {
    String type = ip.indexOf(':') >= 0 ? "ipv6-addr" : "ipv4-addr";
    Map<String, Object> value = Map.of("value", ip.toLowerCase(Locale.ROOT));
    String id = add(type, value, value);
    made.add(id);
    return Optional.of(id);
  }

  private Optional<String> account(EcsPaths paths, List<String> made) {
    Map<String, Object> identity = new LinkedHashMap<>();
    paths.text("user.id").ifPresent(id -> identity.put("user_id", id));
    paths.text("user.name").ifPresent(name -> identity.put("account_login", name));
    paths
        .text("user.email")
        .filter(mail -> mail.indexOf('@') > 0)
        .ifPresent(mail -> made.add(valued("email-addr", mail)));
    if (identity.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> whole = new LinkedHashMap<>(identity);
    Optional<String> name = paths.text("user.name");
    Optional<String> domain = paths.text("user.domain");
    if (name.isPresent() && domain.isPresent()) {
      whole.put("display_name", domain.get() + "\\" + name.get());
    }
    String id = add("user-account", identity, whole);
    made.add(id);
    return Optional.of(id);
  }

  private void process(EcsPaths paths, Optional<String> account, List<String> made) {
    Map<String, Object> properties = new LinkedHashMap<>();
    paths.number("process.pid", Integer.MAX_VALUE).ifPresent(pid -> properties.put("pid", pid));
    paths.text("process.command_line").ifPresent(line -> properties.put("command_line", line));
    paths.text("process.working_directory").ifPresent(cwd -> properties.put("cwd", cwd));
    paths
        .text("process.executable")
        .ifPresent(path -> properties.put("image_ref", file(path, hashes(paths, "process"), made)));
    if (properties.isEmpty()) {
      return;
    }
    account.ifPresent(ref -> properties.put("creator_user_ref", ref));
    Map<String, Object> parent = new LinkedHashMap<>();
    paths.number("process.parent.pid", Integer.MAX_VALUE).ifPresent(pid -> parent.put("pid", pid));
    paths.text("process.parent.command_line").ifPresent(line -> parent.put("command_line", line));
    paths
        .text("process.parent.executable")
        .ifPresent(path -> parent.put("image_ref", file(path, Map.of(), made)));
    if (!parent.isEmpty()) {
      String id = unique("process", parent);
      made.add(id);
      properties.put("parent_ref", id);
    }
    made.add(unique("process", properties));
  }

  private String file(String path, Map<String, Object> hashes, List<String> made) {
    int cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
    String name = path.substring(cut + 1);
    Map<String, Object> properties = new LinkedHashMap<>();
    Map<String, Object> identity = new LinkedHashMap<>();
    if (!hashes.isEmpty()) {
      properties.put("hashes", hashes);
      Map.Entry<String, Object> first = hashes.entrySet().iterator().next();
      identity.put("hashes", Map.of(first.getKey(), first.getValue()));
    }
    properties.put("name", name.isEmpty() ? path : name);
    if (cut > 0 && !name.isEmpty()) {
      Map<String, Object> folder = Map.of("path", path.substring(0, cut));
      String directory = add("directory", folder, folder);
      made.add(directory);
      properties.put("parent_directory_ref", directory);
    }
    properties.forEach(identity::putIfAbsent);
    String id = add("file", identity, properties);
    made.add(id);
    return id;
  }

  /// In the order in which identifiers choose among them.
  private static Map<String, Object> hashes(EcsPaths paths, String of) {
    Map<String, Object> hashes = new LinkedHashMap<>();
    hash(paths, of + ".hash.md5", "MD5", 32, hashes);
    hash(paths, of + ".hash.sha1", "SHA-1", 40, hashes);
    hash(paths, of + ".hash.sha256", "SHA-256", 64, hashes);
    return hashes;
  }

  private static void hash(
      EcsPaths paths, String path, String name, int length, Map<String, Object> hashes) {
    paths
        .text(path)
        .filter(text -> text.length() == length)
        .filter(text -> text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128))
        .ifPresent(text -> hashes.put(name, text.toLowerCase(Locale.ROOT)));
  }

  private void registry(EcsPaths paths, List<String> made) {
    Optional<String> key = paths.text("registry.path").flatMap(RegistryHives::expand);
    if (key.isEmpty()) {
      return;
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    Optional<String> data = paths.text("registry.data.strings");
    int cut = key.get().lastIndexOf('\\');
    if (data.isPresent() && cut > 0) {
      properties.put("key", key.get().substring(0, cut));
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("name", key.get().substring(cut + 1));
      value.put("data", data.get());
      properties.put("values", List.of(value));
    } else {
      properties.put("key", key.get());
    }
    made.add(add("windows-registry-key", properties, properties));
  }

  private void names(EcsPaths paths, List<String> made) {
    paths
        .text("dns.question.name")
        .filter(WebNames::domain)
        .ifPresent(name -> made.add(valued("domain-name", name)));
    paths
        .text("url.domain")
        .filter(WebNames::domain)
        .ifPresent(name -> made.add(valued("domain-name", name)));
    paths.text("url.original").filter(WebNames::url).ifPresent(url -> made.add(valued("url", url)));
  }

  private String valued(String type, String text) {
    Map<String, Object> value = Map.of("value", text);
    return add(type, value, value);
  }

  /// The record, as evidence; where it is binary and means nothing outside its file, its decoded
  /// fields.
  private void record(Event event, List<String> made) {
    byte[] record = event.record();
    boolean text = text(record);
    byte[] carried = text ? record : ecs.json(event).getBytes(StandardCharsets.UTF_8);
    if (carried.length == 0 || carried.length > MOST_RECORD || carried.length > room) {
      return;
    }
    room -= carried.length;
    Map<String, Object> payload =
        Map.of("payload_bin", Base64.getEncoder().encodeToString(carried));
    Map<String, Object> whole = new LinkedHashMap<>();
    boolean json = !text || carried[0] == '{';
    whole.put("mime_type", json ? "application/json" : "text/plain");
    whole.putAll(payload);
    made.add(add("artifact", payload, whole));
  }

  private static boolean text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .chars()
          .noneMatch(c -> c == 0);
    } catch (CharacterCodingException binary) {
      return false;
    }
  }

  private String add(String type, Map<String, Object> identity, Map<String, Object> properties) {
    return keep(type, StixIds.observable(type, identity), properties);
  }

  /// A process has no properties that would tell it from another.
  private String unique(String type, Map<String, Object> properties) {
    return keep(type, StixIds.fresh(type), properties);
  }

  private String keep(String type, String id, Map<String, Object> properties) {
    if (!all.containsKey(id)) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("type", type);
      object.put("spec_version", "2.1");
      object.put("id", id);
      object.putAll(properties);
      all.put(id, object);
    }
    return id;
  }
}
