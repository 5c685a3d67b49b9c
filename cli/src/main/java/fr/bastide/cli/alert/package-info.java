/// What the watch finds, for whoever prints it, draws it or counts it.
@NullMarked
package fr.bastide.cli.alert;

import org.jspecify.annotations.NullMarked;
