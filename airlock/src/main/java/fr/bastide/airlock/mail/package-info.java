/// Mail: a message parsed whole, each of its parts through the door, and a new message written in
/// one form only, in which no byte of its content can be taken for a line of the protocol.
@NullMarked
package fr.bastide.airlock.mail;

import org.jspecify.annotations.NullMarked;
