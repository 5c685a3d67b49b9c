/// What every adapter of a port must do, as tests: the in-memory twins and the database both pass
/// them.
@NullMarked
package fr.bastide.loop.contract;

import org.jspecify.annotations.NullMarked;
