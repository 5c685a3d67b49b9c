/// The one-way link: whole items carried over a channel that never answers.
@NullMarked
package fr.bastide.airlock.link;

import org.jspecify.annotations.NullMarked;
