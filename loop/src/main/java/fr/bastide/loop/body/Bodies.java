package fr.bastide.loop.body;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Siren;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The register of bodies; that a body exists is public. Port.
public interface Bodies {

  /// Keeps bodies that are not there yet; those already there (by identifier) stay as they are.
  ///
  /// @return how many were new
  int addAll(Collection<Body> bodies);

  /// Replaces what is known of a body.
  void update(Body body);

  /// The body with this identifier, if there is one.
  Optional<Body> find(BodyId id);

  /// The body with this SIREN, if there is one.
  Optional<Body> find(Siren siren);

  /// Those of the given identifiers that exist, by name.
  List<Body> findAll(Collection<BodyId> ids);

  /// How many there are.
  long count();

  /// Reads all bodies, in any order, in bounded memory.
  void readAll(Consumer<Body> reader);
}
