/// The territory: the official register of public bodies, where they are, how one finds them by
/// name, and how other bodies are brought in.
@NullMarked
package fr.bastide.loop.territory;

import org.jspecify.annotations.NullMarked;
