package fr.bastide.loop.memory;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Siren;
import fr.bastide.loop.body.Bodies;
import fr.bastide.loop.body.Body;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The register in memory.
public final class MemoryBodies implements Bodies, Undoable {

  private final Map<BodyId, Body> bodies = new LinkedHashMap<>();

  @Override
  public int addAll(Collection<Body> fresh) {
    int before = bodies.size();
    fresh.forEach(body -> bodies.putIfAbsent(body.id(), body));
    return bodies.size() - before;
  }

  @Override
  public void update(Body body) {
    bodies.replace(body.id(), body);
  }

  @Override
  public Optional<Body> find(BodyId id) {
    return Optional.ofNullable(bodies.get(id));
  }

  @Override
  public Optional<Body> find(Siren siren) {
    return bodies.values().stream()
        .filter(b -> b.siren().filter(siren::equals).isPresent())
        .findFirst();
  }

  @Override
  public List<Body> findAll(Collection<BodyId> ids) {
    return bodies.values().stream()
        .filter(b -> ids.contains(b.id()))
        .sorted(Comparator.comparing(Body::name))
        .toList();
  }

  @Override
  public long count() {
    return bodies.size();
  }

  @Override
  public void readAll(Consumer<Body> reader) {
    List.copyOf(bodies.values()).forEach(reader);
  }

  @Override
  public Runnable remember() {
    Map<BodyId, Body> before = new LinkedHashMap<>(bodies);
    return () -> {
      bodies.clear();
      bodies.putAll(before);
    };
  }
}
