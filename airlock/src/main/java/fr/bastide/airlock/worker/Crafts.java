package fr.bastide.airlock.worker;

import fr.bastide.airlock.Disarmer;
import java.util.List;
import java.util.function.Supplier;

/// What a worker can do: the disarmers it is started with. An implementation has a constructor
/// without parameters, since a worker makes it by its name.
public interface Crafts extends Supplier<List<Disarmer>> {}
