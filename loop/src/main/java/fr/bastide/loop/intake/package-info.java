/// How an attack reaches the centre, day and night: reports from the public form, by mail, from
/// detection or from a program, the queue in which operators take them, and who is told.
@NullMarked
package fr.bastide.loop.intake;

import org.jspecify.annotations.NullMarked;
