package fr.bastide.loop.body;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Siren;
import java.util.Optional;

/// A public body of the territory, or an association or small firm around it.
///
/// @param id its identifier
/// @param form what kind of body it is
/// @param name as on its letterhead
/// @param siren its SIREN, if known
/// @param insee the code of the commune where it sits, if known
/// @param departement the code of its departement, such as `09`; empty when it spans several
/// @param region the code of its region, such as `76`
/// @param population inhabitants served, if known
/// @param workstations how many workstations, once somebody counted
/// @param email where to write to it, if known
/// @param example whether it carries invented example data
public record Body(
    BodyId id,
    BodyForm form,
    String name,
    Optional<Siren> siren,
    Optional<String> insee,
    String departement,
    String region,
    Optional<Integer> population,
    Optional<Integer> workstations,
    Optional<String> email,
    boolean example) {

  /// Its size class: from its workstations, else from its population, else small.
  public BodySize size() {
    return workstations
        .map(BodySize::ofWorkstations)
        .or(() -> population.map(BodySize::ofPopulation))
        .orElse(BodySize.SMALL);
  }

  /// The same body with this many workstations.
  public Body withWorkstations(int count) {
    return new Body(
        id,
        form,
        name,
        siren,
        insee,
        departement,
        region,
        population,
        Optional.of(count),
        email,
        example);
  }
}
